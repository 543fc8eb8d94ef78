// What a notice says as a mail, piece by piece, in the reader's words. Written once and shown
// twice: as plain text and as HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/notice/notice.h"
#include "text/catalogue.h"

namespace mail {

enum class Tone { urgent, attention, good, calm };  // red, amber, green, blue

/// One row of the details: "Number used: (555) 010-0123".
struct Detail {
  std::string label;
  std::string value;
  std::string icon = {};           // beside the value, in HTML
  std::optional<Tone> badge = {};  // the value is a badge of that colour
};

struct Link {
  std::string words;
  std::string url;
};

struct Recording {
  std::string title;
  std::optional<Link> link;  // none: to be heard in the application
  std::string audio_url;     // for mail programs that have a player
  std::string note;
};

/// Pieces that are empty are not shown. No text holds a character that could change how the rest is
/// read (control characters, overrides of the writing direction).
struct Letter {
  std::string language;  // "en"
  Tone tone = Tone::calm;
  std::string icon;  // before the heading, in HTML
  std::string subject;
  std::string line_name;
  std::string urgency;
  std::vector<std::string> paragraphs;  // the first sentence of the last one says what happened
  std::vector<Detail> details;
  std::string message_title;
  std::vector<std::string> message;  // somebody's own words, line by line
  std::string message_note;
  std::optional<Recording> recording;
  std::string code;  // to sign in with: large
  std::string next_title;
  std::vector<std::string> next;
  std::string acknowledge;
  std::optional<Link> open;
  std::vector<std::string> footer;
};

/// Which page of the web application a mail's button opens.
enum class Page { home, request, board };

/// Where the links of a mail lead; empty: there is none.
struct Links {
  std::string application;
  std::string recording;   // the page of a listen link; its sound is at "/audio" below
  Page page = Page::home;  // what `application` leads to
};

Letter write_letter(const text::Catalogue& catalogue, people::Language language, notice::Kind kind,
                    const notice::Facts& facts, const Links& links);

}  // namespace mail

#include "channels/api/listen_page.h"

#include <string>
#include <utility>

namespace api {
namespace {

using people::Language;
using store::RecordingState;

constexpr std::string_view style =
    ":root{color-scheme:light dark}"
    "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:0 auto;padding:1.5rem}"
    "h1{font-size:1.375rem;line-height:1.3;margin:0}"
    "p{margin:.25rem 0 0}"
    "section{margin-top:1.5rem}"
    "h2{font-size:1rem;margin:0}"
    "audio{display:block;width:100%;margin-top:.5rem}"
    "footer{margin-top:2rem;padding-top:.75rem;border-top:1px solid;font-size:1rem}";

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    switch (letter) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default: safe += letter;
    }
  }
  return safe;
}

std::string element(const std::string& name, std::string_view text) {
  return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
}

http::Response html(int status, Language language, std::string_view title,
                    const std::string& body) {
  std::string page = "<!doctype html>\n<html lang=\"";
  page.append(people::code_of(language)).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
  page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  page.append("<meta name=\"robots\" content=\"noindex\">\n");
  page.append(element("title", title)).append("<style>").append(style).append("</style>\n");
  page.append("</head>\n<body>\n<main>\n").append(body).append("</main>\n</body>\n</html>\n");
  return {.status = status,
          .content_type = "text/html; charset=utf-8",
          .body = std::move(page),
          .fields = {{"Cache-Control", "no-store"},
                     {"Content-Security-Policy",
                      "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; "
                      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
                     {"Referrer-Policy", "no-referrer"}}};
}

/// What is said where there is nothing to play.
std::string_view words_for(RecordingState state) {
  switch (state) {
    case RecordingState::announced:
    case RecordingState::ready: return "listen.waiting";
    case RecordingState::absent: return "listen.none";
    case RecordingState::failed: return "listen.lost";
    case RecordingState::deleted: return "listen.deleted";
    case RecordingState::kept: break;
  }
  return {};
}

struct Outcome {
  int status;
  std::string_view words;
};
Outcome outcome_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::unknown: return {404, "listen.unknown"};
    case Refusal::expired: return {410, "listen.expired"};
    case Refusal::taken_back: return {403, "listen.void"};
    case Refusal::not_yet: return {404, "listen.waiting"};
    case Refusal::broken: return {500, "listen.broken"};
    case Refusal::trouble: break;
  }
  return {503, "listen.trouble"};
}

/// The page's own path ends in the token, so the address is relative to "/listen/". Nothing is
/// fetched before somebody presses play: opening the page is not listening.
std::string player(std::string_view token, const store::Recording& recording,
                   std::string_view label) {
  return "<audio controls controlslist=\"nodownload\" preload=\"none\" aria-label=\"" +
         escaped(label) + "\" src=\"" + escaped(token) + "/" +
         std::to_string(recording.id.value()) + "/audio\"></audio>\n";
}

}  // namespace

http::Response listen_page(const text::Catalogue& catalogue, Language language,
                           const ListenPage& page) {
  const std::string title =
      catalogue.say(language, "listen.title", {{"number", page.receipt_number}});
  std::string body = element("h1", title);
  body += element("p", catalogue.say(language, "listen.day", {{"day", text::SpokenDay{page.day}}}));
  if (page.recordings.empty()) body += element("p", catalogue.say(language, "listen.none"));
  std::int64_t number = 0;
  for (const store::Recording& recording : page.recordings) {
    const std::string label = catalogue.say(language, "listen.message", {{"n", ++number}});
    body += "<section>\n" + element("h2", label);
    if (recording.state != RecordingState::kept) {
      body += element("p", catalogue.say(language, words_for(recording.state)));
    } else {
      body += element("p", catalogue.say(language, "listen.length", {{"n", recording.duration}}));
      body += player(page.token, recording, label);
    }
    body += "</section>\n";
  }
  body += "<footer>" + element("p", catalogue.say(language, "listen.private")) + "</footer>\n";
  return html(200, language, title, body);
}

http::Response listen_refusal(const text::Catalogue& catalogue, std::optional<Language> language,
                              Refusal refusal) {
  const auto [status, words] = outcome_of(refusal);
  const Language first = language.value_or(Language::en);
  std::string body = element("h1", catalogue.say(first, "listen.refused"));
  body += element("p", catalogue.say(first, words));
  if (!language) body += "<p lang=\"es\">" + escaped(catalogue.say(Language::es, words)) + "</p>\n";
  return html(status, first, catalogue.say(first, "listen.refused"), body);
}

}  // namespace api

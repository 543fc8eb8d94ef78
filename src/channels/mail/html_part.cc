#include "channels/mail/html_part.h"

#include <kainjow/mustache.hpp>
#include <stdexcept>

#include "embedded/mail_templates.h"

namespace mail {
namespace {

namespace mustache = kainjow::mustache;

/// White on `band` and on `deep`, and `ink` on `paper`, have a contrast of 4.5 and more.
struct Colours {
  const char* band;
  const char* deep;
  const char* paper;
  const char* ink;
};

Colours colours_of(Tone tone) {
  switch (tone) {
    case Tone::urgent: return {"#b3261e", "#8c1d18", "#fbe4e2", "#8c1d18"};
    case Tone::attention: return {"#8a5000", "#6b3d00", "#fdf0d5", "#6b3d00"};
    case Tone::good: return {"#1b6e3c", "#14532d", "#e2f3e7", "#14532d"};
    case Tone::calm: return {"#1f4f82", "#173f68", "#e3edf8", "#173f68"};
  }
  throw std::logic_error("a mail of no tone");
}

/// Outlook does not know the &apos; that mustache writes by itself.
std::string escaped(const std::string& text) {
  std::string safe;
  for (const char letter : text) {
    switch (letter) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: safe += letter;
    }
  }
  return safe;
}

/// A section without content is left out of the object: to mustache an empty string is there.
void set(mustache::data& object, const std::string& name, const std::string& text) {
  if (!text.empty()) object.set(name, text);
}

template <typename Range, typename AsData>
void set_list(mustache::data& object, const std::string& name, const Range& range, AsData as_data) {
  mustache::data list(mustache::data::type::list);
  for (const auto& each : range) list << as_data(each);
  if (!range.empty()) object.set(name, mustache::data("each", list));
}

mustache::data line_of(const std::string& text) {
  return {"line", text};
}

mustache::data row_of(const Detail& detail) {
  mustache::data row;
  row.set("label", detail.label);
  row.set("value", detail.value);
  set(row, "value_icon", detail.icon);
  if (!detail.badge) {
    row.set("plain", true);
    return row;
  }
  const Colours colours = colours_of(*detail.badge);
  row.set("badge", true);
  row.set("badge_paper", colours.paper);
  row.set("badge_ink", colours.ink);
  return row;
}

mustache::data button_of(const Link& link, Tone tone) {
  mustache::data button;
  button.set("words", link.words);
  button.set("url", link.url);
  button.set("button_colour", colours_of(tone).band);
  return button;
}

mustache::data recording_of(const Recording& recording) {
  mustache::data data;
  data.set("title", recording.title);
  set(data, "audio_url", recording.audio_url);
  set(data, "note", recording.note);
  if (recording.link) data.set("listen", button_of(*recording.link, Tone::calm));
  return data;
}

mustache::data data_of(const Letter& letter) {
  mustache::data data;
  const Colours colours = colours_of(letter.tone);
  data.set("band", colours.band);
  data.set("deep", colours.deep);
  for (const auto& [name, text] :
       {std::pair{"language", &letter.language}, std::pair{"heading_icon", &letter.icon},
        std::pair{"heading", &letter.subject}, std::pair{"line_name", &letter.line_name},
        std::pair{"urgency", &letter.urgency}, std::pair{"code", &letter.code},
        std::pair{"acknowledge", &letter.acknowledge},
        std::pair{"message_title", &letter.message_title},
        std::pair{"message_note", &letter.message_note},
        std::pair{"next_title", &letter.next_title}}) {
    set(data, name, *text);
  }
  data.set("preheader", letter.paragraphs.back());
  set_list(data, "paragraphs", letter.paragraphs, line_of);
  set_list(data, "details", letter.details, row_of);
  set_list(data, "message", letter.message, line_of);
  set_list(data, "next", letter.next, line_of);
  set_list(data, "footer", letter.footer, line_of);
  if (letter.recording) data.set("recording", recording_of(*letter.recording));
  if (letter.open) data.set("open", button_of(*letter.open, letter.tone));
  return data;
}

}  // namespace

std::string html_part(const Letter& letter) {
  mustache::data data = data_of(letter);
  std::string page;
  for (const embedded::File& file : embedded::mail_templates()) {
    if (file.name == "letter.mustache") page = file.bytes;
    const std::string name(file.name.substr(0, file.name.find('.')));
    data.set(name + "_part",
             mustache::partial([bytes = file.bytes] { return std::string(bytes); }));
  }
  mustache::mustache letter_template(page);
  letter_template.set_custom_escape(escaped);
  if (!letter_template.is_valid()) throw std::logic_error(letter_template.error_message());
  return letter_template.render(data);
}

}  // namespace mail

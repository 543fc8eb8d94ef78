#include "channels/api/listen_page.h"

#include <string>
#include <utility>

namespace api {
namespace {

using people::Language;
using store::RecordingState;

// The looks of the mail whose link leads here.
constexpr std::string_view style =
    ":root{color-scheme:light dark;--page:#f2f4f7;--card:#fff;--ink:#1f2328;--soft:#59636e;"
    "--box:#f2f4f7;--band:#1f4f82}"
    "@media (prefers-color-scheme:dark){:root{--page:#14171b;--card:#22272d;--ink:#eceff3;"
    "--soft:#b3bcc6;--box:#2d333b}}"
    "*{box-sizing:border-box}"
    "body{margin:0;padding:1rem .5rem 2rem;background:var(--page);color:var(--ink);"
    "font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
    "overflow-wrap:anywhere}"
    "main,footer{max-width:37.5rem;margin:0 auto}"
    "main{background:var(--card);border-radius:.75rem;overflow:hidden}"
    "header{background:var(--band);color:#fff;padding:1.375rem 1.5rem 1.5rem}"
    "header p{font-size:.875rem;margin:0 0 .375rem}"
    "h1{font-size:1.5rem;line-height:1.3;margin:0}"
    ".inside{padding:1.5rem}"
    ".inside>p{margin:0 0 .75rem;font-size:1.125rem}"
    ".inside>:last-child{margin-bottom:0}"
    "section{background:var(--box);border-radius:.5rem;padding:1rem;margin-bottom:1rem}"
    "h2{font-size:1rem;margin:0}"
    "section p{margin:.25rem 0 0;color:var(--soft)}"
    "audio{display:block;width:100%;margin-top:.75rem}"
    "footer{padding:1rem 1.5rem 0;color:var(--soft);font-size:.875rem}"
    "footer p{margin:0}";

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

/// What a page says: `body` on the card below the band with the title, `foot` below the card.
struct Parts {
  std::string line_name;
  std::string title;
  std::string body;
  std::string foot = {};
};

http::Response html(int status, Language language, const Parts& parts) {
  std::string page = "<!doctype html>\n<html lang=\"";
  page.append(people::code_of(language)).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
  page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  page.append("<meta name=\"robots\" content=\"noindex\">\n");
  page.append(element("title", parts.title)).append("<style>").append(style).append("</style>\n");
  page.append("</head>\n<body>\n<main>\n<header>\n").append(element("p", parts.line_name));
  page.append(element("h1", parts.title)).append("</header>\n<div class=\"inside\">\n");
  page.append(parts.body).append("</div>\n</main>\n");
  if (!parts.foot.empty()) page.append("<footer>" + element("p", parts.foot) + "</footer>\n");
  page.append("</body>\n</html>\n");
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
  std::string body =
      element("p", catalogue.say(language, "listen.day", {{"day", text::FullDay{page.day}}}));
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
  return html(200, language,
              {.line_name = catalogue.say(language, "mail.line_name"),
               .title = title,
               .body = body,
               .foot = catalogue.say(language, "listen.private")});
}

http::Response listen_refusal(const text::Catalogue& catalogue, std::optional<Language> language,
                              Refusal refusal) {
  const auto [status, words] = outcome_of(refusal);
  const Language first = language.value_or(Language::en);
  std::string body = element("p", catalogue.say(first, words));
  if (!language) body += "<p lang=\"es\">" + escaped(catalogue.say(Language::es, words)) + "</p>\n";
  return html(status, first,
              {.line_name = catalogue.say(first, "mail.line_name"),
               .title = catalogue.say(first, "listen.refused"),
               .body = body});
}

}  // namespace api

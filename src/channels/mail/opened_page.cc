#include "channels/mail/opened_page.h"

namespace mail {
namespace {

using notice::Kind;

/// A mail with a code must not teach anybody to press links in mails with codes; and whoever asked
/// has the page open.
bool has_page(Kind kind) {
  return kind != Kind::sign_in_code;
}

/// What came to nothing yet is looked after on the board.
bool is_on_the_board(Kind kind) {
  return kind == Kind::unclear_text || kind == Kind::incomplete_call || kind == Kind::late_or_early;
}

}  // namespace

Links page_links(const store::Notice& notice, const std::string& base) {
  if (base.empty() || !has_page(notice.kind)) return {};
  if (notice.request) {
    const std::string number = std::to_string(notice.request->value());
    return {.application = base + "/requests/" + number, .recording = {}, .page = Page::request};
  }
  if (notice.call_out) {
    // The application leads on to the call-out's request, which may have been made or merged since.
    const std::string number = std::to_string(notice.call_out->value());
    return {.application = base + "/call-outs/" + number, .recording = {}, .page = Page::request};
  }
  if (is_on_the_board(notice.kind)) {
    return {.application = base + "/board", .recording = {}, .page = Page::board};
  }
  return {.application = base, .recording = {}, .page = Page::home};
}

}  // namespace mail

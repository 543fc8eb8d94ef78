#include "channels/mail/smtp_conversation.h"

#include <algorithm>

namespace mail {
namespace {

constexpr int start_mail_input = 354;

/// "Authentication required", "too weak", "invalid", "encryption required".
bool is_about_login(int code) {
  return code == 530 || code == 534 || code == 535 || code == 538;
}

/// 0 unless the line ends a reply: "250 OK", not "250-SIZE".
int final_code(std::string_view line) {
  if (line.size() < 3 || (line.size() > 3 && line[3] == '-')) return 0;
  int code = 0;
  for (const char digit : line.substr(0, 3)) {
    if (digit < '0' || digit > '9') return 0;
    code = 10 * code + (digit - '0');
  }
  return code;
}

}  // namespace

std::string without_addresses(std::string_view text) {
  std::string kept;
  const auto is_space = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const auto* from = text.data() + begin;
    const auto* to = std::find_if(from, text.data() + text.size(), is_space);
    const std::string_view word(from, static_cast<std::size_t>(to - from));
    begin += word.size() + 1;
    if (word.empty()) continue;
    if (!kept.empty()) kept += ' ';
    kept += word.find('@') == std::string_view::npos ? word : "(address)";
  }
  return kept;
}

void SmtpConversation::we_said(std::string_view command) {
  if (over_) return;
  const std::string_view verb = command.substr(0, command.find_first_of(" \r\n"));
  if (verb == "AUTH") stage_ = Stage::login;
  if (verb == "MAIL") stage_ = Stage::sender;
  if (verb == "RCPT") stage_ = Stage::recipient;
  if (verb == "DATA") stage_ = Stage::data;
  // curl says good-bye after a refusal; the answer to that is not the mail's.
  over_ = verb == "QUIT";
  if (!over_) code_ = 0;
}

void SmtpConversation::server_said(std::string_view line) {
  if (over_) return;
  const int code = final_code(line);
  if (code == 0) return;
  code_ = code;
  reply_ = without_addresses(line);
  if (code == start_mail_input) body_begun_ = true;
}

Outcome SmtpConversation::outcome(CURLcode result, std::string_view words) const {
  if (result == CURLE_OK) return Accepted{reply_};
  if (result == CURLE_URL_MALFORMAT || result == CURLE_UNSUPPORTED_PROTOCOL) {
    return Misconfigured{without_addresses(words)};
  }
  if (code_ >= 400 && code_ <= 499) return TryLater{code_, reply_, false};
  if (result == CURLE_LOGIN_DENIED)
    return Misconfigured{code_ == 0 ? without_addresses(words) : reply_};
  if (code_ >= 500 && code_ <= 599) return refusal();
  return TryLater{0, without_addresses(words), body_begun_};
}

Outcome SmtpConversation::refusal() const {
  const bool is_about_this_mail = stage_ == Stage::recipient || stage_ == Stage::data;
  if (is_about_this_mail && !is_about_login(code_)) return Refused{code_, reply_};
  return Misconfigured{reply_};
}

}  // namespace mail

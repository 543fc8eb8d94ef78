// What was said between the server and us, as far as it tells how a mail fared. Commands and
// replies come from libcurl's trace, because its result alone does not say at which command a
// server refused. Pages: RFC 5321 section 4.2; RFC 4954 section 6 for the codes of a login.
#pragma once

#include <string>
#include <string_view>

#include <curl/curl.h>

#include "channels/mail/smtp.h"

namespace mail {

/// Of one mail. Keeps nothing of a login and no address.
class SmtpConversation {
 public:
  void we_said(std::string_view command);
  void server_said(std::string_view line);

  /// `words` are curl's own on what went wrong.
  Outcome outcome(CURLcode result, std::string_view words) const;

 private:
  enum class Stage { greeting, login, sender, recipient, data };

  Outcome refusal() const;

  Stage stage_ = Stage::greeting;
  int code_ = 0;  // of the last whole reply; 0 while it is awaited
  std::string reply_;
  bool body_begun_ = false;
  bool over_ = false;
};

/// Each word with an @ in it gone, and no control characters.
std::string without_addresses(std::string_view text);

}  // namespace mail

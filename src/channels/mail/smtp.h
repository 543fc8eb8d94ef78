// Mail out, by SMTP over libcurl. Blocking: for workers only. Encrypts where the server offers it
// (smtp:// upgrades when it can, smtps:// always).
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"

namespace mail {

struct Message {
  std::string from;        // "Callout <callout@example.org>"
  std::string to;          // an address, or "Name <address>"
  std::string subject;     // any UTF-8; RFC 2047 is applied here
  std::string text;        // the plain part
  std::string html;        // empty: no HTML part
  std::string message_id;  // "<…@…>", the same at each try so that a doubled one is recognised
  std::string date;        // RFC 5322
};

/// "smtp://user:password@host:587", "smtps://…", "smtp://localhost:25". User and password are
/// percent-decoded; a path is the name with which we greet the server, by default this machine's.
class SmtpUrl {
 public:
  /// The Problem names SMTP_URL and never repeats the password.
  static base::Result<SmtpUrl> parse(std::string_view text);
  const std::string& server() const { return server_; }  // without user and password
  const std::string& user() const { return user_; }
  const std::string& password() const { return password_; }

 private:
  std::string server_, user_, password_;
};

/// `reply` and `why` are fit for a log: the server's last line or curl's words, without addresses.
struct Accepted {
  std::string reply;
};
/// 5xx for this recipient or this mail, or a header that can't be one: trying again will not help.
struct Refused {
  int code = 0;
  std::string why;
};
/// 4xx (greylisting), no connection, TLS trouble, time-out.
struct TryLater {
  int code = 0;
  std::string why;
  bool maybe_sent = false;  // the line broke while the body was on its way or unanswered
};
/// The login failed, the URL is wrong, or the server refuses us or our sender (5xx before the
/// recipient was named): somebody must mend the settings.
struct Misconfigured {
  std::string why;
};
using Outcome = std::variant<Accepted, Refused, TryLater, Misconfigured>;

struct SmtpLimits {
  std::chrono::milliseconds connect{5'000};
  std::chrono::milliseconds total{30'000};
};

/// One thread at a time. Keeps its connection for the next mail. Throws std::runtime_error if
/// libcurl itself fails.
class SmtpClient {
 public:
  explicit SmtpClient(SmtpUrl url, SmtpLimits limits = {});
  ~SmtpClient();
  SmtpClient(SmtpClient&&) noexcept;
  SmtpClient& operator=(SmtpClient&&) noexcept;
  SmtpClient(const SmtpClient&) = delete;
  SmtpClient& operator=(const SmtpClient&) = delete;

  Outcome send(const Message& message);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace mail

// The demo's post office: every mail that came, the newest 2,000, in memory only.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace demo {

using MailMoment = std::chrono::sys_time<std::chrono::milliseconds>;
using MailClock = std::function<MailMoment()>;

/// As it was handed over by SMTP.
struct ReceivedMail {
  std::string from;             // the sender on the envelope; empty: a bounce
  std::vector<std::string> to;  // the recipients on the envelope
  std::string raw;              // headers and body, lines ending in CR LF
};

struct KeptMail {
  std::int64_t id = 0;  // from 1, never given twice
  std::string from;
  std::vector<std::string> to;
  std::string subject;  // decoded (RFC 2047), one line
  MailMoment received;
  std::size_t bytes = 0;
};

/// Thread-safe.
class Mailbox {
 public:
  static constexpr std::size_t most_mails = 2000;
  static constexpr std::size_t most_bytes = 200 * 1024 * 1024;  // the oldest go first

  /// `on_change` is called after each mail that was kept, on the thread that kept it; must not
  /// throw.
  Mailbox(MailClock clock, std::function<void()> on_change);

  void keep(ReceivedMail mail);

  /// Newest first, at most `limit`; `to` (any case): only those to that address, empty: all.
  std::vector<KeptMail> newest(std::string_view to, std::size_t limit) const;
  /// Who has mail: each address once, in alphabetical order, in lower case.
  std::vector<std::string> addresses() const;
  /// The bytes as they came; null when there is none of that id, or none any more.
  std::shared_ptr<const std::string> raw(std::int64_t id) const;

 private:
  struct Entry {
    KeptMail mail;
    std::shared_ptr<const std::string> raw;
  };

  MailClock clock_;
  std::function<void()> on_change_;
  mutable std::mutex mutex_;
  std::deque<Entry> entries_;  // oldest first
  std::size_t bytes_ = 0;
  std::int64_t last_id_ = 0;
};

}  // namespace demo

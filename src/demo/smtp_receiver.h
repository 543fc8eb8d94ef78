// The demo's mail server: takes every mail for everybody over SMTP (RFC 5321) and hands it on. On
// the loopback only, bounded in every direction.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "demo/mailbox.h"

namespace demo {

struct SmtpOptions {
  std::uint16_t port = 0;                               // 0: any that is free
  std::size_t max_connections = 64;                     // more are told 421 and closed
  std::size_t max_mail_bytes = 8 * 1024 * 1024;         // 552 beyond
  std::size_t max_recipients = 100;                     // 452 beyond (RFC 5321 section 4.5.3.1.8)
  std::size_t max_errors = 20;                          // of one connection, then 421
  std::chrono::milliseconds idle_deadline{60'000};      // without a byte: 421 and closed
  std::chrono::milliseconds session_deadline{600'000};  // however busy
};

/// Called on the thread that runs the receiver, before the sender is told 250; what it throws is
/// told the sender as 451.
using OnMail = std::function<void(ReceivedMail)>;

/// The listening socket is open once constructed; `run` serves.
class SmtpReceiver {
 public:
  /// Throws std::system_error when the port can't be had.
  SmtpReceiver(const SmtpOptions& options, OnMail on_mail);
  ~SmtpReceiver();
  SmtpReceiver(const SmtpReceiver&) = delete;
  SmtpReceiver& operator=(const SmtpReceiver&) = delete;

  std::uint16_t port() const;
  /// Serves on the calling thread until `stop`; once.
  void run();
  /// From any thread: closes everything, then `run` returns. Twice is harmless.
  void stop();

 private:
  struct Core;
  std::unique_ptr<Core> core_;
};

}  // namespace demo

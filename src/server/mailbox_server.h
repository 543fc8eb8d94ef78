// The demo's mailbox: an SMTP server that takes every mail, and the page that shows them, for this
// machine alone.
#pragma once

#include <cstdint>
#include <string>
#include <thread>

#include "demo/mailbox.h"
#include "demo/smtp_receiver.h"
#include "http/event_hub.h"
#include "http/server.h"

namespace server {

class MailboxServer {
 public:
  /// `port` of the page; 0: any. Throws std::system_error when it can't be had.
  explicit MailboxServer(std::uint16_t port);
  ~MailboxServer();
  MailboxServer(const MailboxServer&) = delete;
  MailboxServer& operator=(const MailboxServer&) = delete;

  std::string url() const;       // "http://127.0.0.1:5002"
  std::string smtp_url() const;  // "smtp://127.0.0.1:41233"

  /// Serves on threads of its own.
  void start();
  /// Twice is harmless.
  void stop();

 private:
  http::EventHub events_;
  demo::Mailbox mailbox_;
  demo::SmtpReceiver smtp_;
  http::Server page_;
  std::thread receiving_;
  std::thread serving_;
};

}  // namespace server

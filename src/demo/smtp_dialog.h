// What is said on one SMTP connection (RFC 5321), without the connection: bytes in, replies out.
// Takes mail from everybody for everybody.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "demo/smtp_receiver.h"

namespace demo {

/// A line ends in CR LF and in nothing else (section 2.3.8): what ends its lines otherwise is
/// refused, so that no two servers ever see different mails in the same bytes.
class SmtpDialog {
 public:
  SmtpDialog(const SmtpOptions& options, const OnMail& on_mail)
      : options_(options), on_mail_(on_mail) {}

  static std::string greeting();
  /// Whatever came, cut anywhere. The replies to it, in order; empty: none is due.
  std::string hear(std::string_view bytes);
  /// The connection is to be closed once the replies are out.
  bool is_over() const { return is_over_; }

 private:
  // Where in the data the next byte stands.
  enum class At { line_start, dot, dot_cr, text, cr };

  void hear_command_byte(char byte);
  void obey(std::string_view line);
  void greet(std::string_view name, bool is_extended);
  void begin_mail(std::string_view argument);
  void add_recipient(std::string_view argument);
  void begin_data(std::string_view argument);
  void hear_data_byte(char byte);
  void hear_text_byte(char byte);
  void keep(char byte);
  void end_data();
  void forget_mail();
  void say(std::string_view reply);
  void refuse(std::string_view reply);
  void hang_up(std::string_view reply);

  const SmtpOptions& options_;
  const OnMail& on_mail_;
  std::string replies_;
  std::string line_;
  bool is_greeted_ = false;
  bool has_sender_ = false;
  bool is_over_ = false;
  bool is_in_data_ = false;
  std::size_t errors_ = 0;
  ReceivedMail mail_;
  At at_ = At::line_start;
  bool is_malformed_ = false;
  bool is_too_large_ = false;
};

}  // namespace demo

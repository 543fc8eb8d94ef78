#include "demo/smtp_dialog.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "demo/smtp_words.h"

namespace demo {
namespace {

constexpr std::size_t longest_line = 1000;  // of a command; section 4.5.3.1.4 wants 512

/// A browser that was told to post to this port.
bool is_http(std::string_view verb) {
  return verb == "GET" || verb == "POST" || verb == "CONNECT" || verb == "PUT" || verb == "HEAD" ||
         verb == "OPTIONS";
}

}  // namespace

std::string SmtpDialog::greeting() {
  return "220 localhost the demo's mailbox\r\n";
}

std::string SmtpDialog::hear(std::string_view bytes) {
  for (const char byte : bytes) {
    if (is_over_) break;
    if (is_in_data_)
      hear_data_byte(byte);
    else
      hear_command_byte(byte);
  }
  return std::exchange(replies_, {});
}

void SmtpDialog::hear_command_byte(char byte) {
  const bool has_cr = line_.ends_with('\r');
  if (byte == '\n' && has_cr) {
    line_.pop_back();
    const std::string line = std::exchange(line_, {});
    if (line.size() > longest_line) return refuse("500 5.5.2 The line is too long");
    return obey(line);
  }
  if (byte == '\n' || has_cr) return hang_up("521 5.5.2 Lines end in CR LF");
  // Of a line that is too long already only its end matters.
  if (line_.size() <= longest_line || byte == '\r') line_ += byte;
}

void SmtpDialog::obey(std::string_view line) {
  const auto [verb, argument] = split_command(line);
  if (is_http(verb)) return hang_up("521 5.5.1 This is a mail server");
  if (verb == "EHLO" || verb == "HELO") return greet(argument, verb == "EHLO");
  if (verb == "MAIL") return begin_mail(argument);
  if (verb == "RCPT") return add_recipient(argument);
  if (verb == "DATA") return begin_data(argument);
  if (verb == "NOOP") return say("250 2.0.0 OK");
  if (verb == "RSET") {
    forget_mail();
    return say("250 2.0.0 OK");
  }
  if (verb == "QUIT") return hang_up("221 2.0.0 Bye");
  if (verb == "VRFY") return say("252 2.0.0 Everybody gets mail here");
  if (verb == "HELP") return say("214 2.0.0 RFC 5321");
  if (verb == "EXPN" || verb == "AUTH" || verb == "STARTTLS")
    return refuse("502 5.5.1 Not offered here");
  refuse("500 5.5.1 Not a command");
}

void SmtpDialog::greet(std::string_view name, bool is_extended) {
  if (name.empty()) return refuse("501 5.5.4 Say who you are");
  forget_mail();
  is_greeted_ = true;
  if (!is_extended) return say("250 localhost");
  say("250-localhost");
  say("250-8BITMIME");
  say("250-PIPELINING");
  say("250-ENHANCEDSTATUSCODES");
  say("250 SIZE " + std::to_string(options_.max_mail_bytes));
}

void SmtpDialog::begin_mail(std::string_view argument) {
  if (!is_greeted_) return refuse("503 5.5.1 Say EHLO first");
  if (has_sender_) return refuse("503 5.5.1 One mail after the other");
  const auto path = parse_path("FROM:", argument);
  if (!path) return refuse("501 5.5.4 Write MAIL FROM:<address>");
  const auto parameters = parse_parameters(path->parameters);
  if (!parameters) return refuse("555 5.5.4 A parameter that is not offered here");
  if (parameters->size > options_.max_mail_bytes) return refuse("552 5.3.4 Too large");
  mail_.from = path->address;
  has_sender_ = true;
  say("250 2.1.0 OK");
}

void SmtpDialog::add_recipient(std::string_view argument) {
  if (!has_sender_) return refuse("503 5.5.1 Say MAIL first");
  const auto path = parse_path("TO:", argument);
  if (!path || path->address.empty()) return refuse("501 5.5.4 Write RCPT TO:<address>");
  if (!path->parameters.empty()) return refuse("555 5.5.4 A parameter that is not offered here");
  if (mail_.to.size() >= options_.max_recipients) return refuse("452 4.5.3 Too many recipients");
  mail_.to.push_back(path->address);
  say("250 2.1.5 OK");
}

void SmtpDialog::begin_data(std::string_view argument) {
  if (!argument.empty()) return refuse("501 5.5.4 DATA stands alone");
  if (mail_.to.empty()) return refuse("503 5.5.1 Say RCPT first");
  is_in_data_ = true;
  at_ = At::line_start;
  say("354 Go on, end with a line that is a dot");
}

void SmtpDialog::hear_data_byte(char byte) {
  switch (at_) {
    case At::line_start:
      if (byte != '.') return hear_text_byte(byte);
      at_ = At::dot;
      return;
    case At::dot:  // held back: it was added by the sender (section 4.5.2), or is the end
      if (byte != '\r') return hear_text_byte(byte);
      at_ = At::dot_cr;
      return;
    case At::dot_cr:
      if (byte == '\n') return end_data();
      is_malformed_ = true;
      return hear_text_byte(byte);
    case At::text: return hear_text_byte(byte);
    case At::cr:
      if (byte != '\n') {
        is_malformed_ = true;
        return hear_text_byte(byte);
      }
      keep('\r');
      keep('\n');
      at_ = At::line_start;
      return;
  }
}

void SmtpDialog::hear_text_byte(char byte) {
  at_ = byte == '\r' ? At::cr : At::text;
  if (byte == '\n') is_malformed_ = true;
  if (byte != '\r') keep(byte);
}

void SmtpDialog::keep(char byte) {
  if (is_too_large_ || is_malformed_) return;
  is_too_large_ = mail_.raw.size() >= options_.max_mail_bytes;
  mail_.raw += byte;
}

void SmtpDialog::end_data() {
  is_in_data_ = false;
  ReceivedMail mail = std::exchange(mail_, {});
  const bool is_malformed = is_malformed_;
  const bool is_too_large = is_too_large_;
  forget_mail();
  if (is_malformed) return refuse("550 5.5.2 Lines end in CR LF");
  if (is_too_large) return refuse("552 5.3.4 Too large");
  try {
    on_mail_(std::move(mail));
  } catch (const std::exception&) {
    return say("451 4.3.0 It could not be kept");
  }
  say("250 2.0.0 Kept");
}

void SmtpDialog::forget_mail() {
  mail_ = {};
  has_sender_ = false;
  is_malformed_ = false;
  is_too_large_ = false;
}

void SmtpDialog::say(std::string_view reply) {
  replies_ += reply;
  replies_ += "\r\n";
}

void SmtpDialog::refuse(std::string_view reply) {
  if (++errors_ > options_.max_errors) return hang_up("421 4.7.0 Too many errors");
  say(reply);
}

void SmtpDialog::hang_up(std::string_view reply) {
  say(reply);
  is_over_ = true;
}

}  // namespace demo

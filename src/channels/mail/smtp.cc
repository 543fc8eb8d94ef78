#include "channels/mail/smtp.h"

#include <array>
#include <stdexcept>
#include <utility>
#include <vector>

#include <curl/curl.h>

#include "channels/mail/headers.h"
#include "channels/mail/smtp_conversation.h"

namespace mail {
namespace {

struct Cleanup {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, Cleanup>;
using Mime = std::unique_ptr<curl_mime, Cleanup>;
using Lines = std::unique_ptr<curl_slist, Cleanup>;

void expect_ok(CURLcode result) {
  if (result != CURLE_OK)
    throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(result));
}

template <class Value>
void set(const Curl& curl, CURLoption option, Value value) {
  expect_ok(curl_easy_setopt(curl.get(), option, value));
}

void append(Lines& lines, const std::string& line) {
  curl_slist* head = lines.release();
  lines.reset(curl_slist_append(head, line.c_str()));
  if (lines != nullptr) return;
  curl_slist_free_all(head);
  throw std::runtime_error("libcurl: out of memory");
}

/// Everything that was checked and encoded before a connection is made.
struct Envelope {
  std::string from;
  std::string to;
  std::vector<std::string> headers;
};

base::Result<Envelope> envelope_of(const Message& message) {
  const auto from = parse_mailbox(message.from);
  if (!from) return base::Problem{"From", from.problem().what, from.problem().remedy};
  const auto to = parse_mailbox(message.to);
  if (!to) return base::Problem{"To", to.problem().what, to.problem().remedy};

  const std::array headers{mailbox_header("From", from.value()),
                           mailbox_header("To", to.value()),
                           words_header("Subject", message.subject),
                           token_header("Date", message.date),
                           token_header("Message-ID", message.message_id),
                           token_header("MIME-Version", "1.0"),
                           token_header("Auto-Submitted", "auto-generated")};
  Envelope envelope{from.value().address, to.value().address, {}};
  for (const auto& header : headers) {
    if (!header) return header.problem();
    envelope.headers.push_back(header.value());
  }
  // curl's own top level would be multipart/mixed with the alternatives inside it.
  if (!message.html.empty()) envelope.headers.emplace_back("Content-Type: multipart/alternative");
  return envelope;
}

/// curl's quoted-printable takes only CRLF for the end of a line.
std::string with_crlf(std::string_view text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) lines += '\r';
    lines += text[i];
  }
  return lines;
}

void add_part(const Mime& mime, const char* type, std::string_view text) {
  curl_mimepart* part = curl_mime_addpart(mime.get());
  const std::string body = with_crlf(text);
  expect_ok(curl_mime_data(part, body.data(), body.size()));
  expect_ok(curl_mime_type(part, type));
  expect_ok(curl_mime_encoder(part, "quoted-printable"));
}

Mime body_of(const Curl& curl, const Message& message) {
  Mime mime(curl_mime_init(curl.get()));
  add_part(mime, "text/plain; charset=utf-8", message.text);
  if (!message.html.empty()) add_part(mime, "text/html; charset=utf-8", message.html);
  return mime;
}

int listen(CURL* /*curl*/, curl_infotype type, char* data, std::size_t size, void* conversation) {
  auto& said = *static_cast<SmtpConversation*>(conversation);
  if (type == CURLINFO_HEADER_OUT) said.we_said({data, size});
  if (type == CURLINFO_HEADER_IN) said.server_said({data, size});
  return 0;
}

}  // namespace

struct SmtpClient::Handle {
  SmtpUrl url;
  SmtpLimits limits;
  Curl curl;

  void prepare() const;
  Outcome perform(const Envelope& envelope, const Message& message) const;
};

void SmtpClient::Handle::prepare() const {
  curl_easy_reset(curl.get());
  set(curl, CURLOPT_URL, url.server().c_str());
  set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
  set(curl, CURLOPT_NOSIGNAL, 1L);
  set(curl, CURLOPT_PROXY, "");  // a proxy of the environment is for web pages
  set(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  set(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
  if (url.user().empty()) return;
  set(curl, CURLOPT_USERNAME, url.user().c_str());
  set(curl, CURLOPT_PASSWORD, url.password().c_str());
}

Outcome SmtpClient::Handle::perform(const Envelope& envelope, const Message& message) const {
  prepare();
  Lines headers;
  for (const std::string& header : envelope.headers) append(headers, header);
  Lines recipients;
  append(recipients, envelope.to);
  const Mime body = body_of(curl, message);
  set(curl, CURLOPT_MAIL_FROM, envelope.from.c_str());
  set(curl, CURLOPT_MAIL_RCPT, recipients.get());
  set(curl, CURLOPT_HTTPHEADER, headers.get());
  set(curl, CURLOPT_MIMEPOST, body.get());

  SmtpConversation conversation;
  std::array<char, CURL_ERROR_SIZE> words{};
  set(curl, CURLOPT_VERBOSE, 1L);
  set(curl, CURLOPT_DEBUGFUNCTION, &listen);
  set(curl, CURLOPT_DEBUGDATA, &conversation);
  set(curl, CURLOPT_ERRORBUFFER, words.data());
  const CURLcode result = curl_easy_perform(curl.get());
  curl_easy_reset(curl.get());  // the connection stays; what points at this mail goes
  return conversation.outcome(result, words[0] == '\0' ? curl_easy_strerror(result) : words.data());
}

SmtpClient::SmtpClient(SmtpUrl url, SmtpLimits limits)
    : handle_(std::make_unique<Handle>(Handle{std::move(url), limits, Curl(curl_easy_init())})) {
  if (handle_->curl == nullptr) throw std::runtime_error("libcurl can't start");
}

SmtpClient::~SmtpClient() = default;
SmtpClient::SmtpClient(SmtpClient&&) noexcept = default;
SmtpClient& SmtpClient::operator=(SmtpClient&&) noexcept = default;

Outcome SmtpClient::send(const Message& message) {
  const auto envelope = envelope_of(message);
  if (!envelope) return Refused{0, envelope.problem().field + " " + envelope.problem().what};
  return handle_->perform(envelope.value(), message);
}

}  // namespace mail

#include "channels/twilio/webhooks.h"

#include <algorithm>
#include <charconv>

#include "app/answer_once.h"
#include "app/note_delivery.h"
#include "app/take_text.h"
#include "channels/twilio/error_classes.h"
#include "channels/twilio/signature.h"
#include "channels/twilio/text_replies.h"
#include "channels/twilio/twiml.h"

namespace twilio {
namespace {

constexpr std::size_t longest_id = 128;
constexpr int most_pictures = 10;

http::Response refusal(int status, std::string_view words) {
  return {.status = status,
          .content_type = "text/plain; charset=utf-8",
          .body = std::string(words) + "\n"};
}

/// The provider's ids are opaque: printable, and of some length at most.
bool is_id(std::string_view text) {
  const auto is_printable = [](char c) {
    return c > ' ' && c <= '~';
  };
  return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, is_printable);
}

/// The id at the end of a media URL: "…/Media/ME0123…". The rest of the URL is not ours to trust.
std::string media_sid_of(std::string_view url) {
  const std::string_view last = url.substr(url.rfind('/') + 1);
  const bool is_sid = last.size() == 34 && last.starts_with("ME") &&
                      last.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
  return is_sid ? std::string(last) : std::string();
}

app::IncomingText incoming(const http::Form& form) {
  app::IncomingText text;
  text.sid = http::form_value(form, "MessageSid");
  // A withheld or garbled sender is no id; it still leaves a trace.
  const std::string_view from = http::form_value(form, "From");
  if (is_id(from)) text.from = from;
  text.body = http::form_value(form, "Body");
  text.opt_out_type = http::form_value(form, "OptOutType");
  for (int at = 0; at < most_pictures; ++at) {
    const std::string index = std::to_string(at);
    const std::string sid = media_sid_of(http::form_value(form, "MediaUrl" + index));
    if (sid.empty()) continue;
    text.pictures.push_back({sid, std::string(http::form_value(form, "MediaContentType" + index))});
  }
  return text;
}

template <class Number>
Number number(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Webhooks::Webhooks(const Account& account, const app::Line& line, const text::Catalogue& catalogue,
                   work::Lanes& lanes, platform::Clock clock, platform::Log log)
    : account_(account),
      line_(line),
      catalogue_(catalogue),
      lanes_(lanes),
      clock_(std::move(clock)),
      log_(std::move(log)) {}

bool Webhooks::is_from_provider(const http::Request& request, const http::Form& form,
                                std::string_view signature) const {
  std::string url = account_.public_base_url + request.path;
  if (!request.query.empty()) url += "?" + request.query;
  return is_authentic(account_.auth_tokens, url, form, signature);
}

http::Answer Webhooks::checked(const http::Request& request, Act act) {
  const auto signature = request.field("X-Twilio-Signature");
  if (!signature) return refusal(403, "not signed");
  const auto form = http::parse_form(request.body);
  if (!form) return refusal(400, "the body is not a form");
  if (!is_from_provider(request, *form, *signature))
    return refusal(403, "the signature does not match");
  if (http::form_value(*form, "AccountSid") != account_.sid) return refusal(403, "another account");
  const std::string_view sid = http::form_value(*form, "MessageSid");
  if (!is_id(sid)) return refusal(400, "MessageSid is missing or no id");
  return (this->*act)(request, *form);
}

http::Answer Webhooks::incoming_text(const http::Request&, const http::Form& form) {
  return lanes_.write([this, text = incoming(form)](store::Transaction& tx) -> http::Answer {
    const base::Moment now = clock_();
    const store::StoredAnswer answer = app::answer_once(tx, "sms:" + text.sid, now, [&] {
      const app::TextAnswer outcome = app::take_text(tx, line_, text, now);
      return store::StoredAnswer{.status = 200,
                                 .content_type = std::string(xml_content_type),
                                 .body = messaging_document(reply_to(catalogue_, outcome))};
    });
    return http::Response{
        .status = answer.status, .content_type = answer.content_type, .body = answer.body};
  });
}

http::Answer Webhooks::text_status(const http::Request& request, const http::Form& form) {
  app::DeliveryReport report;
  report.provider_id = http::form_value(form, "MessageSid");
  report.status = http::form_value(form, "MessageStatus");
  report.error_code = number<int>(http::form_value(form, "ErrorCode"));
  report.error = delivery_error(report.error_code);
  const auto query = http::parse_form(request.query);
  if (query) {
    const std::string notice(http::form_value(*query, "notice"));
    if (!notice.empty()) report.notice = notice::NoticeId(number<std::int64_t>(notice));
  }
  return lanes_.write([this, report](store::Transaction& tx) -> http::Answer {
    app::note_delivery(tx, line_.vault, report, clock_());
    return http::Response{.status = 204};
  });
}

http::Route Webhooks::route(std::string pattern, Act act) {
  return {.method = http::Method::post,
          .pattern = std::move(pattern),
          .handler = [this, act](const http::Request& request) { return checked(request, act); },
          // No words: an error is never answered as an outcome, so that the provider takes its
          // fallback.
          .on_error =
              [this](const http::Request&, const std::exception& error) {
                const bool is_overload = dynamic_cast<const work::Overload*>(&error) != nullptr;
                log_.write(platform::Level::error, "webhook failed",
                           {{platform::LogField::error, std::string_view(error.what())}});
                return http::Response{.status = is_overload ? 503 : 500};
              }};
}

std::vector<http::Route> Webhooks::routes() {
  return {route("/twilio/sms/incoming", &Webhooks::incoming_text),
          route("/twilio/sms/fallback", &Webhooks::incoming_text),
          route("/twilio/sms/status", &Webhooks::text_status)};
}

}  // namespace twilio

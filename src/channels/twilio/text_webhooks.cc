#include "channels/twilio/text_webhooks.h"

#include <utility>

#include "app/answer_once.h"
#include "app/note_delivery.h"
#include "app/take_text.h"
#include "channels/twilio/error_classes.h"
#include "channels/twilio/form_values.h"
#include "channels/twilio/text_replies.h"
#include "channels/twilio/twiml.h"

namespace twilio {
namespace {

constexpr int most_pictures = 10;

/// The id at the end of a media URL: "…/Media/ME0123…". The rest of the URL is not ours to trust.
std::string media_sid_of(std::string_view url) {
  const std::string_view last = url.substr(url.rfind('/') + 1);
  const bool is_sid = last.size() == 34 && last.starts_with("ME") &&
                      last.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
  return is_sid ? std::string(last) : std::string();
}

app::IncomingText text_in(const http::Form& form) {
  app::IncomingText text;
  text.sid = id_in(form, "MessageSid");
  // A withheld or garbled sender is no id; it still leaves a trace.
  text.from = id_in(form, "From");
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

}  // namespace

TextWebhooks::TextWebhooks(SignedRequests requests, const app::Line& line,
                           const text::Catalogue& catalogue, work::Lanes& lanes,
                           platform::Clock clock)
    : requests_(std::move(requests)),
      line_(line),
      catalogue_(catalogue),
      lanes_(lanes),
      clock_(std::move(clock)) {}

http::Answer TextWebhooks::incoming(const http::Form& form) {
  return lanes_.write([this, text = text_in(form)](store::Transaction& tx) -> http::Answer {
    const base::Moment now = clock_();
    const store::StoredAnswer answer = app::answer_once(tx, app::key_of_text(text.sid), now, [&] {
      return messaging_answer(reply_to(catalogue_, app::take_text(tx, line_, text, now)));
    });
    return http::Response{
        .status = answer.status, .content_type = answer.content_type, .body = answer.body};
  });
}

http::Answer TextWebhooks::status(const http::Request& request, const http::Form& form) {
  app::DeliveryReport report;
  report.provider_id = id_in(form, "MessageSid");
  report.status = http::form_value(form, "MessageStatus");
  report.error_code = static_cast<int>(number_in(form, "ErrorCode"));
  report.error = delivery_error(report.error_code);
  const auto query = http::parse_form(request.query);
  if (query) {
    const std::int64_t notice = number_in(*query, "notice");
    if (notice != 0) report.notice = notice::NoticeId(notice);
  }
  return lanes_.write([this, report](store::Transaction& tx) -> http::Answer {
    app::note_delivery(tx, line_.vault, report, clock_());
    return http::Response{.status = 204};
  });
}

std::vector<http::Route> TextWebhooks::routes() {
  const auto take = [this](const http::Request&, const http::Form& form) {
    return incoming(form);
  };
  const auto note = [this](const http::Request& request, const http::Form& form) {
    return status(request, form);
  };
  return {requests_.route("/twilio/sms/incoming", {"MessageSid"}, take),
          requests_.route("/twilio/sms/fallback", {"MessageSid"}, take),
          requests_.route("/twilio/sms/status", {"MessageSid"}, note)};
}

}  // namespace twilio

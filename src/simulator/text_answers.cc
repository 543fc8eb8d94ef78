#include "simulator/text_answers.h"

#include <utility>

#include "simulator/error_words.h"
#include "simulator/message_refusal.h"
#include "simulator/segments.h"
#include "simulator/url.h"

namespace simulator {
namespace {

constexpr int most_documents = 10;  // about one message; a loop ends there
constexpr std::size_t most_characters = 1600;
// What is wrong with a <Message> is a warning only (twilio.md 3.4).
constexpr int first_of_message = 14101;
constexpr int last_of_message = 14111;

}  // namespace

TextAnswers::TextAnswers(World& world, MessageDelivery& delivery)
    : world_(world), delivery_(delivery) {}

void TextAnswers::ask(const Message& message, const Number& number) {
  if (number.sms.url.empty()) return;
  Talk talk{.sid = message.sid,
            .ours = message.to,
            .theirs = message.from,
            .params = params_of(message),
            .fallback = number.sms_fallback};
  http::Form params = talk.params;
  request(std::move(talk), "incoming message", number.sms, std::move(params));
}

http::Form TextAnswers::params_of(const Message& message) const {
  http::Form params = {{"ToCountry", ""},
                       {"ToState", ""},
                       {"SmsMessageSid", message.sid},
                       {"NumMedia", std::to_string(message.media.size())},
                       {"ToCity", ""},
                       {"FromZip", ""},
                       {"SmsSid", message.sid},
                       {"FromState", ""},
                       {"SmsStatus", "received"},
                       {"FromCity", ""},
                       {"Body", message.body},
                       {"FromCountry", ""},
                       {"To", message.to},
                       {"ToZip", ""},
                       {"NumSegments", std::to_string(segments(message.body))},
                       {"MessageSid", message.sid},
                       {"AccountSid", world_.account.sid},
                       {"From", message.from},
                       {"ApiVersion", "2010-04-01"}};
  const std::string media_list = world_.rest_base + "/2010-04-01/Accounts/" + world_.account.sid +
                                 "/Messages/" + message.sid + "/Media/";
  for (std::size_t at = 0; at < message.media.size(); ++at) {
    params.emplace_back("MediaContentType" + std::to_string(at), message.media[at].content_type);
    params.emplace_back("MediaUrl" + std::to_string(at), media_list + message.media[at].sid);
  }
  return params;
}

void TextAnswers::request(Talk talk, const std::string& what, const Address& to,
                          http::Form params) {
  Webhook webhook{.subject = talk.sid,
                  .what = what,
                  .to = to,
                  .fallback = talk.fallback,
                  .params = std::move(params),
                  .expects = Expects::messaging_document,
                  .judge = judge_document};
  world_.deliver(std::move(webhook), [this, talk = std::move(talk)](const Outcome& outcome) {
    answered(talk, outcome);
  });
}

void TextAnswers::answered(Talk talk, const Outcome& outcome) {
  world_.complain(talk.sid, outcome);
  if (!outcome.answer) return;
  if (++talk.documents > most_documents) return complain(talk, 14106);
  const MessagingDocument document = read_messaging_document(*outcome.answer);
  for (const Finding& finding : document.findings) {
    world_.complain(talk.sid, finding.is_error, finding.fault);
  }
  for (const Reply& one : document.replies) {
    reply(talk, one, outcome.url);
    if (!one.action.empty()) return;  // the action's document goes on instead
  }
  if (!document.redirect) return;
  http::Form params = talk.params;
  go_on(std::move(talk), "message redirect", document.redirect->url, document.redirect->method,
        outcome.url, std::move(params));
}

void TextAnswers::reply(const Talk& talk, const Reply& reply, const std::string& base) {
  Message message{.from = reply.from.empty() ? talk.ours : reply.from,
                  .to = reply.to.empty() ? talk.theirs : reply.to,
                  .body = reply.body,
                  .direction = "outbound-reply"};
  for (std::size_t at = 0; at < reply.media_urls.size(); ++at) {
    message.media.push_back({.sid = new_sid(world_.random, "ME"),
                             .content_type = "image/jpeg",
                             .bytes = {},
                             .created = world_.now});
  }
  if (!reply.status_callback.empty()) {
    const auto url = absolute_url(reply.status_callback, base);
    if (!url) complain(talk, 14105);
    message.status_callback.url = url.value_or("");
  }
  http::Form params = {{"AccountSid", world_.account.sid},
                       {"ApiVersion", "2010-04-01"},
                       {"From", message.from},
                       {"To", message.to}};
  const int code = refusal_of(message);
  if (code != 0) complain(talk, code);
  const std::string sid =
      code == 0 ? delivery_.send(std::move(message)) : delivery_.fail(std::move(message), code);
  if (reply.action.empty()) return;
  const std::string status = code == 0 ? "queued" : "failed";
  params.insert(
      params.end(),
      {{"MessageSid", sid}, {"SmsSid", sid}, {"MessageStatus", status}, {"SmsStatus", status}});
  go_on(talk, "message action", reply.action, reply.method, base, std::move(params));
}

int TextAnswers::refusal_of(const Message& message) const {
  if (!is_phone_number(message.to)) return 14101;
  if (world_.number(message.from) == nullptr) return 14102;
  if (characters(message.body) > most_characters) return 14103;
  return world_.opted_out.contains({message.from, message.to}) ? 21610 : 0;
}

void TextAnswers::go_on(Talk talk, const std::string& what, const std::string& url,
                        http::Method method, const std::string& base, http::Form params) {
  const auto address = absolute_url(url, base);
  if (!address) return complain(talk, 11100);
  request(std::move(talk), what, {*address, method}, std::move(params));
}

void TextAnswers::complain(const Talk& talk, int code) {
  const bool is_warning = code >= first_of_message && code <= last_of_message;
  world_.complain(talk.sid, !is_warning, {code, error_words(code)});
}

}  // namespace simulator

#include "simulator/message_delivery.h"

#include <utility>

namespace simulator {
namespace {

// From its creation on; about what a message takes in North America.
constexpr milliseconds until_queued{200};  // of a service
constexpr milliseconds until_sent{600};
constexpr milliseconds until_end{2'000};
constexpr milliseconds held_back{3'000};  // longer than between two states: overtaken by the next

bool is_final(const std::string& status) {
  return status == "delivered" || status == "undelivered" || status == "failed";
}

/// "2611220745": year, month, day, hour, minute.
std::string delivery_date(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(moment - day);
  const auto two = [](long number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return two(int(date.year()) % 100) + two(static_cast<long>(unsigned(date.month()))) +
         two(static_cast<long>(unsigned(date.day()))) + two(time.hours().count()) +
         two(time.minutes().count());
}

}  // namespace

MessageDelivery::MessageDelivery(World& world) : world_(world) {}

void MessageDelivery::ends_badly(std::string to, std::string status, int code) {
  endings_[std::move(to)] = {std::move(status), code};
}

int MessageDelivery::refusal_of(const std::string& to) const {
  const auto found = endings_.find(to);
  return found != endings_.end() && found->second.status == "refused" ? found->second.code : 0;
}

std::string MessageDelivery::send(Message message, std::optional<Moment> at) {
  std::string status = message.messaging_service_sid.empty() ? "queued" : "accepted";
  if (at) status = "scheduled";
  const std::string sid = world_.keep(started(std::move(message), std::move(status))).sid;
  if (at)
    world_.agenda.at(*at, [this, sid] { leave(sid); });
  else
    leave(sid);
  return sid;
}

void MessageDelivery::leave(const std::string& sid) {
  const Message* message = world_.message(sid);
  if (message == nullptr || message->status == "canceled") return;
  const Ending ending = ending_of(*message);
  if (!message->messaging_service_sid.empty()) plan(until_queued, sid, "queued");
  if (ending.status == "failed") return plan(until_sent, sid, "failed", ending.code);
  plan(until_sent, sid, "sent");
  plan(until_end, sid, ending.status, ending.code);
}

std::string MessageDelivery::fail(Message message, int code) {
  message = started(std::move(message), "failed");
  message.error_code = code;
  return world_.keep(std::move(message)).sid;
}

Message MessageDelivery::started(Message message, std::string status) const {
  message.sid = new_sid(world_.random, message.media.empty() ? "SM" : "MM");
  message.status = std::move(status);
  message.created = world_.now;
  message.updated = world_.now;
  return message;
}

MessageDelivery::Ending MessageDelivery::ending_of(const Message& message) {
  const auto found = endings_.find(message.to);
  // What an answer in TwiML would send is refused by failing.
  if (found != endings_.end() && found->second.status == "refused")
    return {"failed", found->second.code};
  if (found != endings_.end()) return found->second;
  if (!happens(world_.chaos.undelivered_percent)) return {};
  return {"undelivered", world_.chaos.undelivered_code};
}

void MessageDelivery::plan(milliseconds after, const std::string& sid, std::string status,
                           int code) {
  world_.agenda.at(world_.now + after,
                   [this, sid, status = std::move(status), code] { reach(sid, status, code); });
}

void MessageDelivery::reach(const std::string& sid, const std::string& status, int code) {
  Message* message = world_.message(sid);
  if (message == nullptr || message->status == "canceled") return;
  message->status = status;
  message->updated = world_.now;
  if (code != 0) message->error_code = code;
  if (status == "sent") message->sent = world_.now;
  if (message->from.empty() && !world_.numbers.empty()) {
    message->from = world_.numbers.front().phone_number;  // the service has chosen
  }
  world_.changed("messages");
  call_back(*message);
}

void MessageDelivery::call_back(const Message& message) {
  if (message.status_callback.url.empty()) return;
  if (happens(world_.chaos.lose_callbacks_percent)) return;
  Webhook webhook{.subject = message.sid,
                  .what = "message status",
                  .to = message.status_callback,
                  .params = callback_params(message),
                  .expects = Expects::nothing};
  milliseconds delay = world_.chaos.callback_delay;
  if (world_.chaos.reorders_callbacks && !is_final(message.status)) delay += held_back;
  world_.agenda.at(world_.now + delay, [this, webhook = std::move(webhook)] {
    world_.deliver(webhook, [this, sid = webhook.subject](const Outcome& outcome) {
      if (outcome.fault) world_.complain(sid, false, *outcome.fault);
    });
  });
}

http::Form MessageDelivery::callback_params(const Message& message) const {
  http::Form params = {{"AccountSid", world_.account.sid},
                       {"ApiVersion", "2010-04-01"},
                       {"From", message.from},
                       {"MessageSid", message.sid},
                       {"MessageStatus", message.status},
                       {"SmsSid", message.sid},
                       {"SmsStatus", message.status},
                       {"To", message.to}};
  if (!message.messaging_service_sid.empty()) {
    params.emplace_back("MessagingServiceSid", message.messaging_service_sid);
  }
  if (message.error_code && is_final(message.status)) {
    params.emplace_back("ErrorCode", std::to_string(*message.error_code));
  }
  if (message.status == "delivered" || message.status == "undelivered") {
    params.emplace_back("RawDlrDoneDate", delivery_date(world_.now));
  }
  return params;
}

bool MessageDelivery::happens(int percent_of_all) const {
  return percent_of_all > 0 && percent(world_.random) < percent_of_all;
}

}  // namespace simulator

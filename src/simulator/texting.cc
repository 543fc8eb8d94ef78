#include "simulator/texting.h"

#include <utility>

#include "simulator/message_refusal.h"
#include "simulator/opt_out.h"

namespace simulator {
namespace {

std::vector<Media> media_of(const Incoming& incoming, const World& world) {
  std::vector<Media> media;
  media.reserve(incoming.pictures.size());
  for (const auto& picture : incoming.pictures) {
    media.push_back({.sid = new_sid(world.random, "ME"),
                     .content_type = picture.content_type,
                     .bytes = picture.bytes,
                     .created = world.now});
  }
  return media;
}

/// The pictures themselves stay where they are: the simulator fetches nothing.
std::vector<Media> media_of(const http::Form& form, const World& world) {
  std::vector<Media> media;
  for (const auto& [name, value] : form) {
    if (name != "MediaUrl" || value.empty()) continue;
    media.push_back({.sid = new_sid(world.random, "ME"),
                     .content_type = "image/jpeg",
                     .bytes = {},
                     .created = world.now});
  }
  return media;
}

}  // namespace

Texting::Texting(World& world) : world_(world), delivery_(world), answers_(world, delivery_) {}

std::string Texting::receive(const Incoming& incoming) {
  const Message* known = incoming.sid.empty() ? nullptr : world_.message(incoming.sid);
  const Message message = known == nullptr ? keep(incoming) : *known;
  if (known == nullptr) heed_opt_out(message);
  if (const Number* number = world_.number(message.to)) answers_.ask(message, *number);
  return message.sid;
}

Message& Texting::keep(const Incoming& incoming) {
  Message message{.sid = incoming.sid,
                  .from = incoming.from,
                  .to = incoming.to,
                  .body = incoming.body,
                  .direction = "inbound",
                  .status = "received",
                  .media = media_of(incoming, world_),
                  .created = world_.now,
                  .updated = world_.now,
                  .sent = world_.now};
  if (message.sid.empty()) {
    message.sid = new_sid(world_.random, message.media.empty() ? "SM" : "MM");
  }
  return world_.keep(std::move(message));
}

void Texting::heed_opt_out(const Message& message) {
  const OptOutWord word = opt_out_word(message.body);
  const std::pair pair(message.to, message.from);
  if (world_.number(message.to) == nullptr) return;
  // Who has stopped already hears no more of it, and who has never stopped can't come back.
  if (word == OptOutWord::none) return;
  if (word == OptOutWord::stop && !world_.opted_out.insert(pair).second) return;
  if (word == OptOutWord::start && world_.opted_out.erase(pair) == 0) return;
  delivery_.send({.from = message.to,
                  .to = message.from,
                  .body = std::string(carrier_answer(word)),
                  .direction = "outbound-reply"});
}

std::variant<std::string, Refusal> Texting::create(const http::Form& form) {
  if (auto refused = refuse_message(world_, form)) return *std::move(refused);
  const std::string to(http::form_value(form, "To"));
  if (const int code = delivery_.refusal_of(to)) return refusal(code);
  const auto value = [&](std::string_view name) {
    return std::string(http::form_value(form, name));
  };
  return delivery_.send({.from = value("From"),
                         .to = to,
                         .body = value("Body"),
                         .direction = "outbound-api",
                         .media = media_of(form, world_),
                         .messaging_service_sid = value("MessagingServiceSid"),
                         .status_callback = {value("StatusCallback")}},
                        scheduled_for(form));
}

void Texting::ends_badly(std::string to, std::string status, int code) {
  delivery_.ends_badly(std::move(to), std::move(status), code);
}

}  // namespace simulator

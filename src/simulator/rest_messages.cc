#include "simulator/rest_messages.h"

#include <algorithm>
#include <boost/json.hpp>

#include "simulator/rest_date.h"
#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_page.h"
#include "simulator/segments.h"

namespace simulator {
namespace {

using boost::json::object;
using http::Method;

object rendered(const World& world, const Message& message) {
  const std::string uri = "/2010-04-01/Accounts/" + world.account.sid + "/Messages/" + message.sid;
  object json{{"account_sid", world.account.sid},
              {"api_version", "2010-04-01"},
              {"body", message.body},
              {"date_created", date_or_null(message.created)},
              {"date_sent", date_or_null(message.sent)},
              {"date_updated", date_or_null(message.updated)},
              {"direction", message.direction},
              {"error_code", nullptr},
              {"error_message", nullptr},
              {"from", text_or_null(message.from)},
              {"messaging_service_sid", text_or_null(message.messaging_service_sid)},
              {"num_media", std::to_string(message.media.size())},
              {"num_segments", std::to_string(segments(message.body))},
              {"price", nullptr},
              {"price_unit", "USD"},
              {"sid", message.sid},
              {"status", message.status},
              {"subresource_uris", {{"media", uri + "/Media.json"}}},
              {"to", message.to},
              {"uri", uri + ".json"}};
  if (message.error_code) {
    json["error_code"] = *message.error_code;
    json["error_message"] = error_words(*message.error_code);
  }
  return json;
}

bool is_waiting(const Message& message) {
  return message.status == "scheduled" || message.status == "accepted" ||
         message.status == "queued";
}

bool is_under_way(const Message& message) {
  return is_waiting(message) || message.status == "sent";
}

http::Response create(const Everything& everything, const Asked& asked) {
  World& world = everything.world;
  const auto outcome = everything.texting.create(asked.form);
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) return error_answer(*refusal);
  if (fails_after_all(world)) return error_answer(500, 20500);
  const Message* message = world.message(std::get<std::string>(outcome));
  return rest_answer(201, rendered(world, *message));
}

http::Response list(const World& world, const Asked& asked) {
  const auto dates = DateFilter::read(asked.query, "DateSent");
  if (!dates) return error_answer(400, 20001);
  const auto to = http::form_value(asked.query, "To");
  const auto from = http::form_value(asked.query, "From");
  std::vector<const Message*> found;
  std::vector<std::string_view> sids;
  for (auto message = world.messages.rbegin(); message != world.messages.rend(); ++message) {
    if (!to.empty() && message->to != to) continue;
    if (!from.empty() && message->from != from) continue;
    if (!dates->holds(message->sent.value_or(message->created))) continue;
    found.push_back(&*message);
    sids.push_back(message->sid);
  }
  return page_answer(asked, "messages", sids,
                     [&](std::size_t at) { return rendered(world, *found[at]); });
}

http::Response fetch(World& world, const Asked& asked) {
  const Message* message = world.message(asked.sid("sid"));
  if (message == nullptr || !asked.wants_json("sid")) return not_found(asked.request);
  return rest_answer(200, rendered(world, *message));
}

bool has(const http::Form& form, std::string_view name) {
  return std::ranges::any_of(form, [name](const auto& pair) { return pair.first == name; });
}

/// Redacts with an empty Body; takes back what has not been sent with Status=canceled.
http::Response update(World& world, const Asked& asked) {
  Message* message = world.message(asked.sid("sid"));
  if (message == nullptr) return not_found(asked.request);
  const auto status = http::form_value(asked.form, "Status");
  const bool redacts = has(asked.form, "Body");
  if (redacts && !http::form_value(asked.form, "Body").empty()) return error_answer(400, 20001);
  if (!status.empty() && status != "canceled") return error_answer(400, 20001);
  if (status == "canceled") {
    if (!is_waiting(*message)) {
      return error_answer(400, 30409);
    }
    message->status = "canceled";
  }
  if (redacts) message->body.clear();
  message->updated = world.now;
  world.changed("messages");
  return rest_answer(200, rendered(world, *message));
}

http::Response remove(World& world, const Asked& asked) {
  const Message* message = world.message(asked.sid("sid"));
  if (message == nullptr) return not_found(asked.request);
  if (is_under_way(*message)) return error_answer(409, 20009);
  std::erase_if(world.messages, [&](const Message& one) { return one.sid == asked.sid("sid"); });
  world.changed("messages");
  return deleted();
}

}  // namespace

std::vector<http::Route> message_routes(const Everything& everything) {
  World& world = everything.world;
  const auto route = [&](Method method, const std::string& path, Act act) {
    return route_behind_door(everything, method, path, std::move(act));
  };
  return {
      route(Method::post, "/Messages.json",
            [everything](const Asked& asked) { return create(everything, asked); }),
      route(Method::get, "/Messages.json",
            [&world](const Asked& asked) { return list(world, asked); }),
      route(Method::get, "/Messages/{sid}",
            [&world](const Asked& asked) { return fetch(world, asked); }),
      route(Method::post, "/Messages/{sid}",
            [&world](const Asked& asked) { return update(world, asked); }),
      route(Method::del, "/Messages/{sid}",
            [&world](const Asked& asked) { return remove(world, asked); }),
  };
}

}  // namespace simulator

#include "simulator/rest_numbers.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <optional>
#include <utility>

#include "simulator/message_refusal.h"
#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_page.h"
#include "simulator/url.h"

namespace simulator {
namespace {

using boost::json::object;
using http::Method;

constexpr std::size_t most_numbers = 1'000;

/// An address of a number, by the names that the form and the answer have for it.
struct Configured {
  Address Number::* address;
  std::string_view url;  // of the form
  std::string_view method;
  std::string_view json_url;
  std::string_view json_method;
  int bad_url;  // error codes
  int bad_method;
};

constexpr std::array<Configured, 5> addresses{{
    {&Number::voice, "VoiceUrl", "VoiceMethod", "voice_url", "voice_method", 21402, 21403},
    {&Number::voice_fallback, "VoiceFallbackUrl", "VoiceFallbackMethod", "voice_fallback_url",
     "voice_fallback_method", 21402, 21403},
    {&Number::status_callback, "StatusCallback", "StatusCallbackMethod", "status_callback",
     "status_callback_method", 21402, 21403},
    {&Number::sms, "SmsUrl", "SmsMethod", "sms_url", "sms_method", 21502, 21503},
    {&Number::sms_fallback, "SmsFallbackUrl", "SmsFallbackMethod", "sms_fallback_url",
     "sms_fallback_method", 21502, 21503},
}};

boost::json::string_view view(std::string_view text) {
  return {text.data(), text.size()};
}

object rendered(const World& world, const Number& number) {
  const std::string uri =
      "/2010-04-01/Accounts/" + world.account.sid + "/IncomingPhoneNumbers/" + number.sid;
  object json{{"account_sid", world.account.sid},
              {"address_requirements", "none"},
              {"address_sid", nullptr},
              {"api_version", "2010-04-01"},
              {"beta", false},
              {"bundle_sid", nullptr},
              {"capabilities", {{"fax", false}, {"mms", true}, {"sms", true}, {"voice", true}}},
              {"date_created", date_or_null(number.created)},
              {"date_updated", date_or_null(number.updated)},
              {"emergency_address_sid", nullptr},
              {"emergency_status", "Inactive"},
              {"friendly_name", number.friendly_name},
              {"identity_sid", nullptr},
              {"origin", "twilio"},
              {"phone_number", number.phone_number},
              {"sid", number.sid},
              {"sms_application_sid", nullptr},
              {"status", "in-use"},
              {"trunk_sid", nullptr},
              {"uri", uri + ".json"},
              {"voice_application_sid", nullptr},
              {"voice_caller_id_lookup", false},
              {"voice_receive_mode", "voice"}};
  for (const Configured& one : addresses) {
    const Address& address = number.*one.address;
    json[view(one.json_url)] = text_or_null(address.url);
    json[view(one.json_method)] = view(method_name(address.method));
  }
  return json;
}

/// Writes one field of the form, if it is one of that address; the code of what it does not take.
int configure(Address& address, const Configured& names, std::string_view name,
              const std::string& value) {
  if (name == names.url) {
    if (!value.empty() && !is_for_webhooks(value)) return names.bad_url;
    address.url = value;
  }
  if (name == names.method) {
    if (value != "GET" && value != "POST") return names.bad_method;
    address.method = value == "GET" ? Method::get : Method::post;
  }
  return 0;
}

/// Writes what the form names into the number; the code of what it does not take.
int configure(Number& number, const http::Form& form) {
  for (const auto& [name, value] : form) {
    if (name == "FriendlyName") number.friendly_name = value;
    for (const Configured& one : addresses) {
      if (const int code = configure(number.*one.address, one, name, value)) return code;
    }
  }
  return 0;
}

std::vector<Number>::iterator find(World& world, const Asked& asked) {
  return std::ranges::find(world.numbers, asked.sid("sid"), &Number::sid);
}

http::Response create(World& world, const Asked& asked) {
  const std::string phone_number(http::form_value(asked.form, "PhoneNumber"));
  if (!is_phone_number(phone_number)) return error_answer(400, 21421);
  if (world.number(phone_number) != nullptr) return error_answer(400, 21422);
  if (world.numbers.size() >= most_numbers) return error_answer(400, 21422);
  Number number{.sid = new_sid(world.random, "PN"),
                .phone_number = phone_number,
                .friendly_name = phone_number,
                .voice = {},
                .voice_fallback = {},
                .status_callback = {},
                .sms = {},
                .sms_fallback = {},
                .created = world.now,
                .updated = world.now};
  if (const int code = configure(number, asked.form)) return error_answer(400, code);
  world.numbers.push_back(std::move(number));
  return rest_answer(201, rendered(world, world.numbers.back()));
}

/// By a part of the number or the whole name, newest first.
http::Response list(const World& world, const Asked& asked) {
  const auto part = http::form_value(asked.query, "PhoneNumber");
  const auto name = http::form_value(asked.query, "FriendlyName");
  std::vector<const Number*> found;
  std::vector<std::string_view> sids;
  for (auto number = world.numbers.rbegin(); number != world.numbers.rend(); ++number) {
    if (number->phone_number.find(part) == std::string::npos) continue;
    if (!name.empty() && number->friendly_name != name) continue;
    found.push_back(&*number);
    sids.push_back(number->sid);
  }
  return page_answer(asked, "incoming_phone_numbers", sids,
                     [&](std::size_t at) { return rendered(world, *found[at]); });
}

http::Response fetch(World& world, const Asked& asked) {
  const auto number = find(world, asked);
  if (number == world.numbers.end()) return not_found(asked.request);
  return rest_answer(200, rendered(world, *number));
}

http::Response update(World& world, const Asked& asked) {
  const auto number = find(world, asked);
  if (number == world.numbers.end()) return not_found(asked.request);
  Number changed = *number;
  if (const int code = configure(changed, asked.form)) return error_answer(400, code);
  changed.updated = world.now;
  *number = std::move(changed);
  return rest_answer(200, rendered(world, *number));
}

http::Response remove(World& world, const Asked& asked) {
  const auto number = find(world, asked);
  if (number == world.numbers.end()) return not_found(asked.request);
  world.numbers.erase(number);
  return deleted();
}

}  // namespace

std::vector<http::Route> number_routes(const Everything& everything) {
  World& world = everything.world;
  const auto route = [&](Method method, const std::string& path,
                         http::Response (*act)(World&, const Asked&)) {
    return route_behind_door(everything, method, "/IncomingPhoneNumbers" + path,
                             [&world, act](const Asked& asked) { return act(world, asked); });
  };
  const auto list_all = [](World& all, const Asked& asked) {
    return list(all, asked);
  };
  return {route(Method::post, ".json", create), route(Method::get, ".json", list_all),
          route(Method::get, "/{sid}", fetch), route(Method::post, "/{sid}", update),
          route(Method::del, "/{sid}", remove)};
}

}  // namespace simulator

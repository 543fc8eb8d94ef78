#include "simulator/rest_door.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/bytes.h"
#include "http/field.h"
#include "simulator/rest_json.h"

namespace simulator {
namespace {

constexpr std::string_view json_ending = ".json";
constexpr std::size_t longest_body = 64 * 1024;  // of a form; 1600 characters and some addresses

std::string basic(const std::string& user, const std::string& password) {
  return base::base64(base::as_bytes(user + ":" + password));
}

bool is_known(const http::Request& request, const Account& account) {
  constexpr std::string_view scheme = "Basic ";
  const std::string_view field = request.field("Authorization").value_or("");
  if (!http::equal_without_case(field.substr(0, scheme.size()), scheme)) return false;
  const std::string_view given = field.substr(scheme.size());
  return given == basic(account.sid, account.auth_token) ||
         (!account.api_key_sid.empty() &&
          given == basic(account.api_key_sid, account.api_key_secret));
}

std::string without_ending(const std::string& segment) {
  return segment.ends_with(json_ending) ? segment.substr(0, segment.size() - json_ending.size())
                                        : segment;
}

bool happens(const World& world, int percent_of_all) {
  return percent_of_all > 0 && percent(world.random) < percent_of_all;
}

/// Not before the time is up, as in life.
http::Deferred late(const Everything& everything, milliseconds delay, http::Answer answer) {
  return {[&later = everything.later, delay, answer](http::Deferred::Reply reply) {
    later.after(delay, [reply = std::move(reply), answer] { reply(answer); });
  }};
}

/// With the gate locked. What stands in the way of a request; nothing: it may pass.
std::optional<http::Answer> turned_away(const Everything& everything,
                                        const http::Request& request) {
  const World& world = everything.world;
  if (!is_known(request, world.account)) return error_answer(401, 20003);
  const auto account = request.segments.find("account");
  if (account != request.segments.end() && without_ending(account->second) != world.account.sid) {
    return not_found(request);
  }
  if (happens(world, world.chaos.rest_hang_percent)) {
    return late(everything, world.chaos.rest_hang, http::Silence());
  }
  if (happens(world, world.chaos.rest_429_percent)) return error_answer(429, 20429);
  if (happens(world, world.chaos.rest_500_percent)) return error_answer(500, 20500);
  return {};
}

}  // namespace

std::string Asked::sid(const std::string& segment) const {
  return without_ending(request.segments.at(segment));
}

bool Asked::wants_json(const std::string& segment) const {
  return request.segments.at(segment).ends_with(json_ending);
}

http::Handler behind_door(const Everything& everything, Act act) {
  return [everything, act = std::move(act)](const http::Request& request) -> http::Answer {
    auto query = http::parse_form(request.query);
    auto form = http::parse_form(request.body);
    http::Response response;
    milliseconds delay{};
    {
      const std::scoped_lock lock(everything.gate);
      const Chaos& chaos = everything.world.chaos;
      if (auto instead = turned_away(everything, request)) return *std::move(instead);
      if (!query || !form) return error_answer(400, 20001);
      response = act({.request = request, .query = *std::move(query), .form = *std::move(form)});
      response.fields.push_back({"Twilio-Request-Id", new_sid(everything.world.random, "RQ")});
      if (happens(everything.world, chaos.rest_slow_percent)) delay = chaos.rest_slow;
    }
    const bool only_reads =
        request.method == http::Method::get || request.method == http::Method::head;
    if (!only_reads) everything.wake();
    if (delay.count() > 0) return late(everything, delay, std::move(response));
    return response;
  };
}

bool fails_after_all(const World& world) {
  return happens(world, world.chaos.accept_then_fail_percent);
}

http::Route route_behind_door(const Everything& everything, http::Method method,
                              const std::string& path, Act act) {
  return route_of_all_accounts(everything, method, "/2010-04-01/Accounts/{account}" + path,
                               std::move(act));
}

http::Route route_of_all_accounts(const Everything& everything, http::Method method,
                                  const std::string& path, Act act) {
  http::Handler handler = behind_door(everything, std::move(act));
  return {.method = method,
          .pattern = path,
          .body_limit = longest_body,
          .handler = std::move(handler),
          .on_error = [](const http::Request&, const std::exception&) {
            return error_answer(500, 20500);
          }};
}

}  // namespace simulator

// For tests: the REST API over a small world, asked without a network.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <utility>
#include <variant>

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "http/router.h"
#include "simulator/rest.h"
#include "simulator/world_test.h"

namespace simulator {

struct RestWorld : TestWorld {
  Gate gate;
  Switchboard switchboard{world};
  Texting texting{world};
  Later later;
  int woken = 0;
  http::Router router{rest_routes({.gate = gate,
                                   .world = world,
                                   .switchboard = switchboard,
                                   .texting = texting,
                                   .later = later,
                                   .wake = [this] {
                                     ++woken;
                                   }})};
  std::string user = test_account;
  std::string password = "12345";

  /// `path` below the account's, with its query.
  http::Answer ask_anything(http::Method method, const std::string& path,
                            const std::string& body = "") {
    http::Request request;
    request.method = method;
    request.path = path.substr(0, path.find('?'));
    if (path.find('?') != std::string::npos) request.query = path.substr(path.find('?') + 1);
    request.body = body;
    if (!user.empty()) {
      request.fields = {
          {"Authorization", "Basic " + base::base64(base::as_bytes(user + ":" + password))}};
    }
    const auto match = router.find(method, request.path);
    if (match.route == nullptr) return http::Response{.status = 405};
    request.segments = match.segments;
    return match.route->handler(request);
  }
  http::Response ask(http::Method method, const std::string& path, const http::Form& form = {}) {
    auto answer = ask_anything(method, "/2010-04-01/Accounts/" + std::string(test_account) + path,
                               http::write_form(form));
    return std::get<http::Response>(std::move(answer.either()));
  }
  http::Response get(const std::string& path) { return ask(http::Method::get, path); }
  http::Response post(const std::string& path, const http::Form& form) {
    return ask(http::Method::post, path, form);
  }
  http::Response remove(const std::string& path) { return ask(http::Method::del, path); }
};

inline boost::json::object json_of(const http::Response& response) {
  boost::system::error_code error;
  const auto value = boost::json::parse(response.body, error);
  EXPECT_TRUE(value.is_object()) << response.status << " " << response.body;
  return value.is_object() ? value.get_object() : boost::json::object();
}

inline std::string text_of(const boost::json::object& json, std::string_view name) {
  const auto* value = json.if_contains({name.data(), name.size()});
  if (value == nullptr) return "missing";
  return value->is_string() ? std::string(value->get_string()) : boost::json::serialize(*value);
}

/// "code 21604, status 400", as the body and the answer say alike.
inline std::string refusal_in(const http::Response& response) {
  const auto json = json_of(response);
  if (text_of(json, "status") != std::to_string(response.status)) return "another status";
  if (text_of(json, "more_info") != "https://www.twilio.com/docs/errors/" + text_of(json, "code")) {
    return "another address";
  }
  return text_of(json, "code") + " " + text_of(json, "status");
}

}  // namespace simulator

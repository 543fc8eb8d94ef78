// For tests: a provider on a port of its own, on our own server library. It answers what it is told
// to and remembers what it was asked.
#pragma once

#include <algorithm>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "channels/twilio/account.h"
#include "http/server.h"

namespace test_support {

class ProviderDouble {
 public:
  ProviderDouble() : server_({}, http::Router(routes())), thread_([this] { server_.run(); }) {}
  ProviderDouble(const ProviderDouble&) = delete;
  ProviderDouble& operator=(const ProviderDouble&) = delete;
  ~ProviderDouble() {
    server_.stop(std::chrono::seconds(0));
    thread_.join();
  }

  std::string base_url() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }
  twilio::Account account() const {
    return {.sid = "AC1",
            .auth_tokens = {"token", "next"},
            .api_key_sid = "",
            .api_key_secret = "",
            .phone_number = "+15550100000",
            .sms_number = "+15550100001",
            .base_url = base_url(),
            .public_base_url = "https://callout.example.org"};
  }

  void answer(http::Response response) {
    const std::lock_guard lock(mutex_);
    answers_.push_back(std::move(response));
  }
  std::vector<http::Request> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  std::vector<http::Route> routes() {
    const http::Handler handler = [this](const http::Request& request) {
      return take(request);
    };
    const std::string recordings = "/2010-04-01/Accounts/{account}/Recordings";
    const std::string messages = "/2010-04-01/Accounts/{account}/Messages";
    return {
        {http::Method::post, messages + ".json", 64 * 1024, handler, {}},
        {http::Method::get, messages + ".json", 64 * 1024, handler, {}},
        {http::Method::get, messages + "/{message}/Media/{media}", 64 * 1024, handler, {}},
        {http::Method::get, messages + "/{message}/Media.json", 64 * 1024, handler, {}},
        {http::Method::get, recordings + ".json", 64 * 1024, handler, {}},
        {http::Method::get, "/2010-04-01/Accounts/{account}/Calls.json", 64 * 1024, handler, {}},
        {http::Method::get, recordings + "/{recording}", 64 * 1024, handler, {}},
        {http::Method::del, recordings + "/{recording}", 64 * 1024, handler, {}},
        {http::Method::get, "/stored/{media}", 64 * 1024, handler, {}}};
  }

  /// Answers in the order in which they were given; the last one stays.
  http::Response take(const http::Request& request) {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    const std::size_t at = std::min(requests_.size(), answers_.size()) - 1;
    return answers_.at(at);
  }

  std::mutex mutex_;
  std::vector<http::Response> answers_;
  std::vector<http::Request> requests_;
  http::Server server_;
  std::thread thread_;
};

}  // namespace test_support

// For tests: an application on a free port of this machine that keeps what it is asked and answers
// as a story wants.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "http/loopback_test.h"
#include "http/message.h"

namespace simulator {

class TestApplication {
 public:
  /// `number` counts the requests from 1.
  using Answering = std::function<http::Answer(const http::Request& request, int number)>;

  explicit TestApplication(Answering answering)
      : answering_(std::move(answering)), loopback_(routes()) {}

  std::string url(const std::string& target) const { return loopback_.url() + target; }
  std::string base() const { return loopback_.url(); }
  std::uint16_t port() const { return loopback_.port(); }

  std::vector<http::Request> requests() const {
    const std::scoped_lock lock(mutex_);
    return requests_;
  }

 private:
  std::vector<http::Route> routes() {
    const http::Handler handler = [this](const http::Request& request) {
      int number = 0;
      {
        const std::scoped_lock lock(mutex_);
        requests_.push_back(request);
        number = static_cast<int>(requests_.size());
      }
      return answering_(request, number);
    };
    std::vector<http::Route> routes;
    for (const auto method : {http::Method::get, http::Method::post}) {
      routes.push_back({method, "/{one}", 64 * 1024, handler, {}});
    }
    return routes;
  }

  Answering answering_;
  mutable std::mutex mutex_;
  std::vector<http::Request> requests_;
  http::Loopback loopback_;  // last: it stops before the rest goes
};

}  // namespace simulator

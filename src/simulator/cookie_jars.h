// The cookies that applications set on webhooks: the provider sends them along with the later
// requests of one call, and with those of the texts between two numbers for four hours.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace simulator {

/// Thread-safe. Bounded: the jar that was filled longest ago goes first.
class CookieJars {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// The value of the field Cookie, "a=1; b=2"; empty: there is none. `jar`: whose, and which host.
  std::string cookies(const std::string& jar, Time now) const;
  /// Takes each Set-Cookie of an answer. One with "Max-Age=0" is removed; all other attributes mean
  /// nothing here.
  void fill(const std::string& jar, const std::vector<http::Field>& fields, Time now);

  static constexpr std::size_t most_jars = 1'000;
  static constexpr std::size_t most_cookies = 50;
  static constexpr std::size_t longest_cookie = 4'096;
  static constexpr std::chrono::hours kept_for{4};

 private:
  struct Jar {
    Time filled;
    std::map<std::string, std::string> values;
  };
  void put(const std::string& jar, std::string_view set_cookie, Time now);
  void forget_oldest();

  mutable std::mutex mutex_;
  std::map<std::string, Jar> jars_;
};

}  // namespace simulator

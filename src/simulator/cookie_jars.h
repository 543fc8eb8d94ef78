// The cookies that applications set on webhooks: the provider sends them along with the later
// requests of one call, and with those of the texts between two numbers for four hours. Their time
// is the simulator's.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "simulator/moment.h"

namespace simulator {

/// Thread-safe. Bounded: the jar that was filled longest ago goes first.
class CookieJars {
 public:
  /// The value of the field Cookie, "a=1; b=2"; empty: there is none. `jar`: whose, and which host.
  std::string cookies(const std::string& jar, Moment now) const;
  /// Takes each Set-Cookie of an answer, until its Max-Age or else its Expires is over, which it
  /// may be at once; all other attributes mean nothing here.
  void fill(const std::string& jar, const std::vector<http::Field>& fields, Moment now);

  static constexpr std::size_t most_jars = 1'000;
  static constexpr std::size_t most_cookies = 50;
  static constexpr std::size_t longest_cookie = 4'096;
  static constexpr std::chrono::hours kept_for{4};

 private:
  struct Value {
    std::string text;
    std::optional<Moment> until;
  };
  struct Jar {
    Moment filled;
    std::map<std::string, Value> values;
  };
  void put(const std::string& jar, std::string_view set_cookie, Moment now);
  void forget_oldest();

  mutable std::mutex mutex_;
  std::map<std::string, Jar> jars_;
};

}  // namespace simulator

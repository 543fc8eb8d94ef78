// What a story does behind the pages, a line a command:
//
//   advance 1860                 time passes
//   sql <statement>              past all of our own code
//   admin-link                   as `callout admin-link` prints it
//   import people.csv            as `callout people import` does
//   set-password <email> <password>
//
// Each is answered by one line of JSON: {"ok": …} or {"failed": "…"}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inspector.h"
#include "server/world.h"
#include "story_clock.h"

namespace e2e {

class Console {
 public:
  Console(server::Environment environment, const server::Settings& settings, StoryClock& clock);

  /// The answer's line.
  std::string carry_out(std::string_view command);

 private:
  std::string callout(const std::vector<std::string>& arguments, const std::string& secret = {});

  server::Environment environment_;
  std::filesystem::path folder_;
  StoryClock& clock_;
  test_support::Inspector inspector_;
};

}  // namespace e2e

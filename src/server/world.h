// What a command sees of the world. main hands in the real one, tests hand in their own.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "platform/clock.h"
#include "server/demonstrate.h"
#include "server/settings.h"
#include "server/simulate.h"

namespace server {

struct World {
  Environment environment;
  std::filesystem::path folder;  // where .env is looked for
  std::ostream& out;             // what was asked for
  std::ostream& err;             // everything else
  platform::Clock clock;
  platform::Random random;
  /// One line that is not shown while it is typed; nothing at the end of the input.
  std::function<std::optional<std::string>(std::string_view question)> ask_secret;
  bool is_interactive = false;  // somebody sits there and may mistype
  std::function<int(const Settings&)> serve;
  std::function<int(const Simulation&)> simulate = {};
  std::function<int(const Demonstration&)> demonstrate = {};
};

/// "callout: PORT is …: set it to …" on err; 1, the status of a failed command.
int fail(const World& world, const base::Problem& problem);

/// The settings, or their whole report on err.
std::optional<Settings> settings_or_report(const World& world);

}  // namespace server

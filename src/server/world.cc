#include "server/world.h"

#include <ostream>

namespace server {

int fail(const World& world, const base::Problem& problem) {
  world.err << "callout: " << problem.field << (problem.field.empty() ? "" : " ") << problem.what
            << (problem.remedy.empty() ? "" : ": ") << problem.remedy << "\n";
  return 1;
}

std::optional<Settings> settings_or_report(const World& world) {
  auto settings = load_settings(world.environment, world.folder);
  if (settings) return std::move(settings).value();
  const std::size_t count = settings.problem().size();
  world.err << "callout: " << count << (count == 1 ? " setting is wrong" : " settings are wrong")
            << ", nothing was started:\n"
            << report_of(settings.problem());
  return {};
}

}  // namespace server

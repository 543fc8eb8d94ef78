#include "console.h"

#include <boost/json.hpp>
#include <sstream>

#include "server/command_line.h"

namespace e2e {
namespace {

namespace json = boost::json;

/// The word before the first blank, and what follows it.
std::pair<std::string, std::string> first_word(std::string_view line) {
  const auto blank = line.find(' ');
  if (blank == std::string_view::npos) return {std::string(line), {}};
  return {std::string(line.substr(0, blank)), std::string(line.substr(blank + 1))};
}

std::string done(json::value result) {
  return json::serialize(json::object{{"ok", std::move(result)}});
}

std::string failed(std::string_view why) {
  return json::serialize(json::object{{"failed", why}});
}

}  // namespace

Console::Console(server::Environment environment, const server::Settings& settings,
                 StoryClock& clock)
    : environment_(std::move(environment)),
      folder_(settings.data_dir),
      clock_(clock),
      inspector_(settings.database_file) {}

std::string Console::carry_out(std::string_view command) try {
  const auto [verb, rest] = first_word(command);
  if (verb == "advance") {
    clock_.advance(std::chrono::seconds(std::stoll(rest)));
    return done(true);
  }
  if (verb == "sql") return done(json::value_from(inspector_.rows(rest)));
  if (verb == "admin-link") return callout({"admin-link"});
  if (verb == "import") return callout({"people", "import", rest});
  if (verb == "set-password") {
    const auto [email, password] = first_word(rest);
    return callout({"people", "set-password", email}, password);
  }
  return failed("there is no command " + verb);
} catch (const std::exception& failure) {
  return failed(failure.what());
}

// The real command, on the files of the running server, as on a terminal beside it.
std::string Console::callout(const std::vector<std::string>& arguments, const std::string& secret) {
  std::ostringstream out;
  std::ostringstream err;
  const server::World world{
      .environment = environment_,
      .folder = folder_,
      .out = out,
      .err = err,
      .clock = clock_.clock(),
      .random = platform::system_random(),
      .ask_secret = [&secret](std::string_view) { return std::optional<std::string>(secret); },
      .is_interactive = false,
      .serve =
          [](const server::Settings&) {
            return 1;
          }};
  const int status = server::run(arguments, world);
  return status == 0 ? done(json::string(out.str())) : failed(err.str());
}

}  // namespace e2e

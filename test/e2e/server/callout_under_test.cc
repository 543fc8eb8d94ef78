// Callout as the end-to-end tests run it: the whole server with its threads, its settings from the
// environment as `callout serve` reads them, on a clock that is CLOCK_AHEAD seconds ahead of the
// system's and can be moved further. Says {"ready": …} on stdout when it serves; then takes the
// commands of console.h. Ends with "stop" or when stdin does.
#include <boost/json.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <thread>

#include <unistd.h>

#include "console.h"
#include "server/callout.h"

namespace {

server::Environment environment() {
  server::Environment result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals != std::string_view::npos)
      result.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return result;
}

std::chrono::seconds clock_ahead(server::Environment& environment) {
  const auto found = environment.extract("CLOCK_AHEAD");
  return std::chrono::seconds(found ? std::stoll(found.mapped()) : 0);
}

// Beside the log's lines on the same stream: whole at once.
void say(const std::string& line) {
  std::fputs((line + "\n").c_str(), stdout);
  std::fflush(stdout);
}

int run() {
  std::signal(SIGPIPE, SIG_IGN);
  server::Environment variables = environment();
  e2e::StoryClock clock(clock_ahead(variables));
  const auto settings = server::read_settings(variables);
  if (!settings) {
    std::cerr << server::report_of(settings.problem());
    return 1;
  }
  const platform::Log log(settings.value().log_level, nullptr, clock.clock());
  auto opened = server::Callout::open(
      settings.value(),
      {.clock = clock.clock(), .log = log, .practice = server::PracticeRooms::offered});
  if (!opened) {
    std::cerr << opened.problem().field << " " << opened.problem().what << "\n";
    return 1;
  }
  server::Callout& callout = *opened.value();
  std::thread serving([&callout] { callout.run(); });
  say(R"({"ready":)" + std::to_string(callout.port()) + "}");
  e2e::Console console(variables, settings.value(), clock);
  for (std::string line; std::getline(std::cin, line) && line != "stop";)
    say(console.carry_out(line));
  callout.stop();
  serving.join();
  return 0;
}

}  // namespace

int main() {
  try {
    return run();
  } catch (const std::exception& failure) {
    std::cerr << "callout_under_test: " << failure.what() << "\n";
    return 1;
  }
}

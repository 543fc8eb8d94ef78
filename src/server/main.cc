// Where the program begins: the real world is put together and handed to the command.
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <signal.h>
#include <unistd.h>

#include "server/command_line.h"
#include "server/serve.h"
#include "server/terminal.h"

namespace {

server::Environment environment() {
  server::Environment result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    result.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return result;
}

int run(int count, char** arguments) {
  // A reader that went away and a full disk shall come back as errors, not end the process.
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);
  const server::World world{.environment = environment(),
                            .folder = std::filesystem::current_path(),
                            .out = std::cout,
                            .err = std::cerr,
                            .clock = platform::system_clock(),
                            .random = platform::system_random(),
                            .ask_secret = server::read_secret_line,
                            .is_interactive = server::is_terminal(),
                            .serve = server::serve,
                            .simulate = server::simulate,
                            .demonstrate = server::demonstrate};
  return server::run(std::vector<std::string>(arguments + 1, arguments + count), world);
}

}  // namespace

int main(int count, char** arguments) {
  try {
    return run(count, arguments);
  } catch (const std::exception& failure) {
    std::cerr << "callout: " << failure.what() << "\n";
  } catch (...) {
    std::cerr << "callout: an unknown failure\n";
  }
  return 1;
}

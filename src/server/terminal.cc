#include "server/terminal.h"

#include <iostream>

#include <termios.h>
#include <unistd.h>

namespace server {
namespace {

class WithoutEcho {
 public:
  WithoutEcho() : is_changed_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_changed_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~WithoutEcho() {
    if (is_changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  WithoutEcho(const WithoutEcho&) = delete;
  WithoutEcho& operator=(const WithoutEcho&) = delete;

 private:
  termios before_{};
  bool is_changed_;
};

std::optional<std::string> read_line() {
  std::string line;
  if (!std::getline(std::cin, line)) return {};
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace

bool is_terminal() {
  return isatty(STDIN_FILENO) == 1;
}

std::optional<std::string> read_secret_line(std::string_view question) {
  if (!is_terminal()) return read_line();
  std::cerr << question << std::flush;
  std::optional<std::string> line;
  {
    const WithoutEcho silence;
    line = read_line();
  }
  std::cerr << "\n";
  return line;
}

}  // namespace server

// The real `callout` as a child process, to be killed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace crash {

using Environment = std::map<std::string, std::string>;

class Program {
 public:
  Program(Environment environment, std::filesystem::path folder)
      : environment_(std::move(environment)), folder_(std::move(folder)) {}
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Runs to its end; the exit status.
  int run(const std::vector<std::string>& arguments);
  /// Starts `serve` and waits until it answers.
  void serve(std::uint16_t port);
  void kill_hard();
  void stop_gently();

 private:
  pid_t start(const std::vector<std::string>& arguments);
  int end(int signal);

  Environment environment_;
  std::filesystem::path folder_;
  pid_t child_ = -1;
};

/// A port that was free a moment ago.
std::uint16_t free_port();

}  // namespace crash

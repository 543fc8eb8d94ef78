#include "crash/program.h"

#include <csignal>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "http/client.h"

namespace crash {
namespace {

constexpr int most_looks = 1500;
constexpr std::chrono::milliseconds between_looks{20};

}  // namespace

Program::~Program() {
  if (child_ > 0) kill_hard();
}

pid_t Program::start(const std::vector<std::string>& arguments) {
  const pid_t child = fork();
  if (child != 0) return child;
  const int log = open((folder_ / "program.log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  dup2(log, STDOUT_FILENO);
  dup2(log, STDERR_FILENO);
  if (chdir(folder_.c_str()) != 0) _exit(126);
  std::vector<std::string> words = {"callout"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  for (const auto& [name, value] : environment_)
    setenv(name.c_str(), value.c_str(), 1);  // NOLINT(concurrency-mt-unsafe)
  execv(CALLOUT_PROGRAM, argv.data());
  _exit(127);
}

int Program::run(const std::vector<std::string>& arguments) {
  child_ = start(arguments);
  return end(0);
}

void Program::serve(std::uint16_t port) {
  environment_["PORT"] = std::to_string(port);
  child_ = start({"serve"});
  http::Client client;
  const std::string ready = "http://127.0.0.1:" + std::to_string(port) + "/readyz";
  for (int look = 0; look < most_looks; ++look) {
    const auto outcome = client.call({.url = ready});
    const auto* response = std::get_if<http::Response>(&outcome);
    if (response != nullptr && response->status == 200) return;
    std::this_thread::sleep_for(between_looks);
  }
  throw std::runtime_error("callout serve does not become ready");
}

void Program::kill_hard() {
  end(SIGKILL);
}
void Program::stop_gently() {
  end(SIGTERM);
}

int Program::end(int signal) {
  if (signal != 0) kill(child_, signal);
  int status = 0;
  waitpid(child_, &status, 0);
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::uint16_t free_port() {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no free port");
  }
  close(listener);
  return ntohs(address.sin_port);
}

}  // namespace crash

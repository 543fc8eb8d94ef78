#include "other_sides.h"

#include <array>
#include <csignal>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test_support {
namespace {

namespace json = boost::json;

std::string read_line(int fd) {
  std::string line;
  char c = 0;
  while (read(fd, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

}  // namespace

OtherSides::OtherSides() {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe");
  child_ = fork();
  if (child_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    execlp("node", "node", CALLOUT_SOURCE_DIR "/test/other_sides/other_sides.mjs", nullptr);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  stdin_ = in[1];
  const std::string line = read_line(out[0]);
  close(out[0]);
  if (line.empty()) throw std::runtime_error("the other sides did not start");
  const json::object ready = json::parse(line).as_object();
  control_ = ready.at("control").as_string();
  provider_ = ready.at("provider").as_string();
  smtp_ = ready.at("smtp").as_string();
}

OtherSides::~OtherSides() {
  if (stdin_ >= 0) close(stdin_);
  if (child_ <= 0) return;
  kill(child_, SIGTERM);
  waitpid(child_, nullptr, 0);
}

std::string OtherSides::sign(std::string_view token, std::string_view url, const Params& params) {
  json::array pairs;
  for (const auto& [name, value] : params) pairs.push_back(json::array{name, value});
  const json::value answer = post("/sign", {{"token", token}, {"url", url}, {"params", pairs}});
  return std::string(answer.at("signature").as_string());
}

json::value OtherSides::post(std::string_view path, const json::object& body) {
  return call({.method = http::Method::post,
               .url = control_ + std::string(path),
               .fields = {{"Content-Type", "application/json"}},
               .body = json::serialize(body)});
}

json::value OtherSides::get(std::string_view path) {
  return call({.url = control_ + std::string(path)});
}

json::value OtherSides::call(http::Call call) {
  call.max_body = 64 * 1024 * 1024;
  const auto outcome = client_.call(call);
  const auto* response = std::get_if<http::Response>(&outcome);
  if (response == nullptr) throw std::runtime_error("the other sides do not answer");
  if (response->status != 200)
    throw std::runtime_error("the other sides refused: " + response->body);
  return json::parse(response->body);
}

}  // namespace test_support

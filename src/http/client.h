// HTTP requests to others, over libcurl. Blocking: for workers only, never for a handler.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "http/message.h"

namespace http {

struct Call {
  Method method = Method::get;
  std::string url;  // http or https only
  std::vector<Field> fields = {};
  std::string body = {};
  std::string user = {};  // Basic authentication when not empty
  std::string password = {};
  std::chrono::milliseconds connect_timeout{5000};
  std::chrono::milliseconds timeout{15000};
  std::size_t max_body = 1024 * 1024;  // a longer answer counts as Unreachable
  bool gives_up_crawling = true;       // see Client; false: the time-out alone bounds it
};

/// No complete answer came. `sent`: the request may have reached the other side and been carried
/// out (a time-out or reset after connecting), so a repeat must look there first. `answer_begun`:
/// it certainly has arrived, as an answer's status line came, though not the whole answer.
struct Unreachable {
  std::string
      why;  // "Couldn't connect to server (Connection refused)"; holds no URL and no credentials
  bool sent = false;
  bool answer_begun = false;
};

/// Owns one libcurl handle and keeps its connection. One thread at a time. Follows no redirects;
/// never sends a POST or PATCH twice. Any other request is given up before its timeout when less
/// than 256 bytes a second came for 10 s, silence included, unless the call says otherwise; a POST
/// has its whole time, as giving it up leaves in doubt whether it was carried out. An answer's
/// Content-Type is in `content_type`, the rest in `fields`.
class Client {
 public:
  Client();
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  std::variant<Response, Unreachable> call(const Call& call);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace http

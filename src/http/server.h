// The HTTP/1.1 server (RFC 9112): bounded in every direction, strict where leniency lets requests
// be smuggled, one I/O thread that never runs anything slow.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "http/router.h"

namespace http {

/// One line of the access log: the route's template, never the URL, so that nothing personal is
/// logged.
struct Access {
  Method method;           // get when the request could not be read
  std::string_view route;  // "/twilio/sms/incoming"; "-" when none matched
  int status;
  std::chrono::microseconds took;  // from the request's first byte to its answer
};

struct ServerOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;                        // 0: any that is free
  std::size_t max_connections = 1024;            // more are answered 503 and closed
  std::size_t max_header_bytes = 16 * 1024;      // 431 beyond
  std::chrono::seconds request_deadline{15};     // from first byte to whole request: 408 beyond
  std::chrono::seconds idle_deadline{60};        // a kept connection without a request
  std::chrono::seconds answer_deadline{30};      // a handler that has not answered: 503
  std::function<void(const Access&)> on_access;  // may be unset; on the I/O thread; must not throw
};

/// The listening socket is open once constructed (the port can be told to others); `run` serves.
class Server {
 public:
  /// Throws std::system_error when the address can't be bound.
  Server(ServerOptions options, Router router);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  /// Serves on the calling thread until `stop`; once. To return before the Server is destroyed.
  void run();
  /// From any thread or a signal's handler thread: stop accepting, let requests under way finish
  /// (at most `grace`), close the rest; then `run` returns. Calling it twice is harmless.
  void stop(std::chrono::seconds grace = std::chrono::seconds(10));

 private:
  struct Core;
  std::shared_ptr<Core> core_;
};

}  // namespace http

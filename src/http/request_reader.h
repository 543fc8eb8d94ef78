// One request out of a stream of bytes, without any socket: Boost.Beast's parser, which refuses
// every malformed message that we tried, and the rules that it leaves to us. Nothing here waits or
// grows without a bound. The header is handed out before the body is read, so that the route can
// say how long a body may be.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "http/message.h"

namespace http {

/// How far the bytes led.
struct Progress {
  enum class State { more, done, refused };
  State state = State::more;
  std::size_t used = 0;  // bytes of the input that need not be shown again
  int status = 0;        // when refused: 400, 413, 417, 431, 501
};

class RequestReader {
 public:
  explicit RequestReader(std::size_t max_header_bytes);
  ~RequestReader();
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  /// Forgets the request, ready for the next one.
  void reset();

  /// `bytes`: everything that waits and was not used yet.
  Progress read_header(std::string_view bytes);

  // Once the header is done:
  /// Refuses a longer body: at once when its length was told, else while it is read.
  Progress limit_body(std::size_t limit);
  Progress read_body(std::string_view bytes);
  /// The client waits for "100 Continue" before it sends the body.
  bool expects_continue() const;
  /// The client takes an answer in chunks, whose length nobody knows yet.
  bool takes_chunks() const;
  /// The client will send another request on this connection.
  bool keeps_alive() const;
  /// Its `segments` and `remote_address` are the caller's to fill.
  Request& request();

 private:
  struct Parser;
  std::size_t max_header_bytes_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace http

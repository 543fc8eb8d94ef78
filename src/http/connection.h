// One client's socket: reads a request, has it answered, writes the answer in one piece, begins
// again. One request at a time: those that a client sends ahead wait in the buffer. An event stream
// takes the socket over and is the connection's last answer. Lives on the I/O thread. One deadline
// holds at any moment; the server looks at it once a second.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "http/event_writer.h"
#include "http/inbox.h"
#include "http/request_reader.h"
#include "http/response_text.h"
#include "http/router.h"
#include "http/server.h"

namespace http {

class Connection;

/// What the connections of a server share; outlives them.
struct Service {
  const ServerOptions& options;
  const Router& router;
  std::shared_ptr<Inbox> inbox;
  std::function<void(const std::shared_ptr<Connection>&)> on_closed;
  bool draining = false;  // each answer is the last on its connection
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(Service& service, boost::asio::ip::tcp::socket socket);

  void serve();
  /// Says why not, and closes.
  void refuse(int status);
  /// Acts when the deadline has passed.
  void check(Clock::time_point now);
  /// Closes if no request is under way, or an event stream is.
  void drain();
  void close();

 private:
  enum class Phase { idle, header, body, answering, streaming, writing, lingering, closed };
  using Outcome = std::variant<Answer, std::exception_ptr>;

  void enter(Phase phase, Clock::duration limit);
  void await_request();
  void begin_request();
  void read();
  void make_room();
  void on_read(std::size_t length);
  std::string_view waiting() const;
  void read_header();
  void find_route();
  void send_continue();
  void read_body();
  void answer();
  Response not_found() const;
  void settle(Answer answer);
  Deferred::Reply reply();
  void take(Outcome outcome);
  void fail(const std::exception_ptr& failure);
  void begin_stream(EventStream stream);
  void send(const Response& response, Afterwards afterwards);
  void note_access(Method method, int status) const;
  void write();
  void on_written();
  void linger();

  Service& service_;
  boost::asio::ip::tcp::socket socket_;
  std::string remote_address_;
  Phase phase_ = Phase::idle;
  Clock::time_point deadline_ = Clock::time_point::max();
  Clock::time_point begun_;  // the request's first byte
  std::vector<char> buffer_;
  std::size_t first_ = 0;  // buffer_[first_, last_) waits to be read
  std::size_t last_ = 0;
  bool reading_ = false;  // a read is under way, whatever the phase
  RequestReader reader_;
  Router::Match match_;
  std::size_t turn_ = 0;  // which Deferred may answer; a late one finds another number
  std::string out_;
  std::shared_ptr<EventWriter> stream_;
  Afterwards afterwards_ = Afterwards::keep;
};

}  // namespace http

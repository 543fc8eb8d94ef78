// An event stream on its socket: says what its subscription finds, keeps silence from looking like
// death, and ends. One write is under way at most and one timer, so a reader who is slow costs no
// memory: the topics merge in the hub meanwhile. Lives on the I/O thread.
#pragma once

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "http/event_hub.h"
#include "http/event_text.h"
#include "http/inbox.h"

namespace http {

class EventWriter : public std::enable_shared_from_this<EventWriter> {
 public:
  using Clock = std::chrono::steady_clock;
  struct Terms {
    Framing framing = Framing::chunks;
    Clock::duration patience{};       // a write that takes longer closes
    std::shared_ptr<Inbox> inbox;     // the way back from threads that publish
    std::function<void()> on_closed;  // once, whoever closed
  };

  /// No operation of the socket may be under way.
  EventWriter(boost::asio::ip::tcp::socket socket, EventStream stream, Terms terms);

  void begin();
  /// Once a second or so: heartbeat, the stream's end, a reader who takes nothing.
  void check(Clock::time_point now);
  /// Ends the stream as it should end, where that needs no waiting, and closes.
  void finish();
  void close();

 private:
  void read();
  void on_read(std::size_t length);
  void say_what_changed();
  void write(std::string text);
  void on_written();
  void wait_for_next();

  boost::asio::ip::tcp::socket socket_;
  boost::asio::steady_timer next_;  // message
  EventStream stream_;
  Terms terms_;
  Clock::time_point quiet_until_{};
  Clock::time_point end_;
  Clock::time_point write_began_;
  bool writing_ = false;
  bool closed_ = false;
  std::string out_;
  std::array<char, 256> unread_{};  // what the reader sends is of no interest
  std::size_t discarded_ = 0;
};

}  // namespace http

#include "http/event_writer.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// A browser sends nothing at all on a stream; who sends more than this is no reader.
constexpr std::size_t most_discarded = 64 * 1024;

}  // namespace

EventWriter::EventWriter(asio::ip::tcp::socket socket, EventStream stream, Terms terms)
    : socket_(std::move(socket)),
      next_(socket_.get_executor()),
      stream_(std::move(stream)),
      terms_(std::move(terms)),
      end_(Clock::now() + stream_.subscription->lifetime()),
      write_began_(Clock::now()) {}

void EventWriter::begin() {
  read();
  write(event_stream_head(terms_.framing) + framed(event_greeting, terms_.framing));
}

void EventWriter::check(Clock::time_point now) {
  if (closed_) return;
  if (writing_) {
    if (now - write_began_ >= terms_.patience) close();
    return;
  }
  if (now >= end_) return finish();
  if (now - write_began_ < stream_.subscription->options().heartbeat) return;
  write(framed(event_heartbeat, terms_.framing));
}

void EventWriter::finish() {
  if (closed_) return;
  if (!writing_) {
    error_code failed;
    socket_.non_blocking(true, failed);
    const std::string_view end = end_of_stream(terms_.framing);
    if (!failed) socket_.write_some(asio::buffer(end.data(), end.size()), failed);
  }
  close();
}

void EventWriter::close() {
  if (std::exchange(closed_, true)) return;
  error_code ignored;
  socket_.close(ignored);
  next_.cancel();
  stream_.subscription.reset();
  terms_.on_closed();
}

/// A reader that goes away is noticed by this only.
void EventWriter::read() {
  socket_.async_read_some(asio::buffer(unread_),
                          [self = shared_from_this()](error_code error, std::size_t length) {
                            if (self->closed_) return;
                            if (error) return self->close();
                            self->on_read(length);
                          });
}

void EventWriter::on_read(std::size_t length) {
  discarded_ += length;
  if (discarded_ > most_discarded) return close();
  read();
}

void EventWriter::say_what_changed() {
  if (closed_ || writing_) return;
  if (Clock::now() < quiet_until_) return wait_for_next();
  const auto topics = stream_.subscription->take([inbox = terms_.inbox, writer = weak_from_this()] {
    inbox->post([writer] {
      if (const auto self = writer.lock()) self->say_what_changed();
    });
  });
  if (topics.empty()) return;
  quiet_until_ = Clock::now() + stream_.subscription->pause();
  write(framed(changed_event(topics), terms_.framing));
}

void EventWriter::wait_for_next() {
  next_.expires_at(quiet_until_);
  next_.async_wait([writer = weak_from_this()](error_code error) {
    if (error) return;
    if (const auto self = writer.lock()) self->say_what_changed();
  });
}

void EventWriter::write(std::string text) {
  out_ = std::move(text);
  writing_ = true;
  write_began_ = Clock::now();
  asio::async_write(socket_, asio::buffer(out_),
                    [self = shared_from_this()](error_code error, std::size_t) {
                      if (self->closed_) return;
                      if (error) return self->close();
                      self->on_written();
                    });
}

void EventWriter::on_written() {
  writing_ = false;
  out_ = {};
  say_what_changed();
}

}  // namespace http

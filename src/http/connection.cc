#include "http/connection.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <cstring>
#include <utility>

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using namespace std::chrono_literals;

constexpr std::size_t idle_buffer = 4 * 1024;
constexpr std::size_t body_buffer = 16 * 1024;
constexpr std::size_t unrouted_body_limit = 64 * 1024;
constexpr auto linger_time = 2s;
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

Response plain(int status) {
  return {status, "text/plain", std::string(reason_phrase(status)) + "\n"};
}

}  // namespace

Connection::Connection(Service& service, asio::ip::tcp::socket socket)
    : service_(service), socket_(std::move(socket)), reader_(service.options.max_header_bytes) {
  error_code gone;
  socket_.set_option(asio::ip::tcp::no_delay(true), gone);
  const auto peer = socket_.remote_endpoint(gone);
  if (!gone) remote_address_ = peer.address().to_string();
}

void Connection::serve() {
  await_request();
}

void Connection::check(Clock::time_point now) {
  if (now < deadline_ && phase_ != Phase::streaming) return;
  switch (phase_) {
    case Phase::header:
    case Phase::body: return refuse(408);
    case Phase::answering: return refuse(503);
    case Phase::streaming: return stream_->check(now);
    case Phase::idle:
    case Phase::writing:
    case Phase::lingering: return close();
    case Phase::closed: return;
  }
}

void Connection::drain() {
  if (phase_ == Phase::idle) return close();
  if (phase_ == Phase::streaming) stream_->finish();
}

void Connection::close() {
  if (phase_ == Phase::closed) return;
  phase_ = Phase::closed;
  error_code ignored;
  socket_.close(ignored);
  if (stream_) stream_->close();
  service_.on_closed(shared_from_this());
}

void Connection::enter(Phase phase, Clock::duration limit) {
  phase_ = phase;
  deadline_ = Clock::now() + limit;
}

void Connection::await_request() {
  enter(Phase::idle, service_.options.idle_deadline);
  reader_.reset();
  match_ = {};
  if (first_ != last_) return begin_request();
  if (buffer_.size() > idle_buffer) buffer_ = {};
  read();
}

void Connection::begin_request() {
  enter(Phase::header, service_.options.request_deadline);
  begun_ = Clock::now();
  read_header();
}

void Connection::read() {
  if (reading_) return;
  make_room();
  reading_ = true;
  socket_.async_read_some(asio::buffer(buffer_.data() + last_, buffer_.size() - last_),
                          [self = shared_from_this()](error_code error, std::size_t length) {
                            self->reading_ = false;
                            if (error) return self->close();
                            self->on_read(length);
                          });
}

void Connection::make_room() {
  if (first_ > 0) std::memmove(buffer_.data(), buffer_.data() + first_, last_ - first_);
  last_ -= std::exchange(first_, 0);
  const std::size_t most = std::max(body_buffer, service_.options.max_header_bytes);
  const std::size_t wanted = phase_ == Phase::body ? body_buffer : idle_buffer;
  if (buffer_.size() < wanted) buffer_.resize(wanted);
  if (last_ == buffer_.size()) buffer_.resize(std::min(most, 2 * last_));
}

void Connection::on_read(std::size_t length) {
  switch (phase_) {
    case Phase::idle: last_ += length; return begin_request();
    case Phase::header: last_ += length; return read_header();
    case Phase::body: last_ += length; return read_body();
    case Phase::lingering: return read();
    case Phase::answering:
    case Phase::streaming:
    case Phase::writing:
    case Phase::closed: return;  // came while a refusal goes out: of no interest any more
  }
}

std::string_view Connection::waiting() const {
  return {buffer_.data() + first_, last_ - first_};
}

void Connection::read_header() {
  const Progress progress = reader_.read_header(waiting());
  first_ += progress.used;
  switch (progress.state) {
    case Progress::State::more: return read();
    case Progress::State::refused: return refuse(progress.status);
    case Progress::State::done: return find_route();
  }
}

void Connection::find_route() {
  phase_ = Phase::body;  // within the deadline of the whole request
  const Request& request = reader_.request();
  match_ = service_.router.find(request.method, request.path);
  const Progress progress =
      reader_.limit_body(match_.route != nullptr ? match_.route->body_limit : unrouted_body_limit);
  if (progress.state == Progress::State::refused) return refuse(progress.status);
  if (reader_.expects_continue() && first_ == last_) return send_continue();
  read_body();
}

void Connection::send_continue() {
  asio::async_write(socket_, asio::buffer(go_on),
                    [self = shared_from_this()](error_code error, std::size_t) {
                      if (error) return self->close();
                      if (self->phase_ == Phase::body) self->read_body();
                    });
}

void Connection::read_body() {
  const Progress progress = reader_.read_body(waiting());
  first_ += progress.used;
  const bool stuck =
      progress.used == 0 && last_ - first_ >= body_buffer;  // endless chunk extension
  switch (progress.state) {
    case Progress::State::more: return stuck ? refuse(400) : read();
    case Progress::State::refused: return refuse(progress.status);
    case Progress::State::done: return answer();
  }
}

void Connection::answer() {
  enter(Phase::answering, service_.options.answer_deadline);
  Request& request = reader_.request();
  request.remote_address = remote_address_;
  request.segments = std::move(match_.segments);
  afterwards_ = reader_.keeps_alive() ? Afterwards::keep : Afterwards::close;
  if (match_.route == nullptr) return send(not_found(), afterwards_);
  try {
    settle(match_.route->handler(request));
  } catch (...) {
    fail(std::current_exception());
  }
}

Response Connection::not_found() const {
  if (match_.allowed.empty()) return plain(404);
  Response response = plain(405);
  response.fields.push_back({"Allow", match_.allowed});
  return response;
}

void Connection::settle(Answer answer) {
  if (const auto* response = std::get_if<Response>(&answer.either())) {
    return send(*response, afterwards_);
  }
  if (auto* stream = std::get_if<EventStream>(&answer.either())) {
    return begin_stream(std::move(*stream));
  }
  if (std::holds_alternative<Silence>(answer.either())) return close();
  std::get<Deferred>(answer.either()).start(reply());
}

/// The connection may be closed, and the server gone, when the work ends.
Deferred::Reply Connection::reply() {
  return [inbox = service_.inbox, connection = weak_from_this(), turn = ++turn_](Outcome outcome) {
    inbox->post([connection, turn, outcome = std::move(outcome)]() mutable {
      const auto self = connection.lock();
      if (self && self->turn_ == turn) self->take(std::move(outcome));
    });
  };
}

void Connection::take(Outcome outcome) {
  if (phase_ != Phase::answering) return;
  if (const auto* failure = std::get_if<std::exception_ptr>(&outcome)) return fail(*failure);
  try {
    settle(std::get<Answer>(std::move(outcome)));
  } catch (...) {
    fail(std::current_exception());
  }
}

void Connection::fail(const std::exception_ptr& failure) {
  try {
    send(words_for(failure, *match_.route, reader_.request()), afterwards_);
  } catch (...) {  // the words themselves were unusable
    send(Response{500, {}, {}}, afterwards_);
  }
}

void Connection::refuse(int status) {
  match_.segments.clear();
  send(plain(status), Afterwards::close);
}

/// From here on the socket is the stream's: no deadline of ours holds, no request follows.
void Connection::begin_stream(EventStream stream) {
  if (service_.draining) return refuse(503);
  const auto framing = reader_.takes_chunks() ? Framing::chunks : Framing::until_close;
  note_access(reader_.request().method, 200);
  if (reader_.request().method == Method::head) {
    out_ = event_stream_head(framing);
    afterwards_ = Afterwards::close;
    return write();
  }
  phase_ = Phase::streaming;
  buffer_ = {};
  first_ = last_ = 0;
  stream_ = std::make_shared<EventWriter>(
      std::move(socket_), std::move(stream),
      EventWriter::Terms{framing, service_.options.answer_deadline, service_.inbox,
                         [connection = weak_from_this()] {
                           if (const auto self = connection.lock()) self->close();
                         }});
  stream_->begin();
}

void Connection::send(const Response& response, Afterwards afterwards) {
  afterwards_ = service_.draining ? Afterwards::close : afterwards;
  const bool readable = phase_ == Phase::body || phase_ == Phase::answering;
  const Method method = readable ? reader_.request().method : Method::get;
  out_ = response_text(response, method, afterwards_);
  note_access(method, response.status);
  write();
}

void Connection::note_access(Method method, int status) const {
  if (!service_.options.on_access || phase_ == Phase::idle) return;
  const std::string_view route =
      match_.route != nullptr ? std::string_view(match_.route->pattern) : "-";
  service_.options.on_access(
      {method, route, status,
       std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun_)});
}

void Connection::write() {
  ++turn_;
  enter(Phase::writing, service_.options.answer_deadline);
  asio::async_write(socket_, asio::buffer(out_),
                    [self = shared_from_this()](error_code error, std::size_t) {
                      if (error) return self->close();
                      self->on_written();
                    });
}

void Connection::on_written() {
  if (phase_ != Phase::writing) return;
  out_ = {};
  if (afterwards_ == Afterwards::keep) return await_request();
  linger();
}

/// Closing a socket that still holds unread bytes sends a reset, which can overtake the answer.
void Connection::linger() {
  enter(Phase::lingering, linger_time);
  error_code gone;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, gone);
  if (gone) return close();
  first_ = last_ = 0;
  read();
}

}  // namespace http

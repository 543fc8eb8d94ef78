// The way back to the I/O thread for answers that other threads made. It outlives the server, so
// that work which ends late finds a closed door instead of a dead object.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <mutex>
#include <utility>

namespace http {

class Inbox {
 public:
  explicit Inbox(boost::asio::io_context& io) : io_(&io) {}

  /// From any thread. Dropped once closed.
  template <class Task>
  void post(Task task) {
    const std::lock_guard lock(mutex_);
    if (io_ != nullptr) boost::asio::post(*io_, std::move(task));
  }

  /// Before the io_context goes.
  void close() {
    const std::lock_guard lock(mutex_);
    io_ = nullptr;
  }

 private:
  std::mutex mutex_;
  boost::asio::io_context* io_;
};

}  // namespace http

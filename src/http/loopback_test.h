// For tests: a server on a free port of this machine, and a client that sends bytes as they are.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "http/server.h"

namespace http {

class Loopback {
 public:
  explicit Loopback(std::vector<Route> routes, ServerOptions options = {})
      : server_(std::move(options), Router(std::move(routes))),
        thread_([this] { server_.run(); }) {}
  ~Loopback() { stop(std::chrono::seconds(0)); }
  Loopback(const Loopback&) = delete;
  Loopback& operator=(const Loopback&) = delete;

  std::uint16_t port() const { return server_.port(); }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port()); }
  void begin_stop(std::chrono::seconds grace) { server_.stop(grace); }
  void stop(std::chrono::seconds grace) {
    server_.stop(grace);
    if (thread_.joinable()) thread_.join();
  }

 private:
  Server server_;
  std::thread thread_;
};

/// An answer as it came: status 0 when the connection ended before one did.
struct Received {
  int status = 0;
  std::string header;
  std::string body;
  bool has(std::string_view line) const { return header.find(line) != std::string::npos; }
};

class Peer {
 public:
  explicit Peer(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("no connection");
    }
  }
  ~Peer() { ::close(socket_); }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  void send(std::string_view bytes) const {
    static_cast<void>(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }

  /// One answer with a Content-Length; `asked_head`: without its body.
  Received receive(bool asked_head = false) {
    std::size_t end = std::string::npos;
    while ((end = waiting_.find("\r\n\r\n")) == std::string::npos) {
      if (!read_more()) return {};
    }
    Received received;
    received.header = take(end + 4);
    received.status = std::atoi(received.header.c_str() + std::string_view("HTTP/1.1 ").size());
    const std::size_t length = received.header.find("Content-Length: ");
    if (asked_head || length == std::string::npos) return received;
    const auto size = std::strtoul(received.header.c_str() + length + 16, nullptr, 10);
    while (waiting_.size() < size) {
      if (!read_more()) return {};
    }
    received.body = take(size);
    return received;
  }

  Received ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }

  /// All that comes up to that text and with it; what came, if the connection ends before.
  std::string receive_to(std::string_view text) {
    for (;;) {
      const std::size_t place = waiting_.find(text);
      if (place != std::string::npos) return take(place + text.size());
      if (!read_more()) return take(waiting_.size());
    }
  }

  /// Whether the server ends the connection, having sent nothing more.
  bool is_closed() { return waiting_.empty() && !read_more() && waiting_.empty(); }

 private:
  bool read_more() {
    char bytes[4096];
    const auto length = ::recv(socket_, bytes, sizeof bytes, 0);
    if (length <= 0) return false;
    waiting_.append(bytes, static_cast<std::size_t>(length));
    return true;
  }
  std::string take(std::size_t length) {
    std::string taken = waiting_.substr(0, length);
    waiting_.erase(0, length);
    return taken;
  }

  int socket_;
  std::string waiting_;
};

}  // namespace http

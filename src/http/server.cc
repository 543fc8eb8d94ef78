#include "http/server.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <optional>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "http/connection.h"

namespace http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = Connection::Clock;

constexpr std::size_t refused_at_once = 64;  // connections over the cap that still get a 503

void listen(tcp::acceptor& acceptor, asio::io_context& io, const ServerOptions& options) {
  tcp::resolver resolver(io);
  const auto found =
      resolver.resolve(options.host, std::to_string(options.port), tcp::resolver::passive);
  const tcp::endpoint endpoint = found.begin()->endpoint();
  acceptor.open(endpoint.protocol());
  acceptor.set_option(tcp::acceptor::reuse_address(true));
  acceptor.bind(endpoint);
  acceptor.listen(asio::socket_base::max_listen_connections);
}

}  // namespace

struct Server::Core {
  Core(ServerOptions given, Router table);
  ~Core() { inbox->close(); }
  Core(const Core&) = delete;
  Core& operator=(const Core&) = delete;

  void accept();
  void admit(tcp::socket socket);
  void tick();
  void drain(std::chrono::seconds grace);
  void forget(const std::shared_ptr<Connection>& connection);

  ServerOptions options;
  Router router;
  asio::io_context io{1};
  std::shared_ptr<Inbox> inbox = std::make_shared<Inbox>(io);
  tcp::acceptor acceptor{io};
  std::uint16_t port = 0;
  asio::steady_timer second{io};
  asio::steady_timer grace_over{io};
  std::optional<Clock::time_point> drain_until;
  bool accepting = false;
  Service service;
  std::unordered_set<std::shared_ptr<Connection>> connections;
};

Server::Core::Core(ServerOptions given, Router table)
    : options(std::move(given)),
      router(std::move(table)),
      service{options, router, inbox, [this](const std::shared_ptr<Connection>& connection) {
                forget(connection);
              }} {
  try {
    listen(acceptor, io, options);
    port = acceptor.local_endpoint().port();
  } catch (const boost::system::system_error& error) {
    throw std::system_error(
        static_cast<std::error_code>(error.code()),
        "can't listen on " + options.host + " port " + std::to_string(options.port));
  }
}

void Server::Core::accept() {
  accepting = true;
  acceptor.async_accept([this](error_code error, tcp::socket socket) {
    accepting = false;
    if (service.draining) return;
    if (error) return;  // out of descriptors, say: the next second tries again
    admit(std::move(socket));
    accept();
  });
}

void Server::Core::admit(tcp::socket socket) {
  if (connections.size() >= options.max_connections + refused_at_once) return;
  const bool room = connections.size() < options.max_connections;
  const auto connection = std::make_shared<Connection>(service, std::move(socket));
  connections.insert(connection);
  if (room) return connection->serve();
  connection->refuse(503);
}

void Server::Core::tick() {
  second.expires_after(std::chrono::seconds(1));
  second.async_wait([this](error_code error) {
    if (error) return;
    const auto now = Clock::now();
    const std::vector all(connections.begin(), connections.end());  // closing one changes the set
    for (const auto& connection : all) connection->check(now);
    if (!accepting && !service.draining) accept();
    tick();
  });
}

void Server::Core::drain(std::chrono::seconds grace) {
  const auto until = Clock::now() + grace;
  if (drain_until && *drain_until <= until) return;
  drain_until = until;
  service.draining = true;
  error_code ignored;
  acceptor.close(ignored);
  const std::vector all(connections.begin(), connections.end());
  for (const auto& connection : all) connection->drain();
  if (connections.empty()) return io.stop();
  grace_over.expires_at(until);
  grace_over.async_wait([this](error_code error) {
    if (!error) io.stop();
  });
}

void Server::Core::forget(const std::shared_ptr<Connection>& connection) {
  connections.erase(connection);
  if (service.draining && connections.empty()) io.stop();
}

Server::Server(ServerOptions options, Router router)
    : core_(std::make_shared<Core>(std::move(options), std::move(router))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return core_->port;
}

void Server::run() {
  core_->accept();
  core_->tick();
  core_->io.run();
  const std::vector left(core_->connections.begin(), core_->connections.end());
  for (const auto& connection : left) connection->close();
}

void Server::stop(std::chrono::seconds grace) {
  core_->inbox->post([core = core_.get(), grace] { core->drain(grace); });
}

}  // namespace http

#include "demo/smtp_receiver.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <string>
#include <system_error>
#include <unordered_set>
#include <utility>
#include <vector>

#include "demo/smtp_dialog.h"

namespace demo {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t refused_at_once = 16;  // connections over the cap that still hear why
constexpr std::string_view too_many = "421 4.7.0 Too many connections\r\n";
constexpr std::string_view too_slow = "421 4.4.2 Too slow\r\n";
constexpr std::chrono::seconds after_no_descriptor{1};

class Session : public std::enable_shared_from_this<Session> {
 public:
  using OnClosed = std::function<void(const std::shared_ptr<Session>&)>;

  Session(tcp::socket socket, const SmtpOptions& options, const OnMail& on_mail, OnClosed on_closed)
      : options_(options),
        socket_(std::move(socket)),
        idle_(socket_.get_executor()),
        whole_(socket_.get_executor()),
        dialog_(options, on_mail),
        on_closed_(std::move(on_closed)) {}

  void serve() {
    whole_.expires_after(options_.session_deadline);
    expire(whole_);
    write(SmtpDialog::greeting());
  }
  void refuse() {
    is_last_ = true;
    write(std::string(too_many));
  }
  void close() {
    if (std::exchange(is_closed_, true)) return;
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
    idle_.cancel();
    whole_.cancel();
    on_closed_(shared_from_this());
  }

 private:
  void expire(asio::steady_timer& timer) {
    timer.async_wait([self = shared_from_this()](error_code error) {
      if (!error) self->give_up();
    });
  }

  /// Whoever does not read what we say does not hear this either.
  void give_up() {
    if (is_closed_) return;
    error_code ignored;
    socket_.non_blocking(true, ignored);
    socket_.write_some(asio::buffer(too_slow), ignored);
    close();
  }

  void write(std::string replies) {
    if (is_closed_) return;
    wait_for_peer();
    replies_ = std::move(replies);
    asio::async_write(socket_, asio::buffer(replies_),
                      [self = shared_from_this()](error_code error, std::size_t) {
                        if (error || self->is_last_ || self->dialog_.is_over())
                          return self->close();
                        self->read();
                      });
  }

  void read() {
    if (is_closed_) return;
    wait_for_peer();
    socket_.async_read_some(asio::buffer(bytes_),
                            [self = shared_from_this()](error_code error, std::size_t length) {
                              if (error) return self->close();
                              self->hear({self->bytes_.data(), length});
                            });
  }

  void hear(std::string_view bytes) {
    std::string replies = dialog_.hear(bytes);
    if (replies.empty()) return read();
    write(std::move(replies));
  }

  void wait_for_peer() {
    idle_.expires_after(options_.idle_deadline);
    expire(idle_);
  }

  const SmtpOptions& options_;
  tcp::socket socket_;
  asio::steady_timer idle_;
  asio::steady_timer whole_;
  SmtpDialog dialog_;
  OnClosed on_closed_;
  std::array<char, 16 * 1024> bytes_{};
  std::string replies_;
  bool is_last_ = false;
  bool is_closed_ = false;
};

}  // namespace

struct SmtpReceiver::Core {
  Core(const SmtpOptions& given, OnMail taker) : options(given), on_mail(std::move(taker)) {
    try {
      const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), options.port);
      acceptor.open(endpoint.protocol());
      acceptor.set_option(tcp::acceptor::reuse_address(true));
      acceptor.bind(endpoint);
      acceptor.listen();
      port = acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& error) {
      throw std::system_error(static_cast<std::error_code>(error.code()),
                              "can't listen for mail on port " + std::to_string(options.port));
    }
  }

  void accept() {
    acceptor.async_accept([this](error_code error, tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) return accept_later();
      admit(std::move(socket));
      accept();
    });
  }

  void accept_later() {
    again.expires_after(after_no_descriptor);
    again.async_wait([this](error_code error) {
      if (!error) accept();
    });
  }

  void admit(tcp::socket socket) {
    if (sessions.size() >= options.max_connections + refused_at_once) return;
    const bool has_room = sessions.size() < options.max_connections;
    const auto session = std::make_shared<Session>(
        std::move(socket), options, on_mail,
        [this](const std::shared_ptr<Session>& closed) { sessions.erase(closed); });
    sessions.insert(session);
    if (has_room) return session->serve();
    session->refuse();
  }

  void close_all() {
    error_code ignored;
    acceptor.close(ignored);
    const std::vector all(sessions.begin(), sessions.end());  // closing one changes the set
    for (const auto& session : all) session->close();
    io.stop();
  }

  SmtpOptions options;
  OnMail on_mail;
  asio::io_context io{1};
  tcp::acceptor acceptor{io};
  asio::steady_timer again{io};
  std::uint16_t port = 0;
  std::unordered_set<std::shared_ptr<Session>> sessions;
};

SmtpReceiver::SmtpReceiver(const SmtpOptions& options, OnMail on_mail)
    : core_(std::make_unique<Core>(options, std::move(on_mail))) {}

SmtpReceiver::~SmtpReceiver() = default;

std::uint16_t SmtpReceiver::port() const {
  return core_->port;
}

void SmtpReceiver::run() {
  core_->accept();
  core_->io.run();
}

void SmtpReceiver::stop() {
  asio::post(core_->io, [core = core_.get()] { core->close_all(); });
}

}  // namespace demo

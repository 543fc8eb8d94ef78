#include "server/mailbox_server.h"

#include <chrono>
#include <iterator>
#include <utility>

#include "demo/mailbox_routes.h"
#include "embedded/mailbox_assets.h"
#include "server/embedded_site.h"
#include "server/loopback_only.h"

namespace server {
namespace {

demo::MailMoment now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::vector<http::Route> routes_of(const demo::Mailbox& mailbox, http::EventHub& events) {
  auto routes = demo::mailbox_routes(mailbox, events);
  auto pages = site::routes({.files = assets_of(embedded::mailbox_assets())});
  std::move(pages.begin(), pages.end(), std::back_inserter(routes));
  return loopback_only(std::move(routes));
}

}  // namespace

MailboxServer::MailboxServer(std::uint16_t port)
    : mailbox_(now, [this] { events_.publish(demo::mails_topic); }),
      smtp_({}, [this](demo::ReceivedMail mail) { mailbox_.keep(std::move(mail)); }),
      page_(loopback(port), http::Router(routes_of(mailbox_, events_))) {}

MailboxServer::~MailboxServer() {
  stop();
}

std::string MailboxServer::url() const {
  return "http://127.0.0.1:" + std::to_string(page_.port());
}

std::string MailboxServer::smtp_url() const {
  return "smtp://127.0.0.1:" + std::to_string(smtp_.port());
}

void MailboxServer::start() {
  receiving_ = std::thread([this] { smtp_.run(); });
  serving_ = std::thread([this] { page_.run(); });
}

void MailboxServer::stop() {
  smtp_.stop();
  page_.stop(std::chrono::seconds(1));
  if (receiving_.joinable()) receiving_.join();
  if (serving_.joinable()) serving_.join();
}

}  // namespace server

#include "server/simulator_server.h"

#include <iterator>
#include <utility>

#include "embedded/phone_assets.h"
#include "server/embedded_site.h"
#include "server/loopback_only.h"
#include "simulator/rest.h"

namespace server {
namespace {

simulator::Options options_of(const SimulatorServerOptions& options) {
  return {.account = options.account,
          .numbers = {{.sid = {}, .phone_number = options.number, .friendly_name = "The line"}},
          .random = options.random,
          .start = options.clock()};
}

/// Longer than a request can hang by mishap.
http::ServerOptions patient(http::ServerOptions options) {
  options.answer_deadline = std::chrono::seconds(40);
  return options;
}

simulator::Desk desk_of(const SimulatorServerOptions& options) {
  simulator::Desk desk = options.desk;
  desk.number = desk.sms_number = options.number;
  return desk;
}

std::vector<http::Route> routes_of(simulator::Simulator& simulator,
                                   const SimulatorServerOptions& options) {
  auto routes = simulator::rest_routes(simulator.everything());
  if (!options.has_pages) return loopback_only(std::move(routes));
  const auto add = [&routes](std::vector<http::Route> some) {
    std::move(some.begin(), some.end(), std::back_inserter(routes));
  };
  add(simulator::desk_routes(simulator, desk_of(options)));
  add(site::routes({.files = assets_of(embedded::phone_assets()),
                    .microphone = site::Microphone::may_be_asked_for}));
  return loopback_only(std::move(routes));
}

}  // namespace

Webhooks webhooks_of_callout(const std::string& public_base_url) {
  const std::string at = public_base_url + "/twilio/";
  // As docs/setup-guide.md has them configured.
  const std::string overrides = "#rc=2&rp=all&ct=1500&rt=4000";
  return {.voice = at + "voice/incoming" + overrides,
          .voice_fallback = at + "voice/fallback",
          .status = at + "voice/status" + overrides,
          .sms = at + "sms/incoming" + overrides,
          .sms_fallback = at + "sms/fallback"};
}

SimulatorServer::SimulatorServer(const SimulatorServerOptions& options)
    : number_(options.number),
      simulator_(options_of(options)),
      server_(patient(loopback(options.port)), http::Router(routes_of(simulator_, options))) {
  const std::string base = options.media_base.empty() ? url() : options.media_base;
  simulator_.with([&](simulator::World& world, simulator::Switchboard&, simulator::Texting&) {
    world.rest_base = base;
  });
}

SimulatorServer::~SimulatorServer() {
  stop();
  if (serving_.joinable()) serving_.join();
}

std::string SimulatorServer::url() const {
  return "http://127.0.0.1:" + std::to_string(server_.port());
}

void SimulatorServer::point_number_at(const Webhooks& webhooks) {
  simulator_.with([&](simulator::World& world, simulator::Switchboard&, simulator::Texting&) {
    for (simulator::Number& number : world.numbers) {
      if (number.phone_number != number_) continue;
      number.voice.url = webhooks.voice;
      number.voice_fallback.url = webhooks.voice_fallback;
      number.status_callback.url = webhooks.status;
      number.sms.url = webhooks.sms;
      number.sms_fallback.url = webhooks.sms_fallback;
    }
  });
}

void SimulatorServer::start() {
  serving_ = std::thread([this] { server_.run(); });
}

void SimulatorServer::stop() {
  server_.stop(std::chrono::seconds(1));
}

}  // namespace server

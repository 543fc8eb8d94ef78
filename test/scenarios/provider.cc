#include "scenarios/provider.h"

#include <fstream>
#include <iterator>
#include <random>

#include "scenarios/scenario.h"
#include "server/free_port.h"
#include "server/loopback_only.h"
#include "server/simulator_server.h"

namespace scenario {
namespace {

constexpr const char* documents = CALLOUT_SOURCE_DIR "/docs/";
constexpr const char* hosted = "https://handler.twilio.com";
constexpr unsigned first_seed = 20'201'123;

std::string at_loopback(std::uint16_t port) {
  return "http://127.0.0.1:" + std::to_string(port);
}

simulator::Random random_by(unsigned seed) {
  return [chance = std::mt19937(seed)](std::span<std::uint8_t> bytes) mutable {
    for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(chance());
  };
}

http::Response document(const std::string& name) {
  std::ifstream in(documents + name, std::ios::binary);
  const std::string body(std::istreambuf_iterator<char>(in), {});
  return {.status = body.empty() ? 404 : 200, .content_type = "text/xml", .body = body};
}

}  // namespace

Provider::Provider(std::uint16_t server_port)
    : port_(server::free_port()),
      simulator_(options(server_port, port_)),
      server_(server::loopback(port_), http::Router(routes())) {
  watch();
  serving_ = std::thread([this] { server_.run(); });
}

Provider::~Provider() {
  server_.stop(std::chrono::seconds(0));
  serving_.join();
}

simulator::Options Provider::options(std::uint16_t server_port, std::uint16_t own_port) {
  const server::Webhooks webhooks = server::webhooks_of_callout(public_base);
  simulator::Number number{.sid = {}, .phone_number = line_number, .friendly_name = "The line"};
  number.voice.url = webhooks.voice;
  number.voice_fallback.url = webhooks.voice_fallback;
  number.status_callback.url = webhooks.status;
  number.sms.url = webhooks.sms;
  number.sms_fallback.url = webhooks.sms_fallback;
  return {.account = {.sid = account_sid, .auth_token = auth_token},
          .numbers = {number},
          .connect_to = {{public_base, at_loopback(server_port)}, {hosted, at_loopback(own_port)}},
          .random = random_by(first_seed),
          .start = {},
          .time = simulator::Time::by_hand};
}

std::string Provider::url() const {
  return at_loopback(port_);
}

std::vector<http::Route> Provider::routes() {
  std::vector<http::Route> routes = simulator::rest_routes(simulator_.everything());
  for (const auto method : {http::Method::get, http::Method::post}) {
    routes.push_back({method,
                      "/twiml/{document}",
                      64 * 1024,
                      [](const http::Request& request) {
                        const std::string name = request.segments.at("document");
                        return document(name.starts_with("EH") ? "fallback-voice-end.xml" : name);
                      },
                      {}});
  }
  return routes;
}

void Provider::begin_at(base::Moment moment) {
  with_world([&](simulator::World& world) { world.now = moment; });
}

std::optional<milliseconds> Provider::until_next() {
  return with_world([](simulator::World& world) -> std::optional<milliseconds> {
    const auto next = world.agenda.next();
    if (!next) return {};
    return std::max(milliseconds(0), *next - world.now);
  });
}

void Provider::is_random_by(unsigned seed) {
  with_world([&](simulator::World& world) { world.random = random_by(seed); });
}

void Provider::hosts_the_fallback() {
  const std::string at = std::string(hosted) + "/twiml/";
  with_world([&](simulator::World& world) {
    world.numbers.front().voice_fallback.url = at + "fallback-voice.xml";
    world.numbers.front().sms_fallback.url = at + "fallback-text.xml";
  });
}

void Provider::hides_calls() {
  with_world([this](simulator::World& world) {
    std::swap(world.calls, hidden_calls_);
    std::swap(world.recordings, hidden_recordings_);
  });
}

void Provider::shows_calls() {
  with_world([this](simulator::World& world) {
    for (auto& call : std::exchange(hidden_calls_, {})) world.keep(std::move(call));
    for (auto& one : std::exchange(hidden_recordings_, {})) world.keep(std::move(one));
  });
}

void Provider::watch() {
  with_world([this](simulator::World& world) {
    deliver_ = world.deliver;
    world.deliver = [this](simulator::Webhook webhook, CallWire::Then then) {
      if (!webhook.subject.starts_with("CA")) return deliver_(std::move(webhook), std::move(then));
      if (auto leaving = wires_[webhook.subject].watch(webhook, std::move(then)))
        deliver_(std::move(webhook), *std::move(leaving));
    };
  });
}

void Provider::release(const std::string& call_sid, Callback callback) {
  with_world([&](simulator::World&) {
    for (CallWire::Told& told : wires_[call_sid].told(callback)) {
      deliver_(told.webhook, told.then);
    }
  });
  advance(milliseconds(0));
}

}  // namespace scenario

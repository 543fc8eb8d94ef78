#include "server/sandbox.h"

#include <utility>

#include "base/bytes.h"
#include "server/free_port.h"

namespace server {
namespace {

std::string random_hex(std::size_t bytes) {
  return base::hex(platform::random_bytes(platform::system_random(), bytes));
}

}  // namespace

Sandbox::Sandbox(SandboxOptions options)
    : options_(std::move(options)),
      port_(free_port(options_.port)),
      url_("http://localhost:" + std::to_string(port_)),
      account_{.sid = "AC" + random_hex(16), .auth_token = random_hex(16)},
      simulator_({.port = options_.simulator_port,
                  .account = account_,
                  .number = line_number,
                  .has_pages = options_.has_phone_page,
                  .desk = desk(),
                  .clock = platform::system_clock(),
                  .random = platform::system_random()}) {}

Sandbox::~Sandbox() = default;

simulator::Desk Sandbox::desk() const {
  simulator::Desk desk = options_.desk;
  desk.links.insert(desk.links.begin(), {.name = "board", .url = url_ + "/board"});
  return desk;
}

Environment Sandbox::environment() const {
  Environment variables = options_.settings;
  variables.insert_or_assign("TWILIO_ACCOUNT_SID", account_.sid);
  variables.insert_or_assign("TWILIO_AUTH_TOKEN", account_.auth_token);
  variables.insert_or_assign("TWILIO_PHONE_NUMBER", line_number);
  variables.insert_or_assign("TWILIO_API_BASE_URL", simulator_.url());
  variables.insert_or_assign("PUBLIC_BASE_URL", url_);
  variables.insert_or_assign("HOST", "127.0.0.1");
  variables.insert_or_assign("PORT", std::to_string(port_));
  variables.insert_or_assign("DATA_DIR", options_.folder.string());
  return variables;
}

std::optional<std::string> Sandbox::open() {
  auto settings = read_settings(environment());
  if (!settings) return report_of(settings.problem());
  settings_ = std::move(settings).value();
  auto opened = Callout::open(settings_, {.log = platform::Log(settings_.log_level)});
  if (!opened) {
    const base::Problem& problem = opened.problem();
    if (problem.field == "PORT") return problem.what + ": stop what uses it, or name another port";
    return problem.field + " " + problem.what + ": " + problem.remedy;
  }
  callout_ = std::move(opened).value();
  simulator_.point_number_at(webhooks_of_callout(url_));
  return {};
}

void Sandbox::run() {
  simulator_.start();
  callout_->run();
  simulator_.stop();
}

void Sandbox::stop() {
  callout_->stop();
}

}  // namespace server

#include "server/practice_room.h"

#include <stdexcept>
#include <system_error>
#include <utility>

#include "app/import_people.h"
#include "server/made_of_settings.h"
#include "server/voice_samples.h"

namespace server {
namespace {

constexpr const char* own_telephone = "+15550100101";
constexpr const char* colleagues_telephone = "+15550100102";
constexpr const char* managers_telephone = "+15550100110";

std::string on_off(bool is_on) {
  return is_on ? "True" : "False";
}

/// The line speaks as the live one does, but says whose it is not.
Environment settings_like(const Settings& live) {
  return {{"ORGANIZATION_NAME", live.organization_name + " (exercise)"},
          {"TIME_ZONE", live.time_zone.name()},
          {"ENABLE_CALL_RECORDING", on_off(live.enable_call_recording)},
          {"CALL_RECORDING_MAX_LENGTH", std::to_string(live.call_recording_max_length.count())},
          {"PIN_LENGTH", std::to_string(live.pin_length)},
          {"PIN_SIGN_IN", live.pin_sign_in == PinSignIn::pin ? "pin" : "employee_number"},
          {"LOG_LEVEL", "error"}};
}

std::string cell(std::string_view text) {
  std::string quoted = "\"";
  for (const char letter : text)
    quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + '"';
}

std::string people_csv(const api::Viewer& who) {
  const std::string language(people::code_of(who.language));
  return "employee_number,name,phone,team,position,role,language\n"
         "1," +
         cell(who.name) + "," + own_telephone + ",Exercise,Exercise,employee," + language +
         "\n2,Robin Colleague," + colleagues_telephone + ",Exercise,Exercise,employee," + language +
         "\n10,Max Manager," + managers_telephone + ",Exercise,Lead,employee+manager," + language +
         "\n";
}

/// Puts the people on file, and says what their telephones are.
std::vector<simulator::Telephone> move_in(Sandbox& sandbox, const api::Viewer& who) {
  Callout& callout = sandbox.callout();
  const auto options = import_options_of(sandbox.settings(), "exercise", who.now);
  store::OnFile on_file;
  callout.database().read([&](store::Transaction& tx) { on_file = store::read_on_file(tx); });
  const auto plan = app::plan_import(people_csv(who), on_file, callout.vault(),
                                     platform::system_random(), options);
  if (!plan || !plan.value().problems.empty()) {
    const auto& problem = plan ? plan.value().problems.front() : plan.problem().front();
    throw std::runtime_error("the room's people can't move in: " + problem.what);
  }
  const auto outcome = app::carry_out_import(callout.database(), plan.value(), options);
  std::vector<simulator::Telephone> telephones;
  for (const app::NewPin& made : outcome.new_pins) {
    const char* number = made.employee_number == "1"   ? own_telephone
                         : made.employee_number == "2" ? colleagues_telephone
                                                       : managers_telephone;
    telephones.push_back({.name = made.name,
                          .note = {},
                          .number = number,
                          .language = std::string(people::code_of(who.language)),
                          .pin = made.pin,
                          .employee_number = made.employee_number});
  }
  return telephones;
}

}  // namespace

PracticeRoom::PracticeRoom(const Settings& live, const api::Viewer& who,
                           std::filesystem::path folder)
    : folder_(std::move(folder)),
      sandbox_({.folder = folder_, .settings = settings_like(live), .has_phone_page = false}) {
  if (const auto why = sandbox_.open()) throw std::runtime_error(*why);
  simulator::Desk desk{.mode = "practice",
                       .number = Sandbox::line_number,
                       .sms_number = Sandbox::line_number,
                       .telephones = move_in(sandbox_, who),
                       .samples = voice_samples(),
                       .links = {{.name = "board", .url = live.public_base_url + "/"}}};
  auto routes = simulator::desk_routes(sandbox_.simulator().simulator(), std::move(desk));
  desk_ = std::make_unique<const http::Router>(std::move(routes));
  serving_ = std::thread([this] { sandbox_.run(); });
}

PracticeRoom::~PracticeRoom() {
  if (serving_.joinable()) {
    sandbox_.stop();
    serving_.join();
  }
  std::error_code ignored;  // what is left is deleted at the next start
  std::filesystem::remove_all(folder_, ignored);
}

http::Answer PracticeRoom::answer(http::Request request) const {
  auto match = desk_->find(request.method, request.path);
  if (match.route == nullptr || request.body.size() > match.route->body_limit) {
    return http::Response{.status = match.route == nullptr ? 404 : 413};
  }
  request.segments = std::move(match.segments);
  return match.route->handler(request);
}

}  // namespace server

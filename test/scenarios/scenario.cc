#include "scenarios/scenario.h"

#include "app/import_people.h"
#include "http/client.h"
#include "scenarios/call.h"
#include "server/free_port.h"
#include "store/queries/audit.h"

namespace scenario {
namespace {

constexpr const char* people =
    "employee_number,name,email,phone,team,position,role,language,pin,site,shared,first_day,last_"
    "day\n"
    "1,Ana Ruiz,ana@example.org,(555) 010-0101,Clinical,RN,employee,en,8306,Main,,,\n"
    "2,Ben Okafor,ben@example.org,555.010.0102,Clinical,RN,employee,en,4719,Main,,,\n"
    "3,Luis Mora,luis@example.org,+1 555 010 0103,Clinical,MOA,employee,es,5283,Main,yes,,\n"
    "4,Marta Mora,marta@example.org,+1 555 010 0103,Clinical,MOA,employee,en,6407,Main,yes,,\n"
    "5,Nina Nacht,nina@example.org,15550100104,Clinical,Night RN,employee,en,9164,Main,,,\n"
    "6,Eva Gil,eva@example.org,5550100105,Clinical,Echo Tech,employee,es,3975,Main,,,\n"
    "7,Leo Left,leo@example.org,5550100106,Clinical,RN,employee,en,,Main,,2020-01-01,2020-10-31\n"
    "10,Boss Lane,boss@example.org,5550100110,Clinical,APP,employee+manager,en,7258,Main,,,\n"
    "20,Hana Reed,hana@example.org,5550100120,Admin,Front Desk,employee+hr,en,2946,Main,,,\n"
    "30,Olga Lone,olga@example.org,5550100130,Records,Clerk,employee,en,,Main,,,\n";

}  // namespace

void Scenario::SetUpTestSuite() {
  sides_ = std::make_unique<test_support::OtherSides>();
  if (!speech_) speech_ = std::make_unique<test_support::Speech>();
}
void Scenario::TearDownTestSuite() {
  sides_.reset();
}

Scenario::Scenario() : port_(server::free_port()), provider_(port_), sent_(provider_, *sides_) {
  sides_->post("/reset", {});
  at("2020-11-23 04:58");
  start();
  import_everybody();
}

Scenario::~Scenario() {
  stop();
}

void Scenario::start() {
  auto opened =
      server::Callout::open(settings(), {.clock = [this] { return now(); },
                                         .random = platform::system_random(),
                                         .log = platform::Log(platform::Level::debug, log_),
                                         .workers = server::Workers::by_hand,
                                         .vfs = disk_.name()});
  if (!opened) throw std::runtime_error("Callout does not start: " + opened.problem().what);
  callout_ = std::move(opened).value();
  inspector_ = std::make_unique<test_support::Inspector>(folder_ / "callout.db");
  serving_ = std::thread([this] { callout_->run(); });
}

void Scenario::stop() {
  if (!callout_) return;
  callout_->stop();
  serving_.join();
  callout_.reset();
}

void Scenario::restart() {
  stop();
  start();
}

void Scenario::restart_with(const std::string& variable, const std::string& value) {
  changed_settings_[variable] = value;
  restart();
}

server::Settings Scenario::settings() const {
  server::Environment environment = {
      {"TWILIO_ACCOUNT_SID", account_sid},  {"TWILIO_AUTH_TOKEN", auth_token},
      {"TWILIO_PHONE_NUMBER", line_number}, {"TWILIO_API_BASE_URL", provider_.url()},
      {"SMTP_URL", sides_->smtp_url()},     {"MAIL_FROM", "Callout <callout@example.org>"},
      {"TIME_ZONE", "America/New_York"},    {"ORGANIZATION_NAME", "Example Clinic"},
      {"PUBLIC_BASE_URL", public_base},     {"DATA_DIR", folder_.path().string()}};
  for (const auto& [variable, value] : changed_settings_) environment[variable] = value;
  auto settings = server::read_settings(environment);
  if (!settings) throw std::runtime_error(server::report_of(settings.problem()));
  settings.value().port = port_;
  return std::move(settings).value();
}

void Scenario::import_people(const std::string& csv, std::size_t pin_length) {
  store::OnFile on_file;
  callout_->database().read([&](store::Transaction& tx) { on_file = store::read_on_file(tx); });
  app::ImportOptions options;
  options.source = "people.csv";
  options.pin_length = pin_length;
  options.rules = {
      .time_zone = "America/New_York",
      .team_recipients = [](std::string_view) { return std::vector<people::PhoneNumber>(); },
      .today = *base::parse_day("2020-11-23"),
      .now = now()};
  const auto plan =
      app::plan_import(csv, on_file, callout_->vault(), platform::system_random(), options);
  ASSERT_TRUE(plan.ok());
  for (const auto& problem : plan.value().problems)
    ADD_FAILURE() << problem.column << " " << problem.what;
  app::carry_out_import(callout_->database(), plan.value(), options);
}

std::optional<std::int64_t> Scenario::first_broken_audit_entry() {
  std::optional<std::int64_t> broken;
  callout_->database().read(
      [&](store::Transaction& tx) { broken = store::first_broken_audit_entry(tx); });
  return broken;
}

void Scenario::import_everybody() {
  import_people(people);
  change("INSERT INTO working_patterns (id, name) VALUES (1, 'Nights')");
  change(
      "INSERT INTO working_pattern_days (pattern_id, week, weekday, starts_at, ends_at, "
      "paid_minutes) "
      "SELECT 1, 0, value, 1140, 420, 720 FROM json_each('[0,1,2,3,4,5,6]')");
  change("UPDATE positions SET pattern_id = 1 WHERE name = 'Night RN'");
}

Phone& Scenario::phone(const std::string& number) {
  auto& phone = phones_[number];
  if (!phone) phone = std::make_unique<Phone>(*this, number);
  return *phone;
}

Mailbox& Scenario::mailbox(const std::string& address) {
  auto& mailbox = mailboxes_[address];
  if (!mailbox) mailbox = std::make_unique<Mailbox>(*this, address);
  return *mailbox;
}

base::Moment Scenario::moment_of(const std::string& local_time) {
  const auto day = base::parse_day(local_time.substr(0, 10));
  const int hour = std::stoi(local_time.substr(11, 2));
  const int minute = std::stoi(local_time.substr(14, 2));
  const auto zone = platform::TimeZone::find("America/New_York");
  return zone.value().moment_of(*day, base::Minutes(60 * hour + minute));
}

void Scenario::at(const std::string& local_time) {
  provider_.begin_at(moment_of(local_time));
}

void Scenario::pass(std::chrono::seconds time) {
  milliseconds left = time;
  while (!is_settling_seldom_) {
    const auto next = provider_.until_next();
    if (!next || *next > left) break;
    left -= *next;
    provider_.advance(*next);
    if (callout_) callout_->step();
  }
  provider_.advance(left);
  if (callout_) callout_->step();
}

void Scenario::settle() {
  provider_.advance(milliseconds(0));
  if (!is_settling_seldom_ && callout_) callout_->step();
}

void Scenario::TearDown() {
  if (HasFailure()) return;
  sent_.expect_no_other([this](const std::string& sql) { return rows(sql); });
  expect_no_complaints();
}

void Scenario::expect_no_complaints() {
  provider_.with_world([this](simulator::World& world) {
    for (const simulator::Complaint& complaint : world.complaints) {
      EXPECT_TRUE(expected_complaints_.contains(complaint.fault.code))
          << "the provider complains: " << complaint.fault.code << " " << complaint.fault.message
          << " (" << complaint.subject << ")";
    }
  });
}

std::string Scenario::next_sid(const std::string& kind) {
  const std::string digits = std::to_string(++sids_[kind]);
  return kind + std::string(32 - digits.size(), '0') + digits;
}

Params Scenario::text_params(const std::string& sid, const std::string& from,
                             const std::string& body) {
  return {{"ToCountry", "US"},
          {"ToState", ""},
          {"SmsMessageSid", sid},
          {"NumMedia", "0"},
          {"ToCity", ""},
          {"FromZip", ""},
          {"SmsSid", sid},
          {"FromState", ""},
          {"SmsStatus", "received"},
          {"FromCity", ""},
          {"Body", body},
          {"FromCountry", "US"},
          {"To", line_number},
          {"ToZip", ""},
          {"NumSegments", "1"},
          {"MessageSid", sid},
          {"AccountSid", account_sid},
          {"From", from},
          {"ApiVersion", "2010-04-01"}};
}

Call& Scenario::keep_call(std::unique_ptr<Call> call) {
  return *calls_.emplace_back(std::move(call));
}

HttpReply Scenario::post_signed(const std::string& path, const Params& params) {
  return post(path, params, sides_->sign(auth_token, public_base + path, params));
}

HttpReply Scenario::post(const std::string& path, const Params& params,
                         const std::string& signature) {
  http::Client client;
  http::Call call{
      .method = http::Method::post,
      .url = "http://127.0.0.1:" + std::to_string(port_) + path,
      .fields = {{"Content-Type", "application/x-www-form-urlencoded"},
                 {"User-Agent", "TwilioProxy/1.1"},
                 {"I-Twilio-Idempotency-Token", "3c9f0a5e-0000-4000-8000-000000000000"}},
      .body = http::write_form(params)};
  if (!signature.empty()) call.fields.push_back({"X-Twilio-Signature", signature});
  const auto outcome = client.call(call);
  const auto* response = std::get_if<http::Response>(&outcome);
  if (response == nullptr) throw std::runtime_error("Callout does not answer");
  return {response->status, response->content_type, response->body};
}

HttpReply Scenario::get(const std::string& path) {
  http::Client client;
  const auto outcome = client.call({.url = "http://127.0.0.1:" + std::to_string(port_) + path});
  const auto* response = std::get_if<http::Response>(&outcome);
  if (response == nullptr) throw std::runtime_error("Callout does not answer");
  return {response->status, response->content_type, response->body};
}

}  // namespace scenario

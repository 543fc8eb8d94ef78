#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <sstream>

#include "server/commands.h"
#include "simulator/message_refusal.h"

namespace server {
namespace {

struct Asked {
  Simulation simulation;
  std::string people;
};

int simulate(const World& world, Asked asked) {
  if (!asked.people.empty()) {
    const std::ifstream file(asked.people, std::ios::binary);
    std::error_code ignored;
    if (!file || std::filesystem::is_directory(asked.people, ignored)) {
      return fail(world, {"--people", "names " + asked.people + ", which can't be read",
                          "name a CSV file"});
    }
    std::ostringstream text;
    text << file.rdbuf();
    auto telephones = read_telephones(text.str());
    if (!telephones) return fail(world, telephones.problem());
    asked.simulation.telephones = std::move(telephones).value();
  }
  return world.simulate(asked.simulation);
}

/// "nan" is within every range.
CLI::Validator is_finite() {
  return {[](const std::string& text) {
            const bool is_one = std::isfinite(std::strtod(text.c_str(), nullptr));
            return is_one ? std::string() : text + " is no number";
          },
          ""};
}

CLI::Validator is_telephone_number() {
  return {[](const std::string& text) {
            const bool is_one = simulator::is_phone_number(text);
            return is_one ? std::string() : text + " is no number such as +15550100100";
          },
          ""};
}

CLI::Validator is_account_sid() {
  return {[](const std::string& text) {
            constexpr std::size_t length = 34;
            const bool is_one =
                text.size() == length && text.starts_with("AC") &&
                text.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string::npos;
            return is_one ? std::string() : text + " is not AC and 32 hexadecimal digits";
          },
          ""};
}

CLI::Validator is_something() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("is empty: name a token") : std::string();
          },
          ""};
}

void add_url(CLI::App& command, const char* option, std::string& url, const char* meaning) {
  const auto is_web_address = [](const std::string& text) {
    const bool is_one = text.starts_with("http://") || text.starts_with("https://");
    return is_one ? std::string() : text + " is no address: begin it with http:// or https://";
  };
  command.add_option(option, url, meaning)->check(CLI::Validator(is_web_address, "URL"));
}

}  // namespace

void add_simulator(CLI::App& app, const World& world, int& status) {
  CLI::App* command = app.add_subcommand(
      "simulator", "Plays the telephone provider for any application, with a phone page");
  command->footer(
      "Examples:\n"
      "  callout simulator --voice-url http://localhost:3000/voice --sms-url "
      "http://localhost:3000/sms\n"
      "  callout simulator --port 5001 --people telephones.csv --speed 10 --voice-url …\n"
      "\n"
      "The application finds the REST API at http://127.0.0.1:5001 under the account and token\n"
      "below, gets truly signed webhooks, and its TwiML is followed strictly; the page there has\n"
      "a phone, the messages and the wire. For this machine alone; nothing leaves it.");
  const auto asked = std::make_shared<Asked>();
  Simulation& simulation = asked->simulation;
  command->add_option("--port", simulation.port, "of page and REST API; 0: any")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  add_url(*command, "--voice-url", simulation.webhooks.voice, "of a call that comes in");
  add_url(*command, "--sms-url", simulation.webhooks.sms, "of a message that comes in");
  add_url(*command, "--status-url", simulation.webhooks.status, "of a call that has ended");
  add_url(*command, "--voice-fallback-url", simulation.webhooks.voice_fallback,
          "of a call when the first fails");
  add_url(*command, "--sms-fallback-url", simulation.webhooks.sms_fallback,
          "of a message when the first fails");
  command->add_option("--number", simulation.number, "that people call and text, E.164")
      ->check(is_telephone_number())
      ->capture_default_str();
  command->add_option("--account-sid", simulation.account_sid, "AC and 32 hexadecimal digits")
      ->check(is_account_sid())
      ->capture_default_str();
  command->add_option("--auth-token", simulation.auth_token, "which webhooks are signed with")
      ->check(is_something())
      ->capture_default_str();
  auto* key = command->add_option("--api-key-sid", simulation.api_key_sid,
                                  "SK…, for the REST API beside the token");
  auto* secret = command->add_option("--api-key-secret", simulation.api_key_secret);
  key->needs(secret);
  secret->needs(key);
  add_url(*command, "--media-base", simulation.media_base,
          "of recordings' and pictures' addresses; else the simulator's own");
  command->add_option("--people", asked->people, "CSV: name,number[,note,language,pin]");
  command->add_option("--speed", simulation.speed, "of the clock; 1 is as in life")
      ->check(CLI::Range(0.1, 1000.0))
      ->check(is_finite())
      ->capture_default_str();
  command->callback([&world, &status, asked] { status = simulate(world, *asked); });
}

}  // namespace server

// kill -9 at random instants under load: what was acknowledged is there, once, and is answered the
// same again.
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "channels/twilio/signature.h"
#include "crash/program.h"
#include "http/client.h"
#include "inspector.h"
#include "temporary_folder.h"

namespace crash {
namespace {

constexpr const char* account = "AC00000000000000000000000000000001";
constexpr const char* token = "0123456789abcdef0123456789abcdef";
constexpr const char* public_base = "https://callout.example";
constexpr const char* path = "/twilio/sms/incoming";
constexpr int people = 40;
constexpr int clients = 8;

int rounds() {
  const char* wanted = std::getenv("CALLOUT_KILL_ROUNDS");  // NOLINT(concurrency-mt-unsafe)
  return wanted == nullptr ? 50 : std::atoi(wanted);        // NOLINT(cert-err34-c)
}

class Kill : public testing::Test {
 protected:
  Kill()
      : program_({{"TWILIO_ACCOUNT_SID", account},
                  {"TWILIO_AUTH_TOKEN", token},
                  {"TWILIO_PHONE_NUMBER", "+15550100100"},
                  {"TWILIO_API_BASE_URL", "http://127.0.0.1:9"},  // nobody listens: notices wait
                  {"PUBLIC_BASE_URL", public_base},
                  {"LOG_LEVEL", "error"},
                  {"DATA_DIR", (folder_ / "data").string()}},
                 folder_.path()) {
    std::ofstream csv(folder_ / "people.csv");
    csv << "employee_number,name,email,phone,team,position,role,language,pin\n";
    for (int person = 0; person < people; ++person) {
      csv << person << ",Person " << person << ",," << number_of(person) << ",Clinical,RN,"
          << (person == 0 ? "employee+manager" : "employee") << ",en,\n";
    }
  }

  static std::string number_of(int person) { return "+1555010" + std::to_string(1000 + person); }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  http::Call text(const std::string& sid, int person) const {
    const http::Form form = {{"MessageSid", sid},         {"AccountSid", account},
                             {"From", number_of(person)}, {"To", "+15550100100"},
                             {"Body", "sick today"},      {"NumMedia", "0"}};
    return {.method = http::Method::post,
            .url = url(),
            .fields = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"X-Twilio-Signature",
                        twilio::sign(token, std::string(public_base) + path, form)}},
            .body = http::write_form(form)};
  }

  /// One client texts until the server is gone.
  void text_until_killed(int round, int client_number) {
    http::Client client;
    for (int sent = 0; !is_over_; ++sent) {
      const std::string sid = "SM-" + std::to_string(round) + "-" + std::to_string(client_number) +
                              "-" + std::to_string(sent);
      const auto outcome = client.call(text(sid, (client_number + sent * clients) % people));
      const auto* response = std::get_if<http::Response>(&outcome);
      if (response == nullptr) return;
      if (response->status != 200) continue;
      const std::lock_guard lock(mutex_);
      acknowledged_[sid] = response->body;
    }
  }

  void one_round(int round, std::chrono::milliseconds until_kill) {
    port_ = free_port();
    program_.serve(port_);
    is_over_ = false;
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client) {
      threads.emplace_back([this, round, client] { text_until_killed(round, client); });
    }
    std::this_thread::sleep_for(until_kill);
    program_.kill_hard();
    is_over_ = true;
    for (std::thread& thread : threads) thread.join();
  }

  test_support::TemporaryFolder folder_;
  Program program_;
  std::uint16_t port_ = 0;
  std::atomic<bool> is_over_{false};
  std::mutex mutex_;
  std::map<std::string, std::string> acknowledged_;
};

TEST_F(Kill, LosesNothingThatWasAcknowledgedAndDoublesNothing) {
  ASSERT_EQ(program_.run({"people", "import", "people.csv"}), 0);
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  std::printf("seed %u, %d rounds\n", seed, rounds());
  for (int round = 0; round < rounds(); ++round) {
    one_round(round, std::chrono::milliseconds(std::uniform_int_distribution<int>(1, 150)(random)));
  }
  ASSERT_FALSE(acknowledged_.empty());

  const test_support::Inspector inspector(folder_ / "data/callout.db");
  EXPECT_EQ(inspector.rows("PRAGMA integrity_check"), std::vector<std::string>{"ok"});
  const auto stored = inspector.rows("SELECT provider_id FROM attempts");
  const std::set<std::string> attempts(stored.begin(), stored.end());
  EXPECT_EQ(attempts.size(), stored.size());
  int lost = 0;
  for (const auto& [sid, body] : acknowledged_) lost += attempts.contains(sid) ? 0 : 1;
  EXPECT_EQ(lost, 0);
  EXPECT_EQ(inspector.number("SELECT COUNT(*) FROM (SELECT member_id, day FROM call_out_records "
                             "WHERE withdrawn_at IS NULL GROUP BY 1, 2 HAVING COUNT(*) > 1)"),
            0);
  std::printf("%zu acknowledged, %zu stored, %d lost\n", acknowledged_.size(), stored.size(), lost);

  port_ = free_port();
  program_.serve(port_);
  http::Client client;
  int different = 0;
  int asked = 0;
  for (const auto& [sid, body] : acknowledged_) {
    if (asked++ % 17 != 0) continue;
    // Whose text it was is part of the signed form, not of the key: the answer must come from the
    // key.
    const auto outcome = client.call(text(sid, 0));
    const auto* response = std::get_if<http::Response>(&outcome);
    different += response != nullptr && response->body == body ? 0 : 1;
  }
  EXPECT_EQ(different, 0);
  program_.stop_gently();
}

}  // namespace
}  // namespace crash

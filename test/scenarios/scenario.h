// A whole Callout in one process, with its other sides: the provider (scenarios/provider.h), a real
// SMTP server, and a clock that the story moves for all of them. Crafted webhooks are signed by the
// npm package `twilio`. Reads as the conversation it checks:
//
//   phone("+15550100001").texts("sick today").expect_reply("recorded");
//   mailbox("boss@example.org").expect("Ana");
//
// A text, reply or mail that no expectation asked for fails the story, unless it is of a kind that
// the story leaves aside; so does whatever the provider complains of.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "inspector.h"
#include "other_sides.h"
#include "scenarios/provider.h"
#include "scenarios/sent.h"
#include "server/callout.h"
#include "speech.h"
#include "sqlite_vfs/faulty_vfs.h"
#include "temporary_folder.h"

namespace scenario {

inline constexpr const char* account_sid = "AC00000000000000000000000000000001";
inline constexpr const char* auth_token = "0123456789abcdef0123456789abcdef";
inline constexpr const char* public_base = "https://callout.example";
inline constexpr const char* line_number = "+15550100100";

// The people of every scenario. Ana and Ben are RNs, Luis and Marta share a number, Dora has none
// that can be texted; Boss answers for Clinical, Hana is HR.
inline constexpr const char* ana = "+15550100101";
inline constexpr const char* ben = "+15550100102";
inline constexpr const char* luis_and_marta = "+15550100103";
inline constexpr const char* nina_at_night = "+15550100104";
inline constexpr const char* eva_in_spanish = "+15550100105";
inline constexpr const char* leaver = "+15550100106";
inline constexpr const char* boss = "+15550100110";
inline constexpr const char* hana_of_hr = "+15550100120";
inline constexpr const char* stranger = "+15550100199";

struct HttpReply {
  int status = 0;
  std::string content_type;
  std::string body;
};

/// How a call comes in.
struct CallSettings {
  std::string attestation = "TN-Validation-Passed-A";  // empty: the carrier says nothing
};

class Scenario;
class Call;

/// Somebody's telephone.
class Phone {
 public:
  Phone(Scenario& scenario, std::string number) : scenario_(scenario), number_(std::move(number)) {}

  /// Sends a text under a fresh MessageSid. With `more`, which adds or replaces parameters, it is a
  /// crafted webhook that the provider knows nothing of.
  Phone& texts(const std::string& body, const Params& more = {});
  Phone& expect_reply(const std::string& containing);
  Phone& expect_no_reply();
  /// A text that came by the provider's REST API and was not expected yet, oldest first.
  Phone& expect_text(const std::string& containing);
  Phone& expect_no_text();
  const std::string& reply() const { return reply_; }
  /// Rings the line: the call goes on as scenarios/call.h says.
  Call& calls(const CallSettings& settings = {});
  /// "K7" in the newest alert, which is read for it.
  std::string code_in_newest_text() const;

 private:
  void text_crafted(const std::string& body, const Params& more);

  Scenario& scenario_;
  std::string number_;
  std::string reply_;
  std::size_t answer_ = 0;  // the first of the replies to the newest text
};

class Mailbox {
 public:
  Mailbox(Scenario& scenario, std::string address)
      : scenario_(scenario), address_(std::move(address)) {}
  /// A mail not expected yet whose subject or text contains it.
  Mailbox& expect(const std::string& containing);
  Mailbox& expect_none();
  /// The mail that `expect` found.
  const std::string& subject() const { return subject_; }
  const std::string& text() const { return text_; }
  const std::string& html() const { return html_; }

 private:
  Scenario& scenario_;
  std::string address_;
  std::string subject_;
  std::string text_;
  std::string html_;
};

class Scenario : public ::testing::Test {
 protected:
  Scenario();
  ~Scenario() override;

  Phone& phone(const std::string& number);
  Mailbox& mailbox(const std::string& address);

 public:
  /// "2020-11-23 04:58", a wall clock in New York.
  void at(const std::string& local_time);
  static base::Moment moment_of(const std::string& local_time);
  /// All that happens by itself meanwhile does, at its time, and the workers after it.
  void pass(std::chrono::seconds time);
  base::Moment now() { return provider_.now(); }
  /// Lets the workers do all that is due now.
  void settle();
  /// From now on only when time passes, not after each thing that somebody does.
  void settle_seldom() { is_settling_seldom_ = true; }

  std::string next_sid(const std::string& kind = "SM");
  static Params text_params(const std::string& sid, const std::string& from,
                            const std::string& body);
  /// Signed as the provider signs.
  HttpReply post_signed(const std::string& path, const Params& params);
  HttpReply post(const std::string& path, const Params& params, const std::string& signature);
  HttpReply get(const std::string& path);
  test_support::Speech& speech() { return *speech_; }
  Call& keep_call(std::unique_ptr<Call> call);

  std::int64_t number(const std::string& sql) const { return inspector_->number(sql); }
  std::vector<std::string> rows(const std::string& sql) const { return inspector_->rows(sql); }
  void change(const std::string& sql) { inspector_->change(sql); }
  Provider& provider() { return provider_; }
  test_support::OtherSides& other_sides() { return *sides_; }
  test_support::FaultyVfs& disk() { return disk_; }
  std::string log() const { return *log_; }
  std::filesystem::path folder() const { return folder_.path(); }

  std::vector<Sent>& texts() { return sent_.texts(); }
  std::vector<Sent>& mails() { return sent_.mails(); }
  SentMessages& sent() { return sent_; }

  static void SetUpTestSuite();
  static void TearDownTestSuite();

 protected:
  void TearDown() override;
  /// Kinds of messages that this story is not about, as SentMessages has them.
  void leaves_aside(const std::set<std::string>& kinds) { sent_.leave_aside(kinds); }
  /// The provider's debugger may say this, as often as it likes.
  void complaint_is_expected(int code) { expected_complaints_.insert(code); }
  /// Restarts the server on the same files.
  void restart();
  /// With another setting, as if the environment said so.
  void restart_with(const std::string& variable, const std::string& value);
  void stop();
  void start();
  bool is_down() const { return !callout_; }
  server::Callout& callout() { return *callout_; }
  void import_people(const std::string& csv, std::size_t pin_length = 4);
  std::optional<std::int64_t> first_broken_audit_entry();

 private:
  server::Settings settings() const;
  void import_everybody();
  void expect_no_complaints();

  inline static std::unique_ptr<test_support::OtherSides> sides_;
  inline static std::unique_ptr<test_support::Speech> speech_;
  test_support::TemporaryFolder folder_;
  test_support::FaultyVfs disk_{"counting disk"};
  std::uint16_t port_;  // the server's, also after a restart
  Provider provider_;
  SentMessages sent_;
  std::shared_ptr<std::string> log_ = std::make_shared<std::string>();
  std::unique_ptr<server::Callout> callout_;
  std::thread serving_;
  std::unique_ptr<test_support::Inspector> inspector_;
  std::map<std::string, std::unique_ptr<Phone>> phones_;
  std::map<std::string, std::unique_ptr<Mailbox>> mailboxes_;
  std::vector<std::unique_ptr<Call>> calls_;
  std::map<std::string, std::string> changed_settings_;
  std::map<std::string, int> sids_;
  std::set<int> expected_complaints_;
  bool is_settling_seldom_ = false;
};

}  // namespace scenario

// A story fails with what reaches people unasked, and with what the provider complains of: else no
// other story could be trusted.
#include <gtest/gtest-spi.h>

#include "scenarios/scenario.h"

namespace scenario {
namespace {

class AStory : public Scenario {
 protected:
  void SetUp() override {
    at("2020-11-23 04:58");
    phone(ana).texts("sick today");
  }
  void expect_everything_but(const std::set<std::string>& what) {
    if (!what.contains("reply")) phone(ana).expect_reply("recorded");
    if (!what.contains("text")) phone(boss).expect_text("Ana R");
    if (what.contains("mail")) return;
    mailbox("ana@example.org").expect("CALL-OUT");
    mailbox("boss@example.org").expect("URGENT");
  }
};

TEST_F(AStory, FailsWithAReplyThatNobodyExpected) {
  expect_everything_but({"reply"});
  EXPECT_NONFATAL_FAILURE(TearDown(), "a reply that nobody expected");
  phone(ana).expect_reply("recorded");
}

TEST_F(AStory, FailsWithATextThatNobodyExpected) {
  expect_everything_but({"text"});
  EXPECT_NONFATAL_FAILURE(TearDown(), "a text that nobody expected (call_out_recorded)");
  phone(boss).expect_text("Ana R");
}

TEST_F(AStory, FailsWithAMailThatNobodyExpected) {
  expect_everything_but({"mail"});
  mailbox("ana@example.org").expect("CALL-OUT");
  EXPECT_NONFATAL_FAILURE(TearDown(), "a mail that nobody expected (call_out_recorded)");
  mailbox("boss@example.org").expect("URGENT");
}

TEST_F(AStory, LeavesAsideOnlyTheKindAndTheWayThatItNames) {
  expect_everything_but({"text", "mail"});
  leaves_aside({"call_out_recorded by mail", "receipt by text"});
  mailbox("ana@example.org").expect("CALL-OUT");
  EXPECT_NONFATAL_FAILURE(TearDown(), "a text that nobody expected (call_out_recorded)");
  phone(boss).expect_text("Ana R");
}

TEST_F(AStory, FailsWithWhatTheProviderComplainsOf) {
  expect_everything_but({});
  provider().with_world([](simulator::World& world) {
    world.complain("SM1", true, simulator::Fault{11200, "HTTP retrieval failure"});
  });
  EXPECT_NONFATAL_FAILURE(TearDown(), "the provider complains: 11200");
  complaint_is_expected(11200);
}

}  // namespace
}  // namespace scenario

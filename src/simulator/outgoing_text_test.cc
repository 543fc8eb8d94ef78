// Messages that the application sends by the API.
#include <algorithm>

#include <gtest/gtest.h>

#include "simulator/texting.h"
#include "simulator/world_test.h"

namespace simulator {
namespace {

using std::chrono::seconds;

struct Line : TestWorld {
  Texting texting{world};

  int refused(const http::Form& form) {
    const auto outcome = texting.create(form);
    const auto* refusal = std::get_if<Refusal>(&outcome);
    return refusal == nullptr ? 0 : refusal->code;
  }
  std::string send(http::Form form) {
    form.emplace_back("StatusCallback", "https://callout.example/twilio/sms/status#rc=2");
    const auto outcome = texting.create(form);
    const auto* sid = std::get_if<std::string>(&outcome);
    return sid == nullptr ? "" : *sid;
  }
  std::string told(std::string_view name) const {
    std::string all;
    for (const Webhook& webhook : sent("message status")) {
      const auto value = http::form_value(webhook.params, name);
      all.append(value.empty() ? "-" : value).append(" ");
    }
    return all;
  }
};

http::Form form(std::string to = their_number, std::string from = line_number,
                std::string body = "Recorded") {
  return {{"To", std::move(to)}, {"From", std::move(from)}, {"Body", std::move(body)}};
}

http::Form with(http::Form form, std::string name, std::string value) {
  form.emplace_back(std::move(name), std::move(value));
  return form;
}

TEST(OutgoingText, GoesItsWayAndTellsEachStateButTheFirst) {
  Line line;
  const auto sid = line.send(form());
  const Message* message = line.world.message(sid);
  ASSERT_NE(message, nullptr);
  EXPECT_TRUE(sid.starts_with("SM"));
  EXPECT_EQ(message->status, "queued");
  EXPECT_EQ(message->direction, "outbound-api");
  EXPECT_FALSE(message->sent);
  line.passes(milliseconds(1'000));
  EXPECT_EQ(message->status, "sent");
  EXPECT_EQ(message->sent, message->updated);
  line.passes(seconds(5));
  EXPECT_EQ(message->status, "delivered");
  EXPECT_EQ(line.told("MessageStatus"), "sent delivered ");
  EXPECT_EQ(line.told("ErrorCode"), "- - ");
  EXPECT_EQ(line.told("RawDlrDoneDate"), "- 2611221504 ");
}

TEST(OutgoingText, ACallbackNamesTheMessageAndNotItsWords) {
  Line line;
  const auto sid = line.send(form());
  line.passes(seconds(5));
  const Webhook webhook = line.webhooks.at(0);
  EXPECT_EQ(webhook.subject, sid);
  EXPECT_EQ(webhook.to.url, "https://callout.example/twilio/sms/status#rc=2");
  EXPECT_EQ(webhook.expects, Expects::nothing);
  const http::Form expected = {{"AccountSid", test_account}, {"ApiVersion", "2010-04-01"},
                               {"From", line_number},        {"MessageSid", sid},
                               {"MessageStatus", "sent"},    {"SmsSid", sid},
                               {"SmsStatus", "sent"},        {"To", their_number}};
  EXPECT_EQ(webhook.params, expected);
}

TEST(OutgoingText, OfAServiceIsAcceptedFirst) {
  Line line;
  const auto sid =
      line.send({{"To", their_number}, {"MessagingServiceSid", "MG1"}, {"Body", "Recorded"}});
  EXPECT_EQ(line.world.message(sid)->status, "accepted");
  line.passes(seconds(5));
  EXPECT_EQ(line.told("MessageStatus"), "queued sent delivered ");
  EXPECT_EQ(line.told("MessagingServiceSid"), "MG1 MG1 MG1 ");
  EXPECT_EQ(line.world.message(sid)->from, line_number);
}

TEST(OutgoingText, EndsAsItIsToldTo) {
  Line line;
  line.texting.ends_badly(their_number, "undelivered", 30003);
  const auto sid = line.send(form());
  line.passes(seconds(5));
  EXPECT_EQ(line.told("MessageStatus"), "sent undelivered ");
  EXPECT_EQ(line.told("ErrorCode"), "- 30003 ");
  EXPECT_EQ(line.world.message(sid)->error_code, 30003);
  line.texting.ends_badly(their_number, "failed", 30007);
  const auto failed = line.send(form());
  line.passes(seconds(5));
  EXPECT_EQ(line.world.message(failed)->status, "failed");
  EXPECT_FALSE(line.world.message(failed)->sent);
  EXPECT_EQ(line.told("MessageStatus"), "sent undelivered failed ");
  line.texting.ends_badly(their_number, "delivered", 0);
  const auto well = line.send(form());
  line.passes(seconds(5));
  EXPECT_EQ(line.world.message(well)->status, "delivered");
}

TEST(OutgoingText, IsRefusedWhereItIsToldTo) {
  Line line;
  line.texting.ends_badly(their_number, "refused", 21635);
  const auto outcome = line.texting.create(form());
  ASSERT_TRUE(std::holds_alternative<Refusal>(outcome));
  EXPECT_EQ(std::get<Refusal>(outcome).code, 21635);
  EXPECT_EQ(std::get<Refusal>(outcome).status, 400);
  line.texting.ends_badly(their_number, "delivered", 0);
  EXPECT_TRUE(std::holds_alternative<std::string>(line.texting.create(form())));
}

http::Form scheduled(const char* at) {
  return {{"To", their_number}, {"MessagingServiceSid", "MG1"},
          {"Body", "Recorded"}, {"ScheduleType", "fixed"},
          {"SendAt", at},       {"StatusCallback", "https://callout.example/twilio/sms/status"}};
}

TEST(OutgoingText, OfAServiceLeavesWhenItIsScheduled) {
  Line line;
  const auto sid = line.send(scheduled("2026-11-22T16:04:05Z"));
  EXPECT_EQ(line.world.message(sid)->status, "scheduled");
  line.passes(seconds(3'599));
  EXPECT_EQ(line.world.message(sid)->status, "scheduled");
  line.passes(seconds(5));
  EXPECT_EQ(line.told("MessageStatus"), "queued sent delivered ");
}

TEST(OutgoingText, ThatIsScheduledCanBeCanceled) {
  Line line;
  const auto sid = line.send(scheduled("2026-11-22T16:04:05Z"));
  line.world.message(sid)->status = "canceled";
  line.passes(seconds(4'000));
  EXPECT_EQ(line.world.message(sid)->status, "canceled");
  EXPECT_EQ(line.told("MessageStatus"), "");
}

TEST(OutgoingText, IsScheduledForAQuarterOfAnHourToThirtyFiveDaysAhead) {
  Line line;
  for (const char* at : {"2026-11-22T15:19:04Z", "2026-12-27T15:04:06Z", "tomorrow", ""}) {
    const auto outcome = line.texting.create(scheduled(at));
    ASSERT_TRUE(std::holds_alternative<Refusal>(outcome)) << at;
    EXPECT_EQ(std::get<Refusal>(outcome).code, 35114) << at;
  }
}

TEST(OutgoingText, OfANumberIsSentAtOnceWhateverItsSchedule) {
  Line line;
  http::Form form = scheduled("2026-11-22T16:04:05Z");
  form[1] = {"From", line_number};
  line.send(form);
  line.passes(seconds(5));
  EXPECT_EQ(line.told("MessageStatus"), "sent delivered ");
}

TEST(OutgoingText, OnABadDayMessagesAreNotDelivered) {
  Line line;
  line.world.chaos.undelivered_percent = 100;
  line.world.chaos.undelivered_code = 30008;
  const auto sid = line.send(form());
  line.passes(seconds(5));
  EXPECT_EQ(line.world.message(sid)->status, "undelivered");
  EXPECT_EQ(line.world.message(sid)->error_code, 30008);
}

TEST(OutgoingText, OnABadDayCallbacksAreLateLostOrOutOfOrder) {
  Line late;
  late.world.chaos.callback_delay = seconds(60);
  late.send(form());
  late.passes(seconds(59));
  EXPECT_EQ(late.told("MessageStatus"), "");
  late.passes(seconds(5));
  EXPECT_EQ(late.told("MessageStatus"), "sent delivered ");

  Line lost;
  lost.world.chaos.lose_callbacks_percent = 100;
  const auto sid = lost.send(form());
  lost.passes(seconds(60));
  EXPECT_EQ(lost.told("MessageStatus"), "");
  EXPECT_EQ(lost.world.message(sid)->status, "delivered");

  Line mixed;
  mixed.world.chaos.reorders_callbacks = true;
  mixed.send(form());
  mixed.passes(seconds(60));
  EXPECT_EQ(mixed.told("MessageStatus"), "delivered sent ");
}

TEST(OutgoingText, ACallbackThatFailsIsShownAsAWarning) {
  Line line;
  line.answer = [](const Webhook&) {
    return Outcome{.fault = Fault{11200, "HTTP retrieval failure"}};
  };
  line.send(form());
  line.passes(seconds(5));
  ASSERT_EQ(line.world.complaints.size(), 2U);
  EXPECT_FALSE(line.world.complaints[0].is_error);
}

TEST(OutgoingText, WithMediaItIsAnMms) {
  Line line;
  const auto sid = line.send(with({{"To", their_number}, {"From", line_number}}, "MediaUrl",
                                  "https://callout.example/plan.png"));
  EXPECT_TRUE(sid.starts_with("MM"));
  EXPECT_EQ(line.world.message(sid)->media.size(), 1U);
}

TEST(OutgoingText, WhatIsMissingIsRefused) {
  Line line;
  EXPECT_EQ(line.refused({}), 21604);
  EXPECT_EQ(line.refused({{"To", their_number}, {"Body", "x"}}), 21603);
  EXPECT_EQ(line.refused({{"To", their_number}, {"From", line_number}}), 21619);
  EXPECT_EQ(line.refused(form(their_number, line_number, "")), 21602);
  EXPECT_TRUE(line.world.messages.empty());
}

TEST(OutgoingText, MayWaitForItsTurnUpToTenHours) {
  Line line;
  for (const char* seconds : {"0", "36001", "-1", "soon", "60s"})
    EXPECT_EQ(line.refused(with(form(), "ValidityPeriod", seconds)), 20001) << seconds;
  for (const char* seconds : {"1", "36000", ""})
    EXPECT_EQ(line.refused(with(form(), "ValidityPeriod", seconds)), 0) << seconds;
}

TEST(OutgoingText, MoreThan1600CharactersAreRefused) {
  Line line;
  std::string body;
  for (int at = 0; at < 1600; ++at) body += "é";
  EXPECT_EQ(line.refused(form(their_number, line_number, body)), 0);
  EXPECT_EQ(line.refused(form(their_number, line_number, body + "é")), 21617);
}

TEST(OutgoingText, NumbersThatAreNoneAreRefused) {
  Line line;
  for (const char* to : {"5550100", "+0155501001", "+1555", "boss", "+1555010012345678", "12345"}) {
    EXPECT_EQ(line.refused(form(to)), 21211) << to;
  }
  EXPECT_EQ(line.refused(form(their_number, "+1 555")), 21212);
  EXPECT_EQ(line.refused(form(their_number, "+15550100777")), 21606);
  EXPECT_EQ(line.refused(form(their_number, "12345")), 21606);
}

TEST(OutgoingText, AShortCodeOfTheAccountAndANameMaySend) {
  Line line;
  line.world.numbers.push_back(line.world.numbers[0]);
  line.world.numbers[1].phone_number = "12345";
  EXPECT_EQ(line.refused(form(their_number, "12345")), 0);
  EXPECT_EQ(line.refused(form("+4915150100123", "Callout")), 0);
  EXPECT_EQ(line.refused(form(their_number, "Callout")), 21612);
  EXPECT_EQ(line.refused(form("+4915150100123", "Callout for all")), 21212);
}

TEST(OutgoingText, BadAddressesAreRefused) {
  Line line;
  EXPECT_EQ(line.refused(with(form(), "StatusCallback", "status")), 21609);
  EXPECT_EQ(line.refused(with(form(), "StatusCallback", "https://call_out.example/")), 21609);
  EXPECT_EQ(line.refused(with(form(), "MediaUrl", "picture.png")), 21620);
  auto many = form();
  for (int at = 0; at < 11; ++at) many.emplace_back("MediaUrl", "https://callout.example/a.png");
  EXPECT_EQ(line.refused(many), 21623);
}

TEST(OutgoingText, TheNumbersForTestsFailAsDocumented) {
  Line line;
  EXPECT_EQ(line.refused(form(their_number, "+15005550006")), 0);
  EXPECT_EQ(line.refused(form(their_number, "+15005550001")), 21212);
  EXPECT_EQ(line.refused(form(their_number, "+15005550007")), 21606);
  EXPECT_EQ(line.refused(form(their_number, "+15005550008")), 21611);
  EXPECT_EQ(line.refused(form("+15005550001")), 21211);
  EXPECT_EQ(line.refused(form("+15005550002")), 21612);
  EXPECT_EQ(line.refused(form("+15005550003")), 21408);
  EXPECT_EQ(line.refused(form("+15005550004")), 21610);
  EXPECT_EQ(line.refused(form("+15005550009")), 21614);
}

TEST(OutgoingText, WhoHasOptedOutGetsNothing) {
  Line line;
  line.texting.receive({.from = their_number, .to = line_number, .body = "stop"});
  EXPECT_EQ(line.refused(form()), 21610);
  EXPECT_EQ(line.refused({{"To", their_number}, {"MessagingServiceSid", "MG1"}, {"Body", "x"}}),
            21610);
  EXPECT_EQ(line.refused(form("+15550100456")), 0);
}

}  // namespace
}  // namespace simulator

// Texts that people send to the account's numbers.
#include <algorithm>

#include <gtest/gtest.h>

#include "simulator/opt_out.h"
#include "simulator/texting.h"
#include "simulator/world_test.h"

namespace simulator {
namespace {

using std::chrono::seconds;

struct Line : TestWorld {
  Texting texting{world};

  std::string text(std::string body, std::string from = their_number) {
    const auto sid =
        texting.receive({.from = std::move(from), .to = line_number, .body = std::move(body)});
    passes(seconds(5));
    return sid;
  }
  void answers(std::string document, std::string type = "text/xml") {
    answer = [document = std::move(document), type = std::move(type)](const Webhook& webhook) {
      const bool is_first = webhook.what == "incoming message";
      return answered(webhook, is_first ? document : "<Response/>", is_first ? type : "text/xml");
    };
  }
  std::vector<Message> replies() const {
    std::vector<Message> found;
    std::ranges::copy_if(world.messages, std::back_inserter(found), [](const Message& message) {
      return message.direction == "outbound-reply";
    });
    return found;
  }
  std::vector<int> complaints() const {
    std::vector<int> codes;
    for (const auto& complaint : world.complaints) codes.push_back(complaint.fault.code);
    return codes;
  }
};

std::string param(const Webhook& webhook, std::string_view name) {
  const bool is_there =
      std::ranges::any_of(webhook.params, [&](const auto& pair) { return pair.first == name; });
  return is_there ? std::string(http::form_value(webhook.params, name)) : "-";
}

TEST(IncomingText, IsKeptAndToldWithEveryDocumentedParameter) {
  Line line;
  const auto sid = line.text(" sick today 🤒\r\n");
  ASSERT_EQ(line.webhooks.size(), 1U);
  const Webhook& webhook = line.webhooks[0];
  EXPECT_EQ(webhook.to.url, "https://callout.example/twilio/sms/incoming");
  EXPECT_EQ(webhook.fallback.url, "https://callout.example/fallback");
  EXPECT_EQ(webhook.subject, sid);
  EXPECT_EQ(webhook.expects, Expects::messaging_document);
  for (const char* name : {"MessageSid", "SmsSid", "SmsMessageSid"}) {
    EXPECT_EQ(param(webhook, name), sid);
  }
  EXPECT_EQ(param(webhook, "AccountSid"), test_account);
  EXPECT_EQ(param(webhook, "From"), their_number);
  EXPECT_EQ(param(webhook, "To"), line_number);
  EXPECT_EQ(param(webhook, "Body"), " sick today 🤒\r\n");
  EXPECT_EQ(param(webhook, "NumMedia"), "0");
  EXPECT_EQ(param(webhook, "NumSegments"), "1");
  EXPECT_EQ(param(webhook, "SmsStatus"), "received");
  EXPECT_EQ(param(webhook, "ApiVersion"), "2010-04-01");
  EXPECT_EQ(param(webhook, "MediaUrl0"), "-");
  for (const char* side : {"From", "To"}) {
    for (const char* place : {"City", "State", "Zip", "Country"}) {
      EXPECT_EQ(param(webhook, std::string(side) + place), "");
    }
  }
  const Message* message = line.world.message(sid);
  ASSERT_NE(message, nullptr);
  EXPECT_TRUE(sid.starts_with("SM"));
  EXPECT_EQ(message->direction, "inbound");
  EXPECT_EQ(message->status, "received");
}

TEST(IncomingText, PicturesComeAsAddressesBelowTheApi) {
  Line line;
  const auto sid = line.texting.receive({.from = their_number,
                                         .to = line_number,
                                         .body = "",
                                         .pictures = {{"image/png", "png"}, {"image/gif", "gif"}}});
  line.passes(seconds(1));
  EXPECT_TRUE(sid.starts_with("MM"));
  const Webhook& webhook = line.webhooks.at(0);
  EXPECT_EQ(param(webhook, "NumMedia"), "2");
  EXPECT_EQ(param(webhook, "MediaContentType1"), "image/gif");
  EXPECT_EQ(param(webhook, "MediaUrl1"), "http://provider.example/2010-04-01/Accounts/" +
                                             std::string(test_account) + "/Messages/" + sid +
                                             "/Media/" + line.world.message(sid)->media[1].sid);
}

TEST(IncomingText, OneThatIsThereAlreadyIsToldAgainAndKeptOnce) {
  Line line;
  const auto sid = line.text("STOP");
  line.texting.receive({.from = their_number, .to = line_number, .body = "STOP", .sid = sid});
  line.passes(seconds(5));
  EXPECT_EQ(line.sent("incoming message").size(), 2U);
  EXPECT_EQ(line.webhooks[0].params, line.webhooks[1].params);
  EXPECT_EQ(line.world.messages.size(), 2U);  // with the carrier's answer
}

TEST(IncomingText, AMessageOfTheDocumentGoesBackToTheSender) {
  Line line;
  line.answers(
      "<Response><Message>Noted</Message><Message to=\"+15550100456\">Also</Message></Response>");
  line.text("sick");
  const auto replies = line.replies();
  ASSERT_EQ(replies.size(), 2U);
  EXPECT_EQ(replies[0].from, line_number);
  EXPECT_EQ(replies[0].to, their_number);
  EXPECT_EQ(replies[0].body, "Noted");
  EXPECT_EQ(replies[0].status, "delivered");
  EXPECT_EQ(replies[1].to, "+15550100456");
  EXPECT_TRUE(line.complaints().empty());
}

TEST(IncomingText, PlainTextIsTextedBack) {
  Line line;
  line.answers("Noted, get well", "text/plain");
  line.text("sick");
  ASSERT_EQ(line.replies().size(), 1U);
  EXPECT_EQ(line.replies()[0].body, "Noted, get well");
}

TEST(IncomingText, AReplysStatusCallbackHearsOfItsWay) {
  Line line;
  line.answers("<Response><Message statusCallback=\"../status\">Noted</Message></Response>");
  line.text("sick");
  const auto callbacks = line.sent("message status");
  ASSERT_EQ(callbacks.size(), 2U);
  EXPECT_EQ(callbacks[0].to.url, "https://callout.example/twilio/status");
  EXPECT_EQ(param(callbacks[1], "MessageStatus"), "delivered");
}

TEST(IncomingText, TheDocumentGoesOnAtTheActionOfAMessage) {
  Line line;
  line.answers(
      "<Response><Message action=\"sent?x=1\">One</Message><Message>Never</Message></Response>");
  line.text("sick");
  const auto actions = line.sent("message action");
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions[0].to.url, "https://callout.example/twilio/sms/sent?x=1");
  EXPECT_EQ(param(actions[0], "MessageSid"), line.replies().at(0).sid);
  EXPECT_EQ(param(actions[0], "MessageStatus"), "queued");
  EXPECT_EQ(line.replies().size(), 1U);
}

TEST(IncomingText, ARedirectAsksElsewhereWithTheSameParameters) {
  Line line;
  line.answers("<Response><Redirect method=\"GET\">other</Redirect></Response>");
  line.text("sick");
  ASSERT_EQ(line.webhooks.size(), 2U);
  EXPECT_EQ(line.webhooks[1].to.url, "https://callout.example/twilio/sms/other");
  EXPECT_EQ(line.webhooks[1].to.method, http::Method::get);
  EXPECT_EQ(line.webhooks[1].params, line.webhooks[0].params);
}

TEST(IncomingText, ALoopOfRedirectsEndsAtTenDocuments) {
  Line line;
  line.answer = [](const Webhook& webhook) {
    return TestWorld::answered(webhook, "<Response><Redirect>incoming</Redirect></Response>");
  };
  line.text("sick");
  EXPECT_EQ(line.webhooks.size(), 11U);
  EXPECT_EQ(line.complaints(), std::vector<int>{14106});
}

TEST(IncomingText, AFailedWebhookIsAComplaintAndNothingElse) {
  Line line;
  line.answer = [](const Webhook&) {
    return Outcome{.fault = Fault{11200, "HTTP retrieval failure"}};
  };
  line.text("sick");
  EXPECT_EQ(line.complaints(), std::vector<int>{11200});
  EXPECT_TRUE(line.world.complaints[0].is_error);
  EXPECT_TRUE(line.replies().empty());
}

TEST(IncomingText, WhatTheFallbackAnswersIsFollowedAndTheFaultIsShown) {
  Line line;
  line.answer = [](const Webhook& webhook) {
    Outcome outcome = TestWorld::answered(webhook, "<Response><Message>Later</Message></Response>");
    outcome.fault = Fault{11200, "HTTP retrieval failure"};
    return outcome;
  };
  line.text("sick");
  EXPECT_EQ(line.complaints(), std::vector<int>{11200});
  EXPECT_EQ(line.replies().at(0).body, "Later");
}

TEST(IncomingText, WhatIsStrangeInADocumentIsShown) {
  Line line;
  line.answers("<Response><Say>Hello</Say><Message>Noted</Message></Response>");
  line.text("sick");
  EXPECT_EQ(line.complaints().size(), 1U);
  EXPECT_FALSE(line.world.complaints[0].is_error);
  EXPECT_EQ(line.replies().size(), 1U);
}

TEST(IncomingText, AReplyNeedsAReceiverAndASenderOfTheAccount) {
  Line line;
  line.answers("<Response><Message>Noted</Message></Response>");
  line.text("sick", "12345");
  EXPECT_EQ(line.complaints(), std::vector<int>{14101});
  EXPECT_EQ(line.replies().at(0).status, "failed");
  line.answers("<Response><Message from=\"+15550100777\">Noted</Message></Response>");
  line.text("sick");
  EXPECT_EQ(line.complaints().back(), 14102);
  for (const Complaint& complaint : line.world.complaints) EXPECT_FALSE(complaint.is_error);
}

TEST(IncomingText, StopIsAnsweredByTheCarrierAndStillTold) {
  Line line;
  line.text(" stop\n");
  EXPECT_EQ(line.sent("incoming message").size(), 1U);
  EXPECT_EQ(param(line.webhooks[0], "OptOutType"), "-");
  ASSERT_EQ(line.replies().size(), 1U);
  EXPECT_EQ(line.replies()[0].body, carrier_answer(OptOutWord::stop));
  EXPECT_EQ(line.replies()[0].status, "delivered");
  EXPECT_TRUE(line.world.opted_out.contains({line_number, their_number}));
  line.text("STOP");
  EXPECT_EQ(line.replies().size(), 1U);
}

TEST(IncomingText, AReplyToStopFails) {
  Line line;
  line.answers("<Response><Message>Why?</Message></Response>");
  line.text("STOP");
  EXPECT_EQ(line.complaints(), std::vector<int>{21610});
  const auto replies = line.replies();
  ASSERT_EQ(replies.size(), 2U);
  EXPECT_EQ(replies[1].status, "failed");
  EXPECT_EQ(replies[1].error_code, 21610);
}

TEST(IncomingText, StartTakesBackAStop) {
  Line line;
  line.text("STOP");
  line.text("Unstop");
  EXPECT_TRUE(line.world.opted_out.empty());
  EXPECT_EQ(line.replies().at(1).body, carrier_answer(OptOutWord::start));
  line.text("YES");  // nothing to take back
  EXPECT_EQ(line.replies().size(), 2U);
}

TEST(IncomingText, HelpIsAnsweredByTheCarrierToo) {
  Line line;
  line.text("Help");
  ASSERT_EQ(line.replies().size(), 1U);
  EXPECT_EQ(line.replies()[0].body, carrier_answer(OptOutWord::help));
  EXPECT_TRUE(line.world.opted_out.empty());
}

TEST(IncomingText, OnlyTheWholeTextIsAnOptOutWord) {
  for (const char* word :
       {"STOP", "Unsubscribe", "end", "QUIT", "stopall", "REVOKE", "OptOut", "CANCEL"}) {
    EXPECT_EQ(opt_out_word(word), OptOutWord::stop) << word;
  }
  for (const char* word : {"start", "UNSTOP", "Yes"}) {
    EXPECT_EQ(opt_out_word(word), OptOutWord::start) << word;
  }
  for (const char* word : {"HELP", "info"}) EXPECT_EQ(opt_out_word(word), OptOutWord::help) << word;
  for (const char* word : {"STOP please", "stop.", "", "no", "yes sir"}) {
    EXPECT_EQ(opt_out_word(word), OptOutWord::none) << word;
  }
}

TEST(IncomingText, ANumberWithoutAnAddressTellsNobody) {
  Line line;
  line.world.numbers[0].sms = {};
  line.text("sick");
  EXPECT_TRUE(line.webhooks.empty());
  EXPECT_EQ(line.world.messages.size(), 1U);
}

}  // namespace
}  // namespace simulator

#include "channels/mail/smtp_conversation.h"

#include <gtest/gtest.h>

namespace mail {
namespace {

TEST(SmtpConversation, KeepsNoAddresses) {
  EXPECT_EQ(without_addresses(" 550 <a@b>:\tno\r\n"), "550 (address) no");
  EXPECT_EQ(without_addresses(""), "");
}

TEST(SmtpConversation, DoesNotTakeTheAnswerToGoodByeForTheMails) {
  SmtpConversation conversation;
  conversation.we_said("RCPT TO:<a@b>\r\n");
  conversation.server_said("550 no\r\n");
  conversation.we_said("QUIT\r\n");
  conversation.server_said("221 bye\r\n");
  const Outcome outcome = conversation.outcome(CURLE_SEND_ERROR, "");
  ASSERT_TRUE(std::holds_alternative<Refused>(outcome));
  EXPECT_EQ(std::get<Refused>(outcome).code, 550);
}

TEST(SmtpConversation, WaitsForTheLastLineOfAReply) {
  SmtpConversation conversation;
  conversation.we_said("RCPT TO:<a@b>\r\n");
  conversation.server_said("550-no\r\n");
  EXPECT_EQ(std::get<TryLater>(conversation.outcome(CURLE_OPERATION_TIMEDOUT, "")).code, 0);
}

}  // namespace
}  // namespace mail

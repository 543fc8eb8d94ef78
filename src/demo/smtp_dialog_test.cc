#include "demo/smtp_dialog.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace demo {
namespace {

class SmtpDialogTest : public testing::Test {
 protected:
  /// The codes of all replies, "250 250 354"; of a reply of several lines the last one.
  std::string codes(std::string_view bytes) {
    const std::string replies = dialog_.hear(bytes);
    std::string codes;
    for (std::size_t at = 0; at < replies.size(); at = replies.find("\r\n", at) + 2) {
      if (replies[at + 3] == '-') continue;
      codes += (codes.empty() ? "" : " ") + replies.substr(at, 3);
    }
    return codes;
  }
  void begin_data() {
    ASSERT_EQ(codes("EHLO here\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\n"
                    "DATA\r\n"),
              "250 250 250 354");
  }

  SmtpOptions options_{.max_mail_bytes = 1000, .max_recipients = 3, .max_errors = 4};
  std::vector<ReceivedMail> mails_;
  OnMail on_mail_ = [this](ReceivedMail mail) {
    mails_.push_back(std::move(mail));
  };
  SmtpDialog dialog_{options_, on_mail_};
};

TEST_F(SmtpDialogTest, TakesAMailThatIsPipelined) {
  EXPECT_EQ(codes("EHLO here\r\nMAIL FROM:<a@example.org> SIZE=20 BODY=8BITMIME\r\n"
                  "RCPT TO:<b@example.org>\r\nrcpt to:<C@example.org>\r\nDATA\r\n"),
            "250 250 250 250 354");
  EXPECT_EQ(codes("Subject: x\r\n\r\nHello\r\n.\r\nQUIT\r\n"), "250 221");
  ASSERT_EQ(mails_.size(), 1U);
  EXPECT_EQ(mails_[0].from, "a@example.org");
  EXPECT_EQ(mails_[0].to, (std::vector<std::string>{"b@example.org", "C@example.org"}));
  EXPECT_EQ(mails_[0].raw, "Subject: x\r\n\r\nHello\r\n");
  EXPECT_TRUE(dialog_.is_over());
}

TEST_F(SmtpDialogTest, TakesAMailThatComesByteForByte) {
  const std::string_view all =
      "HELO here\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nHello\r\n.\r\n";
  std::string replies;
  for (const char byte : all) replies += dialog_.hear({&byte, 1});
  ASSERT_EQ(mails_.size(), 1U);
  EXPECT_EQ(mails_[0].from, "");
  EXPECT_EQ(mails_[0].raw, "Hello\r\n");
}

TEST_F(SmtpDialogTest, TakesOutTheDotsThatTheSenderPutIn) {
  begin_data();
  EXPECT_EQ(codes("..\r\n...two\r\n.\r\n"), "250");
  ASSERT_EQ(mails_.size(), 1U);
  EXPECT_EQ(mails_[0].raw, ".\r\n..two\r\n");
}

TEST_F(SmtpDialogTest, TakesSeveralMailsOnOneConnection) {
  for (int count = 0; count < 3; ++count) {
    EXPECT_EQ(codes("EHLO here\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\n"
                    "DATA\r\n.\r\n"),
              "250 250 250 354 250");
  }
  ASSERT_EQ(mails_.size(), 3U);
  EXPECT_EQ(mails_[2].to.size(), 1U);
}

TEST_F(SmtpDialogTest, EndsAMailAtNothingButADotBetweenCrLfs) {
  for (const char* smuggled :
       {"one\n.\nMAIL FROM:<x@example.org>\r\n.\r\n",
        "one\r\n.\nMAIL FROM:<x@example.org>\r\n.\r\n",
        "one\n.\r\nMAIL FROM:<x@example.org>\r\n.\r\n",
        "one\r.\rMAIL FROM:<x@example.org>\r\n.\r\n",
        "one\r\n.\r\rMAIL FROM:<x@example.org>\r\n.\r\n", "one\r\r\n.\r\n"}) {
    SmtpDialog dialog(options_, on_mail_);
    const std::string replies = dialog.hear(
        std::string("EHLO h\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<b@b.c>\r\nDATA\r\n") + smuggled);
    EXPECT_TRUE(replies.ends_with("550 5.5.2 Lines end in CR LF\r\n")) << smuggled << replies;
  }
  EXPECT_TRUE(mails_.empty());
}

TEST_F(SmtpDialogTest, HangsUpOnWhoEndsACommandWithALoneLineFeed) {
  EXPECT_EQ(codes("EHLO here\nMAIL FROM:<a@b.c>\n"), "521");
  EXPECT_TRUE(dialog_.is_over());
}

TEST_F(SmtpDialogTest, HangsUpOnABrowser) {
  EXPECT_EQ(codes("POST / HTTP/1.1\r\nHost: localhost\r\n\r\nEHLO x\r\n"), "521");
}

TEST_F(SmtpDialogTest, WantsTheCommandsInTheirOrder) {
  options_.max_errors = 20;
  EXPECT_EQ(codes("MAIL FROM:<a@example.org>\r\n"), "503");
  EXPECT_EQ(codes("EHLO\r\nEHLO here\r\n"), "501 250");
  EXPECT_EQ(codes("RCPT TO:<a@example.org>\r\nDATA\r\n"), "503 503");
  EXPECT_EQ(codes("MAIL FROM:<a@example.org>\r\nDATA\r\nMAIL FROM:<a@example.org>\r\n"),
            "250 503 503");
  EXPECT_EQ(codes("RSET\r\nRCPT TO:<a@example.org>\r\n"), "250 503");
  EXPECT_EQ(codes("NOOP\r\nVRFY ana\r\nHELP\r\nEXPN all\r\nSTARTTLS\r\nAUTH PLAIN x\r\nFOO\r\n"),
            "250 252 214 502 502 502 500");
}

TEST_F(SmtpDialogTest, RefusesAddressesAndParametersThatItCannotRead) {
  options_.max_errors = 50;
  codes("EHLO here\r\n");
  for (const char* path : {"", "FROM", "FROM:a@example.org", "FROM:<a@example.org", "FROM:<a b@c>",
                           "FROM:<a@b@c>", "FROM:<@x:a@b>", "FROM:<\"a\"@b>", "FROM:<a@>",
                           "FROM:<@b>", "FROM:<a>", "FROM:<\xc3\xa4@b>", "FROM:<a@b>x"}) {
    EXPECT_EQ(codes(std::string("MAIL ") + path + "\r\n"), "501") << path;
  }
  const std::string long_address(300, 'a');
  EXPECT_EQ(codes("MAIL FROM:<" + long_address + "@example.org>\r\n"), "501");
  EXPECT_EQ(codes("MAIL FROM:<a@b> SMTPUTF8\r\nMAIL FROM:<a@b> SIZE=x\r\n"), "555 555");
  EXPECT_EQ(codes("MAIL FROM:<a@b> SIZE=99999999999999999999999\r\n"), "555");
  EXPECT_EQ(codes("MAIL FROM:<a@b>\r\nRCPT TO:<>\r\nRCPT TO:<a@b> NOTIFY=NEVER\r\n"),
            "250 501 555");
}

TEST_F(SmtpDialogTest, RefusesWhatIsTooLargeAndTooMany) {
  EXPECT_EQ(codes("EHLO here\r\nMAIL FROM:<a@b> SIZE=1001\r\nMAIL FROM:<a@b> SIZE=1000\r\n"),
            "250 552 250");
  EXPECT_EQ(codes("RCPT TO:<a@b>\r\nRCPT TO:<b@b>\r\nRCPT TO:<c@b>\r\nRCPT TO:<d@b>\r\n"),
            "250 250 250 452");
  EXPECT_EQ(codes("DATA\r\n" + std::string(1001, 'x') + "\r\n.\r\n"), "354 552");
  EXPECT_TRUE(mails_.empty());
  EXPECT_EQ(
      codes("MAIL FROM:<a@b>\r\nRCPT TO:<a@b>\r\nDATA\r\n" + std::string(998, 'x') + "\r\n.\r\n"),
      "250 250 354 250");
  EXPECT_EQ(mails_.size(), 1U);
}

TEST_F(SmtpDialogTest, ForgetsWhatIsBehindTheEndOfALongLine) {
  EXPECT_EQ(codes(std::string(100'000, 'x')), "");
  EXPECT_EQ(codes("\r\nEHLO here\r\n"), "500 250");
}

TEST_F(SmtpDialogTest, HangsUpOnWhoKeepsTalkingNonsense) {
  EXPECT_EQ(codes("a\r\nb\r\nc\r\nd\r\ne\r\nf\r\n"), "500 500 500 500 421");
  EXPECT_TRUE(dialog_.is_over());
  EXPECT_EQ(codes("EHLO here\r\n"), "");
}

TEST_F(SmtpDialogTest, SaysWhenAMailCouldNotBeKept) {
  on_mail_ = [](const ReceivedMail&) {
    throw std::runtime_error("full");
  };
  begin_data();
  EXPECT_EQ(codes("Hello\r\n.\r\nNOOP\r\n"), "451 250");
}

}  // namespace
}  // namespace demo

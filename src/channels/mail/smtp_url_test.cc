#include <gtest/gtest.h>

#include "channels/mail/smtp.h"

namespace mail {
namespace {

TEST(SmtpUrl, IsTakenApart) {
  const auto url = SmtpUrl::parse("smtp://callout%40example.org:p%2Fss%40@mail.example.org:587");
  ASSERT_TRUE(url);
  EXPECT_EQ(url.value().user(), "callout@example.org");
  EXPECT_EQ(url.value().password(), "p/ss@");
  EXPECT_EQ(url.value().server(), "smtp://mail.example.org:587/");
  EXPECT_EQ(SmtpUrl::parse("smtps://[::1]").value().server(), "smtps://[::1]/");
  EXPECT_TRUE(SmtpUrl::parse("smtp://localhost:25").value().user().empty());
}

TEST(SmtpUrl, NamesTheSettingAndNeverThePassword) {
  for (const char* bad :
       {"", "localhost:25", "http://u:secret@host", "smtp://", "smtp://u:secret@host:99999",
        "smtp://u:secret?x@host", "smtp://u:secret#x@host", "smtp://u:secret%0A@host",
        "smtp://u:secret @host"}) {
    const auto url = SmtpUrl::parse(bad);
    ASSERT_FALSE(url) << bad;
    EXPECT_EQ(url.problem().field, "SMTP_URL");
    EXPECT_EQ((url.problem().what + url.problem().remedy).find("secret"), std::string::npos);
  }
}

}  // namespace
}  // namespace mail

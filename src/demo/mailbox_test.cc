#include "demo/mailbox.h"

#include <gtest/gtest.h>

#include "demo/mail_subject.h"
#include "demo/mailbox_routes.h"

namespace demo {
namespace {

using std::chrono::milliseconds;

constexpr MailMoment noon{milliseconds(1'795'435'505'120)};

class MailboxTest : public testing::Test {
 protected:
  void arrives(const std::string& subject, std::vector<std::string> to) {
    mailbox_.keep({.from = "callout@example.org",
                   .to = std::move(to),
                   .raw = "Subject: " + subject + "\r\n\r\nHello\r\n"});
  }
  http::Response get(const std::string& path, const std::string& query = {}) {
    const http::Router router(mailbox_routes(mailbox_, events_));
    const auto match = router.find(http::Method::get, path);
    if (match.route == nullptr) return {.status = 404};
    auto answer = match.route->handler({.method = http::Method::get,
                                        .path = path,
                                        .query = query,
                                        .fields = {},
                                        .body = {},
                                        .remote_address = "127.0.0.1",
                                        .segments = match.segments});
    return std::get<http::Response>(answer.either());
  }

  int changes_ = 0;
  http::EventHub events_;
  Mailbox mailbox_{[] { return noon; },
                   [this] {
                     ++changes_;
                   }};
};

TEST_F(MailboxTest, ListsTheNewestFirst) {
  arrives("one", {"ana@example.org"});
  arrives("two", {"Ben@Example.org", "ana@example.org"});
  EXPECT_EQ(changes_, 2);
  const auto all = mailbox_.newest("", 10);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].subject, "two");
  EXPECT_EQ(all[0].id, 2);
  EXPECT_EQ(all[1].subject, "one");
  ASSERT_EQ(mailbox_.newest("ben@example.org", 10).size(), 1U);
  EXPECT_EQ(mailbox_.newest("ANA@example.org", 10).size(), 2U);
  EXPECT_EQ(mailbox_.newest("", 1).size(), 1U);
  EXPECT_EQ(mailbox_.addresses(), (std::vector<std::string>{"ana@example.org", "ben@example.org"}));
}

TEST_F(MailboxTest, KeepsTheNewestOnly) {
  for (std::size_t count = 0; count < Mailbox::most_mails + 5; ++count) arrives("x", {"a@b.c"});
  EXPECT_EQ(mailbox_.newest("", 10'000).size(), Mailbox::most_mails);
  EXPECT_EQ(mailbox_.raw(5), nullptr);
  ASSERT_NE(mailbox_.raw(6), nullptr);
  EXPECT_EQ(*mailbox_.raw(6), "Subject: x\r\n\r\nHello\r\n");
}

TEST_F(MailboxTest, IsServedAsItsContractSays) {
  EXPECT_EQ(get("/api/mails").body, R"({"mails":[],"addresses":[]})");
  arrives("Hi", {"ana@example.org"});
  const http::Response list = get("/api/mails");
  EXPECT_EQ(list.content_type, "application/json");
  EXPECT_EQ(list.body, R"({"mails":[{"id":1,"from":"callout@example.org","to":["ana@example.org"],)"
                       R"("subject":"Hi","bytes":22,"received":"2026-11-23T12:05:05.120Z"}],)"
                       R"("addresses":["ana@example.org"]})");
  EXPECT_EQ(get("/api/mails", "to=ana%40example.org").body, list.body);
  EXPECT_EQ(get("/api/mails", "to=ben%40example.org").body,
            R"({"mails":[],"addresses":["ana@example.org"]})");
  EXPECT_EQ(get("/api/mails", "to=%zz").status, 400);
}

TEST_F(MailboxTest, ServesAMailAsItCame) {
  arrives("Hi", {"ana@example.org"});
  const http::Response raw = get("/api/mails/1/raw");
  EXPECT_EQ(raw.status, 200);
  EXPECT_EQ(raw.content_type, "message/rfc822");
  EXPECT_EQ(raw.field("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(raw.body, "Subject: Hi\r\n\r\nHello\r\n");
  for (const char* id : {"0", "2", "-1", "x", "1x", "99999999999999999999"}) {
    EXPECT_EQ(get("/api/mails/" + std::string(id) + "/raw").status, 404) << id;
  }
}

TEST_F(MailboxTest, HasAStreamOfWhatHasChanged) {
  const http::Router router(mailbox_routes(mailbox_, events_));
  auto answer = router.find(http::Method::get, "/api/events").route->handler({});
  EXPECT_TRUE(std::holds_alternative<http::EventStream>(answer.either()));
  EXPECT_EQ(events_.streams(), 1U);
  events_.publish(mails_topic);
}

TEST(Subjects, AreDecoded) {
  const auto subject = [](const std::string& value) {
    return subject_of("From: x\r\nSUBJECT: " + value + "\r\nTo: y\r\n\r\nSubject: no\r\n");
  };
  EXPECT_EQ(subject("URGENT: Same-Day Call-Out"), "URGENT: Same-Day Call-Out");
  EXPECT_EQ(subject("=?UTF-8?B?THVjw61h?= out"), "Lucía out");
  EXPECT_EQ(subject("=?utf-8?q?Luc=C3=ADa_F.?=\r\n =?utf-8?q?_out?="), "Lucía F. out");
  EXPECT_EQ(subject("=?utf-8?B?w60=?= =?utf-8?B?w60=?= x"), "íí x");
  EXPECT_EQ(subject("=?ISO-8859-1?Q?Luc=EDa?="), "Lucía");
  EXPECT_EQ(subject("folded\r\n\tagain"), "folded again");
}

TEST(Subjects, AreOneCleanLineWhateverComes) {
  EXPECT_EQ(subject_of(""), "");
  EXPECT_EQ(subject_of("To: x\r\n\r\nSubject: body\r\n"), "");
  EXPECT_EQ(subject_of("Subject:"), "");
  EXPECT_EQ(subject_of("Subject: a\x01"
                       "b\xff\xc3("),
            "a b\xef\xbf\xbd\xef\xbf\xbd(");
  EXPECT_EQ(subject_of("Subject: =?utf-8?q?a=0D=0AB?="), "a  B");
  for (const char* odd : {"=?", "=?utf-8?b?", "=?utf-8?x?abc?=", "=?utf-8?b?***?=",
                          "=?utf-8?q?=4?=", "=?koi8-r?q?abc?=", "=?utf-8?b?="}) {
    EXPECT_EQ(subject_of("Subject: " + std::string(odd)), odd);
  }
  EXPECT_LE(subject_of("Subject: " + std::string(100'000, 'x')).size(), 2000U);
}

}  // namespace
}  // namespace demo

#include "channels/mail/mail_sender.h"

#include <array>
#include <boost/json.hpp>
#include <stdexcept>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/listen_link.h"

namespace mail {
namespace {

/// Takes one mail, answering the recipient with `reply`.
class MailServer {
 public:
  explicit MailServer(std::string reply) : reply_(std::move(reply)) {
    listening_ = socket(AF_INET, SOCK_STREAM, 0);
    if (listening_ < 0) throw std::runtime_error("no socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(bind(listening_, generic, size), 0);
    EXPECT_EQ(listen(listening_, 1), 0);
    EXPECT_EQ(getsockname(listening_, generic, &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;
  ~MailServer() { join(); }

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  /// The whole conversation of the client, once it has gone.
  const std::string& heard() {
    join();
    return heard_;
  }

 private:
  void join() {
    if (thread_.joinable()) thread_.join();
    if (listening_ >= 0) close(std::exchange(listening_, -1));
  }
  void serve() {
    const int connection = accept(listening_, nullptr, nullptr);
    if (connection < 0) return;
    say(connection, "220 ready");
    std::string line;
    bool is_data = false;
    for (char letter = 0; recv(connection, &letter, 1, 0) == 1;) {
      heard_ += letter;
      line += letter;
      if (letter != '\n') continue;
      answer(connection, line, is_data);
      line.clear();
    }
    close(connection);
  }
  void answer(int connection, const std::string& line, bool& is_data) {
    if (is_data) {
      if (line != ".\r\n") return;
      is_data = false;
      return say(connection, "250 taken");
    }
    if (line.starts_with("RCPT")) return say(connection, reply_);
    is_data = line.starts_with("DATA");
    say(connection, is_data ? "354 go on" : "250 ok");
  }
  static void say(int connection, const std::string& line) {
    const std::string wire = line + "\r\n";
    static_cast<void>(send(connection, wire.data(), wire.size(), MSG_NOSIGNAL));
  }

  std::string reply_;
  std::string heard_;
  int listening_ = -1;
  int port_ = 0;
  std::thread thread_;
};

class MailSenderTest : public testing::Test {
 protected:
  MailSenderTest() {
    notice_.id = notice::NoticeId(42);
    notice_.kind = notice::Kind::receipt;
    notice_.channel = notice::Channel::email;
    notice_.address = "ana@example.org";
    notice_.facts.first_name = "Ana";
    notice_.facts.day = base::parse_day("2026-11-23");
    notice_.created_at = base::from_epoch_seconds(1'795'425'480);
  }
  MailSender sender(const std::string& url) const {
    return {SmtpUrl::parse(url).value(), "Callout <callout@example.net>",
            "https://callout.example.org", catalogue_, vault_};
  }

  std::string text_of(const MailSender& mails) const {
    const auto kept = boost::json::parse(mails.render(notice_));
    return std::string(kept.at("text").as_string());
  }

  text::Catalogue catalogue_ = text::Catalogue::embedded();
  platform::Vault vault_{platform::DataKey{7}, platform::system_random()};
  store::Notice notice_;
};

TEST_F(MailSenderTest, TheRenderingIsSubjectTextAndHtmlAsJson) {
  const auto kept = boost::json::parse(sender("smtp://localhost").render(notice_));
  EXPECT_EQ(kept.at("subject").as_string(), "CALL-OUT Confirmation");
  EXPECT_TRUE(kept.at("text").as_string().starts_with("Hello Ana,\n"));
  EXPECT_TRUE(kept.at("html").as_string().starts_with("<!DOCTYPE html>"));
}

TEST_F(MailSenderTest, TheButtonOpensTheCallOutsPage) {
  notice_.call_out = store::CallOutId(17);
  EXPECT_NE(text_of(sender("smtp://localhost")).find("https://callout.example.org/call-outs/17\n"),
            std::string::npos);
}

TEST_F(MailSenderTest, TheListenLinkIsForThisReaderAndThisCallOutAndLastsThreeDays) {
  notice_.facts.has_recording = true;
  notice_.user = people::UserId(3);
  notice_.call_out = store::CallOutId(17);
  const std::string text = text_of(sender("smtp://localhost"));
  const std::string_view before = "https://callout.example.org/listen/";
  const auto begin = text.find(before) + before.size();
  const auto link =
      app::read_listen_token(vault_, text.substr(begin, text.find('\n', begin) - begin));
  ASSERT_TRUE(link) << text;
  EXPECT_EQ(*link, (app::ListenLink{store::CallOutId(17), people::UserId(3),
                                    notice_.created_at + std::chrono::hours(72)}));
}

TEST_F(MailSenderTest, NobodyWithoutAnAccountGetsAListenLinkNorOneThatLeadsNowhere) {
  notice_.facts.has_recording = true;
  notice_.call_out = store::CallOutId(17);
  EXPECT_EQ(text_of(sender("smtp://localhost")).find("/listen/"), std::string::npos);
  notice_.user = people::UserId(3);
  const MailSender nowhere(SmtpUrl::parse("smtp://localhost").value(), "callout@example.net", "",
                           catalogue_, vault_);
  EXPECT_EQ(text_of(nowhere).find("/listen/"), std::string::npos);
  notice_.call_out.reset();
  EXPECT_EQ(text_of(sender("smtp://localhost")).find("/listen/"), std::string::npos);
}

TEST_F(MailSenderTest, ARenderingOfAnEarlierReleaseLeavesAsItWas) {
  MailServer server("250 ok");
  {
    MailSender mails = sender(server.url());
    const auto outcome = mails.send(notice_, R"({"subject": "Kept", "text": "as it was\n"})");
    EXPECT_TRUE(std::holds_alternative<app::Accepted>(outcome));
  }
  EXPECT_NE(server.heard().find("as it was\r\n"), std::string::npos);
  EXPECT_EQ(server.heard().find("text/html"), std::string::npos);
}

TEST_F(MailSenderTest, NoHeaderHoldsAWordOfTheMessage) {
  notice_.kind = notice::Kind::call_out_recorded;
  notice_.facts.message = "canary";
  MailServer server("250 ok");
  {
    MailSender mails = sender(server.url());
    static_cast<void>(mails.send(notice_, mails.render(notice_)));
  }
  const std::string& heard = server.heard();
  const auto body = heard.find("\r\n\r\n");
  ASSERT_NE(body, std::string::npos);
  EXPECT_EQ(heard.substr(0, body).find("canary"), std::string::npos);
  const auto plain = heard.find("Content-Type: text/plain", body);
  const auto html = heard.find("Content-Type: text/html", body);
  EXPECT_LT(plain, html);
  for (const auto part : {plain, html}) {
    EXPECT_NE(heard.find("canary", part), std::string::npos) << "the reader may know it";
  }
}

TEST_F(MailSenderTest, AMailLeavesWithAnIdOfItsOwn) {
  MailServer server("250 ok");
  {
    MailSender mails = sender(server.url());
    const auto outcome = mails.send(notice_, mails.render(notice_));
    EXPECT_EQ(std::get<app::Accepted>(outcome).provider_id, "");
  }
  EXPECT_NE(server.heard().find("Message-ID: <notice-42@example.net>"), std::string::npos);
  EXPECT_NE(server.heard().find("Date: Mon, 23 Nov 2026 09:18:00 +0000"), std::string::npos);
  EXPECT_NE(server.heard().find("Subject: CALL-OUT Confirmation"), std::string::npos);
  EXPECT_NE(server.heard().find("RCPT TO:<ana@example.org>"), std::string::npos);
}

TEST_F(MailSenderTest, AnUnknownMailboxIsPermanentAndGreylistingIsNot) {
  struct Row {
    const char* reply;
    app::ErrorClass error;
  };
  for (const auto& [reply, error] : {Row{"550 no such mailbox", app::ErrorClass::permanent},
                                     Row{"450 come back later", app::ErrorClass::retry}}) {
    MailServer server(reply);
    MailSender mails = sender(server.url());
    const auto outcome = mails.send(notice_, mails.render(notice_));
    EXPECT_EQ(std::get<app::NotAccepted>(outcome).error, error);
    EXPECT_FALSE(std::get<app::NotAccepted>(outcome).in_doubt);
  }
}

TEST_F(MailSenderTest, WhereNobodyListensItIsTriedAgain) {
  MailSender mails = sender("smtp://127.0.0.1:1");
  const auto outcome = mails.send(notice_, mails.render(notice_));
  EXPECT_EQ(std::get<app::NotAccepted>(outcome).error, app::ErrorClass::retry);
}

TEST_F(MailSenderTest, WithoutAUrlItIsNotConfigured) {
  EXPECT_FALSE(MailSender({}, "callout@example.net", "", catalogue_, vault_).is_configured());
  EXPECT_TRUE(sender("smtp://localhost").is_configured());
}

}  // namespace
}  // namespace mail

#include "channels/mail/smtp.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace mail {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

using Script = std::map<std::string, std::string>;

/// A server on loopback that follows a script: what it answers to a command ("RCPT" → "450 …"), to
/// a connection ("") and to a mail ("."). An empty answer hangs up, "silence" says nothing more.
class ScriptedServer {
 public:
  explicit ScriptedServer(Script script)
      : script_(std::move(script)), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(bind(listener_, any, size), 0);
    EXPECT_EQ(listen(listener_, 4), 0);
    EXPECT_EQ(getsockname(listener_, any, &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~ScriptedServer() {
    stop_ = true;
    thread_.join();
    close(listener_);
  }
  ScriptedServer(ScriptedServer&&) = delete;
  ScriptedServer& operator=(ScriptedServer&&) = delete;
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  std::string url(const std::string& login = "") const {
    return "smtp://" + login + "127.0.0.1:" + std::to_string(port_) + "/client.example";
  }
  std::vector<std::string> commands() const {
    const std::lock_guard lock(mutex_);
    return commands_;
  }
  std::vector<std::string> mails() const {
    const std::lock_guard lock(mutex_);
    return mails_;
  }
  int connections() const { return connections_; }

 private:
  bool wait_for(int socket) const {
    while (!stop_) {
      pollfd waiting{socket, POLLIN, 0};
      if (poll(&waiting, 1, 20) > 0) return true;
    }
    return false;
  }

  void serve() {
    while (wait_for(listener_)) {
      const int client = accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      ++connections_;
      if (answer(client, "", "220 fake ESMTP")) converse(client);
      close(client);
    }
  }

  /// False to hang up.
  bool answer(int client, const std::string& command, const std::string& usual) {
    const auto scripted = script_.find(command);
    const std::string reply = scripted == script_.end() ? usual : scripted->second;
    if (reply == "silence") return true;
    if (reply.empty()) return false;
    const std::string line = reply + "\r\n";
    return send(client, line.data(), line.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(line.size());
  }

  void converse(int client) {
    std::string buffer;
    bool in_mail = false;
    for (bool goes_on = true; goes_on && wait_for(client);) {
      std::array<char, 4096> bytes{};
      const auto count = recv(client, bytes.data(), bytes.size(), 0);
      if (count <= 0) return;
      buffer.append(bytes.data(), static_cast<std::size_t>(count));
      while (goes_on && take(client, buffer, in_mail, goes_on)) {
      }
    }
  }

  /// One command or one mail off the front of the buffer, if it is whole.
  bool take(int client, std::string& buffer, bool& in_mail, bool& goes_on) {
    const std::string_view end = in_mail ? "\r\n.\r\n" : "\r\n";
    const auto at = buffer.find(end);
    if (at == std::string_view::npos) return false;
    const std::string whole = buffer.substr(0, at);
    buffer.erase(0, at + end.size());
    const std::string command = in_mail ? "." : whole.substr(0, whole.find(' '));
    {
      const std::lock_guard lock(mutex_);
      (in_mail ? mails_ : commands_).push_back(in_mail ? whole + "\r\n" : whole);
    }
    in_mail = !in_mail && command == "DATA" && !script_.contains("DATA");
    goes_on = answer(client, command, usual_answer(command)) && command != "QUIT";
    return true;
  }

  static std::string usual_answer(const std::string& command) {
    if (command == "EHLO") return "250-fake\r\n250-AUTH PLAIN\r\n250 8BITMIME";
    if (command == "AUTH") return "235 2.7.0 welcome";
    if (command == "DATA") return "354 go on";
    if (command == "QUIT") return "221 bye";
    return command == "." ? "250 2.0.0 queued as 17 for ana@example.org" : "250 2.1.0 ok";
  }

  Script script_;
  int listener_;
  int port_ = 0;
  std::atomic<bool> stop_ = false;
  std::atomic<int> connections_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> commands_, mails_;
  std::thread thread_;
};

Message a_message() {
  return {"Callout <callout@example.org>",
          "Ana Ruíz <ana@example.org>",
          "CALL-OUT Confirmation",
          "Hello Ana,\n.\n.. día\n",
          "",
          "<17.1@example.org>",
          "Sun, 22 Nov 2026 05:00:00 +0000"};
}

Outcome send_to(const ScriptedServer& server, const Message& message,
                const std::string& login = "") {
  SmtpClient client(SmtpUrl::parse(server.url(login)).value(), {500ms, 500ms});
  return client.send(message);
}
Outcome send_by(const Script& script, const std::string& login = "") {
  const ScriptedServer server(script);
  return send_to(server, a_message(), login);
}

/// "refused 550", "later 0 maybe sent": an outcome in words.
std::string in_words(const Outcome& outcome) {
  struct {
    std::string operator()(const Accepted&) { return "accepted"; }
    std::string operator()(const Refused& it) { return "refused " + std::to_string(it.code); }
    std::string operator()(const TryLater& it) {
      return "later " + std::to_string(it.code) + (it.maybe_sent ? " maybe sent" : "");
    }
    std::string operator()(const Misconfigured&) { return "misconfigured"; }
  } visitor;
  return std::visit(visitor, outcome);
}

TEST(Smtp, HandsAMailToTheServer) {
  const ScriptedServer server(Script{});
  const auto outcome = send_to(server, a_message());
  ASSERT_EQ(in_words(outcome), "accepted");
  EXPECT_EQ(std::get<Accepted>(outcome).reply, "250 2.0.0 queued as 17 for (address)");

  const auto commands = server.commands();
  ASSERT_GE(commands.size(), 4u);
  EXPECT_EQ(commands[0], "EHLO client.example");
  EXPECT_TRUE(commands[1].starts_with("MAIL FROM:<callout@example.org>")) << commands[1];
  EXPECT_EQ(commands[2], "RCPT TO:<ana@example.org>");
  ASSERT_EQ(server.mails().size(), 1u);
  const std::string mail = server.mails().front();
  for (const char* line :
       {"From: Callout <callout@example.org>\r\n", "Subject: CALL-OUT Confirmation\r\n",
        "To: =?UTF-8?Q?Ana_Ru=C3=ADz?= <ana@example.org>\r\n",
        "Date: Sun, 22 Nov 2026 05:00:00 +0000\r\n", "Message-ID: <17.1@example.org>\r\n",
        "MIME-Version: 1.0\r\n", "Auto-Submitted: auto-generated\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n",
        "Hello Ana,\r\n..\r\n... d=C3=ADa\r\n"}) {
    EXPECT_NE(mail.find(line), std::string::npos) << line << mail;
  }
  EXPECT_EQ(mail.find("text/html"), std::string::npos);
}

TEST(Smtp, SendsBothPartsAsAlternatives) {
  const ScriptedServer server(Script{});
  Message message = a_message();
  message.html = "<p style=\"color:red\">" + std::string(300, 'x') + "</p>\n";
  ASSERT_EQ(in_words(send_to(server, message)), "accepted");
  const std::string mail = server.mails().front();
  const auto top = mail.find("Content-Type: multipart/alternative; boundary=");
  const auto plain = mail.find("Content-Type: text/plain; charset=utf-8");
  const auto html = mail.find("Content-Type: text/html; charset=utf-8");
  EXPECT_LT(top, plain) << mail;
  EXPECT_LT(plain, html) << mail;
  EXPECT_EQ(mail.find("multipart/mixed"), std::string::npos);
  EXPECT_EQ(mail.find("Content-Type: multipart", top + 1), std::string::npos);
  for (std::size_t begin = plain; begin < mail.size();) {
    const auto end = mail.find("\r\n", begin);
    EXPECT_LE(end - begin, 78u) << mail.substr(begin, end - begin);
    begin = end + 2;
  }
}

TEST(Smtp, LeavesAGreylistedMailForLater) {
  EXPECT_EQ(in_words(send_by({{"RCPT", "450 4.2.0 greylisted"}})), "later 450");
  EXPECT_EQ(in_words(send_by({{".", "451 4.3.0 try again"}})), "later 451");
  EXPECT_EQ(in_words(send_by({{"", "421 too many connections"}})), "later 421");
  EXPECT_EQ(in_words(send_by({{"MAIL", "452 disk full"}})), "later 452");
}

TEST(Smtp, SaysWhatTheServerRefusedWithoutTheAddress) {
  const auto outcome =
      send_by({{"RCPT", "550-5.1.1 no\r\n550 5.1.1 <ana@example.org> is unknown"}});
  ASSERT_EQ(in_words(outcome), "refused 550");
  EXPECT_EQ(std::get<Refused>(outcome).why, "550 5.1.1 (address) is unknown");
}

TEST(Smtp, TakesARefusalOfTheMailAsFinal) {
  EXPECT_EQ(in_words(send_by({{"DATA", "554 5.7.1 no"}})), "refused 554");
  EXPECT_EQ(in_words(send_by({{".", "554 5.7.1 spam"}})), "refused 554");
}

TEST(Smtp, OwnsThatAMailMayHaveGoneWhenTheLineBreaksAfterIt) {
  EXPECT_EQ(in_words(send_by({{".", ""}})), "later 0 maybe sent");
  EXPECT_EQ(in_words(send_by({{".", "silence"}})), "later 0 maybe sent");
}

TEST(Smtp, KnowsThatAMailHasNotGoneWhenTheLineBreaksBeforeIt) {
  EXPECT_EQ(in_words(send_by({{"", ""}})), "later 0");
  EXPECT_EQ(in_words(send_by({{"", "silence"}})), "later 0");
  EXPECT_EQ(in_words(send_by({{"RCPT", ""}})), "later 0");
  EXPECT_EQ(in_words(send_by({{"DATA", "silence"}})), "later 0");
}

TEST(Smtp, AsksForMendingWhenTheLoginIsRefused) {
  const auto outcome = send_by({{"AUTH", "535 5.7.8 bad credentials"}}, "callout:pass@");
  ASSERT_EQ(in_words(outcome), "misconfigured");
  EXPECT_EQ(std::get<Misconfigured>(outcome).why, "535 5.7.8 bad credentials");
  EXPECT_EQ(in_words(send_by({{"AUTH", "454 4.7.0 later"}}, "callout:pass@")), "later 454");
  EXPECT_EQ(in_words(send_by({{"MAIL", "530 5.7.0 authentication required"}})), "misconfigured");
}

TEST(Smtp, AsksForMendingWhenTheServerRefusesUsOrOurSender) {
  EXPECT_EQ(in_words(send_by({{"", "554 no service here"}})), "misconfigured");
  EXPECT_EQ(in_words(send_by({{"MAIL", "553 5.7.1 sender not owned"}})), "misconfigured");
}

TEST(Smtp, SendsNothingInTheClearAfterATlsHandshakeThatFails) {
  const ScriptedServer server(
      Script{{"EHLO", "250-fake\r\n250 STARTTLS"}, {"STARTTLS", "220 go\r\nno TLS"}});
  EXPECT_EQ(in_words(send_to(server, a_message())), "later 0");
  EXPECT_EQ(server.commands(), (std::vector<std::string>{"EHLO client.example", "STARTTLS"}));
}

TEST(Smtp, LogsInWithUserAndPassword) {
  const ScriptedServer server(Script{{"AUTH", "334 "}, {"AGNhbGxvdXQAcEBzcw==", "235 welcome"}});
  ASSERT_EQ(in_words(send_to(server, a_message(), "callout:p%40ss@")), "accepted");
  EXPECT_EQ(server.commands().at(1), "AUTH PLAIN");
}

TEST(Smtp, LeavesAMailForLaterWhenNobodyListens) {
  const std::string url = ScriptedServer(Script{}).url();
  SmtpClient client(SmtpUrl::parse(url).value());
  EXPECT_EQ(in_words(client.send(a_message())), "later 0");
}

TEST(Smtp, RefusesAnInjectionBeforeItConnects) {
  const ScriptedServer server(Script{});
  Message message = a_message();
  message.subject = "Hi\r\nBcc: boss@example.org";
  EXPECT_EQ(in_words(send_to(server, message)), "refused 0");
  message = a_message();
  message.to = "ana@example.org>\r\nRCPT TO:<boss@example.org";
  EXPECT_EQ(in_words(send_to(server, message)), "refused 0");
  message = a_message();
  message.to = "nobody";
  const auto outcome = send_to(server, message);
  EXPECT_EQ(std::get<Refused>(outcome).why, "To is no mail address");
  EXPECT_EQ(server.connections(), 0);
}

TEST(Smtp, KeepsItsConnectionForTheNextMailAndForgetsTheLastOutcome) {
  const ScriptedServer server(Script{});
  SmtpClient client(SmtpUrl::parse(server.url()).value());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(in_words(client.send(a_message())), "accepted");
  EXPECT_EQ(server.connections(), 1);
  EXPECT_EQ(server.mails().size(), 3u);
}

TEST(Smtp, GoesOnAfterARefusal) {
  const ScriptedServer server(Script{{"RCPT", "550 5.1.1 unknown"}});
  SmtpClient client(SmtpUrl::parse(server.url()).value());
  for (int i = 0; i < 2; ++i) EXPECT_EQ(in_words(client.send(a_message())), "refused 550");
}

}  // namespace
}  // namespace mail

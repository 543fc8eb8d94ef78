#include "demo/smtp_receiver.h"

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace demo {
namespace {

/// A mail program that says just what it is told to.
class Sender {
 public:
  explicit Sender(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("no connection");
  }
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;
  ~Sender() { ::close(socket_); }

  bool say(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto length = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (length <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(length));
    }
    return true;
  }
  void say_no_more() const { ::shutdown(socket_, SHUT_WR); }

  /// The next reply's last line; empty when the connection has ended.
  std::string reply() {
    for (;;) {
      const std::string line = next_line();
      if (line.size() < 4 || line[3] != '-') return line;
    }
  }
  std::string ask(std::string_view bytes) {
    say(bytes);
    return reply();
  }

 private:
  std::string next_line() {
    std::size_t end = 0;
    while ((end = heard_.find("\r\n")) == std::string::npos) {
      char bytes[4096];
      const auto length = ::recv(socket_, bytes, sizeof bytes, 0);
      if (length <= 0) return {};
      heard_.append(bytes, static_cast<std::size_t>(length));
    }
    std::string line = heard_.substr(0, end);
    heard_.erase(0, end + 2);
    return line;
  }

  int socket_;
  std::string heard_;
};

class SmtpReceiverTest : public testing::Test {
 protected:
  ~SmtpReceiverTest() override { stop(); }

  void start(const SmtpOptions& options = {}) {
    receiver_ = std::make_unique<SmtpReceiver>(options, [this](ReceivedMail mail) {
      const std::lock_guard lock(mutex_);
      mails_.push_back(std::move(mail));
    });
    thread_ = std::thread([this] { receiver_->run(); });
  }
  void stop() {
    if (!receiver_) return;
    receiver_->stop();
    receiver_->stop();
    if (thread_.joinable()) thread_.join();
  }
  Sender sender() const { return Sender(receiver_->port()); }
  std::vector<ReceivedMail> mails() {
    const std::lock_guard lock(mutex_);
    return mails_;
  }

  std::unique_ptr<SmtpReceiver> receiver_;

 private:
  std::mutex mutex_;
  std::vector<ReceivedMail> mails_;
  std::thread thread_;
};

TEST_F(SmtpReceiverTest, TakesAMailAsAMailProgramSendsIt) {
  start();
  Sender sender(receiver_->port());
  EXPECT_TRUE(sender.reply().starts_with("220 "));
  EXPECT_TRUE(sender.ask("EHLO callout\r\n").starts_with("250 SIZE "));
  EXPECT_TRUE(sender.ask("MAIL FROM:<callout@example.org> SIZE=48\r\n").starts_with("250 "));
  EXPECT_TRUE(sender.ask("RCPT TO:<ana@example.org>\r\n").starts_with("250 "));
  EXPECT_TRUE(sender.ask("DATA\r\n").starts_with("354 "));
  EXPECT_TRUE(sender.ask("Subject: Hi\r\n\r\n..Hello\r\n.\r\n").starts_with("250 "));
  ASSERT_EQ(mails().size(), 1U);
  EXPECT_EQ(mails()[0].raw, "Subject: Hi\r\n\r\n.Hello\r\n");
  EXPECT_TRUE(sender.ask("QUIT\r\n").starts_with("221 "));
  EXPECT_EQ(sender.reply(), "");
}

TEST_F(SmtpReceiverTest, TakesManyMailsPipelinedByManyAtOnce) {
  start();
  constexpr int senders = 8;
  constexpr int mails_each = 20;
  std::vector<std::thread> threads;
  for (int count = 0; count < senders; ++count) {
    threads.emplace_back([this] {
      Sender sender(receiver_->port());
      std::string all = "EHLO here\r\n";
      for (int mail = 0; mail < mails_each; ++mail)
        all += "MAIL FROM:<a@b.c>\r\nRCPT TO:<b@b.c>\r\nDATA\r\nHello\r\n.\r\n";
      sender.say(all + "QUIT\r\n");
      while (!sender.reply().empty()) continue;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(mails().size(), std::size_t{senders} * mails_each);
}

TEST_F(SmtpReceiverTest, RefusesTenMegabytesAndGoesOn) {
  start();
  Sender sender(receiver_->port());
  sender.reply();
  sender.ask("EHLO here\r\n");
  EXPECT_TRUE(sender.ask("MAIL FROM:<a@b.c> SIZE=10485760\r\n").starts_with("552 "));
  sender.ask("MAIL FROM:<a@b.c>\r\n");
  sender.ask("RCPT TO:<b@b.c>\r\n");
  sender.ask("DATA\r\n");
  const std::string kilobyte = std::string(1022, 'x') + "\r\n";
  for (int count = 0; count < 10 * 1024; ++count) ASSERT_TRUE(sender.say(kilobyte));
  EXPECT_TRUE(sender.ask(".\r\n").starts_with("552 "));
  EXPECT_TRUE(sender.ask("NOOP\r\n").starts_with("250 "));
  EXPECT_TRUE(mails().empty());
}

TEST_F(SmtpReceiverTest, DropsAMailWhoseSenderGoesAwayInTheMiddle) {
  start();
  {
    Sender sender(receiver_->port());
    sender.reply();
    sender.say("EHLO here\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<b@b.c>\r\nDATA\r\nHalf of");
    sender.say_no_more();
    while (!sender.reply().empty()) continue;
  }
  EXPECT_TRUE(mails().empty());
  EXPECT_TRUE(sender().reply().starts_with("220 "));
}

TEST_F(SmtpReceiverTest, HangsUpOnWhoSaysNothing) {
  start({.idle_deadline = std::chrono::milliseconds(100)});
  Sender sender(receiver_->port());
  EXPECT_TRUE(sender.reply().starts_with("220 "));
  EXPECT_TRUE(sender.reply().starts_with("421 "));
  EXPECT_EQ(sender.reply(), "");
}

TEST_F(SmtpReceiverTest, HangsUpOnWhoIsSlowForEver) {
  start({.session_deadline = std::chrono::milliseconds(300)});
  Sender sender(receiver_->port());
  sender.reply();
  int said = 0;
  for (; said < 1000 && sender.say("x"); ++said)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_LT(said, 1000);
}

TEST_F(SmtpReceiverTest, HasNoPlaceForMoreConnectionsThanItIsTold) {
  start({.max_connections = 2});
  Sender first(receiver_->port());
  Sender second(receiver_->port());
  EXPECT_TRUE(first.reply().starts_with("220 "));
  EXPECT_TRUE(second.reply().starts_with("220 "));
  EXPECT_TRUE(sender().reply().starts_with("421 "));
  EXPECT_TRUE(first.ask("QUIT\r\n").starts_with("221 "));
  EXPECT_EQ(first.reply(), "");
  EXPECT_TRUE(sender().reply().starts_with("220 "));
}

TEST_F(SmtpReceiverTest, StopsWhileSomebodyIsTalking) {
  start();
  Sender talking(receiver_->port());
  talking.reply();
  talking.say("EHLO here\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<b@b.c>\r\nDATA\r\nHalf of");
  stop();
  while (!talking.reply().empty()) continue;
  EXPECT_TRUE(mails().empty());
}

TEST_F(SmtpReceiverTest, SaysWhichPortIsTaken) {
  start();
  try {
    const SmtpReceiver second({.port = receiver_->port()}, [](const ReceivedMail&) {});
    FAIL() << "two receivers on one port";
  } catch (const std::system_error& error) {
    EXPECT_NE(std::string(error.what()).find(std::to_string(receiver_->port())), std::string::npos);
  }
}

}  // namespace
}  // namespace demo

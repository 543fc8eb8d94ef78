#include "http/client.h"

#include <atomic>
#include <functional>
#include <thread>

#include <gtest/gtest.h>

#include "http/loopback_test.h"

namespace http {
namespace {

using std::chrono::milliseconds;

Response describe(const Request& request) {
  std::string text = request.body + "|" + request.query;
  for (const char* name : {"Authorization", "Content-Type", "X-Test", "Expect"}) {
    text += "|" + std::string(request.field(name).value_or("-"));
  }
  return {207, "text/plain", text, {{"Retry-After", "7"}}};
}

std::vector<Route> routes() {
  std::vector<Route> table;
  for (const auto method : {Method::get, Method::post, Method::put, Method::patch, Method::del}) {
    table.push_back({method, "/describe", 4 * 1024 * 1024, describe, {}});
  }
  table.push_back(
      {Method::get,
       "/elsewhere",
       0,
       [](const Request&) { return Response{302, "", "", {{"Location", "/describe"}}}; },
       {}});
  table.push_back({Method::get,
                   "/long",
                   0,
                   [](const Request&) { return Response{200, "", std::string(5000, 'x')}; },
                   {}});
  table.push_back({Method::get,
                   "/never",
                   0,
                   [](const Request&) {
                     return Deferred{[](const Deferred::Reply&) {
                     }};
                   },
                   {}});
  return table;
}

Call call(Method method, std::string url) {
  Call call;
  call.method = method;
  call.url = std::move(url);
  return call;
}

Response response_of(const std::variant<Response, Unreachable>& outcome) {
  if (const auto* response = std::get_if<Response>(&outcome)) return *response;
  ADD_FAILURE() << std::get<Unreachable>(outcome).why;
  return {0, {}, {}};
}

Unreachable unreachable_of(const std::variant<Response, Unreachable>& outcome) {
  if (const auto* unreachable = std::get_if<Unreachable>(&outcome)) return *unreachable;
  ADD_FAILURE() << "was answered";
  return {};
}

TEST(Client, SendsAndReceives) {
  const Loopback server(routes());
  Client client;
  Call post = call(Method::post, server.url() + "/describe?a=b");
  post.body = std::string("From=+1\0x", 9);
  post.fields = {{"Content-Type", "application/x-www-form-urlencoded"}, {"X-Test", "1"}};
  post.user = "AC1";
  post.password = "secret";
  const auto response = response_of(client.call(post));
  EXPECT_EQ(response.status, 207);
  EXPECT_EQ(response.content_type, "text/plain");
  EXPECT_EQ(response.field("retry-after"), "7");
  EXPECT_EQ(response.body,
            post.body + "|a=b|Basic QUMxOnNlY3JldA==|application/x-www-form-urlencoded|1|-");
}

TEST(Client, SendsNothingThatWasNotAsked) {
  const Loopback server(routes());
  Client client;
  Call secret = call(Method::get, server.url() + "/describe");
  secret.user = "AC1";
  response_of(client.call(secret));
  for (const auto method : {Method::get, Method::post, Method::put, Method::patch, Method::del}) {
    EXPECT_EQ(response_of(client.call(call(method, server.url() + "/describe"))).body, "||-|-|-|-");
  }
}

TEST(Client, SendsALongBodyWithoutWaitingForContinue) {
  const Loopback server(routes());
  Call post = call(Method::post, server.url() + "/describe");
  post.body = std::string(2 * 1024 * 1024, 'x');
  post.max_body = 3 * 1024 * 1024;
  EXPECT_EQ(response_of(Client().call(post)).body, post.body + "||-|-|-|-");
}

TEST(Client, HeadHasNoBody) {
  const Loopback server(routes());
  const auto response = response_of(Client().call(call(Method::head, server.url() + "/long")));
  EXPECT_EQ(response.field("Content-Length"), "5000");
  EXPECT_EQ(response.body, "");
}

TEST(Client, FollowsNoRedirect) {
  const Loopback server(routes());
  const auto response = response_of(Client().call(call(Method::get, server.url() + "/elsewhere")));
  EXPECT_EQ(response.status, 302);
  EXPECT_EQ(response.field("Location"), "/describe");
}

TEST(Client, AnAnswerLongerThanAllowedIsNone) {
  const Loopback server(routes());
  Call get = call(Method::get, server.url() + "/long");
  get.max_body = 4999;
  const auto unreachable = unreachable_of(Client().call(get));
  EXPECT_TRUE(unreachable.sent);
  EXPECT_EQ(unreachable.why, "the answer is too long");
}

TEST(Client, ARefusedConnectionWasNotSent) {
  std::string url;
  {
    const Loopback server(routes());
    url = server.url() + "/token-in-url";
  }
  const auto unreachable = unreachable_of(Client().call(call(Method::post, url)));
  EXPECT_FALSE(unreachable.sent);
  EXPECT_NE(unreachable.why.find("Connection refused"), std::string::npos) << unreachable.why;
  EXPECT_EQ(unreachable.why.find("token-in-url"), std::string::npos);
}

TEST(Client, AnUnknownHostWasNotSent) {
  Call get = call(Method::get, "http://nowhere.invalid/");
  get.connect_timeout = milliseconds(500);
  EXPECT_FALSE(unreachable_of(Client().call(get)).sent);
}

TEST(Client, OnlyTheWebIsSpoken) {
  for (const char* url :
       {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "", "x:"}) {
    EXPECT_FALSE(unreachable_of(Client().call(call(Method::get, url))).sent) << url;
  }
}

TEST(Client, AFieldThatEndsItsLineIsNotSent) {
  Call get = call(Method::get, "http://127.0.0.1:1/");
  get.fields = {{"X", "a\r\nY: b"}};
  EXPECT_EQ(unreachable_of(Client().call(get)).why, "a header field is malformed");
}

TEST(Client, ATimeOutWhileWaitingMayHaveBeenCarriedOut) {
  const Loopback server(routes());
  Call get = call(Method::get, server.url() + "/never");
  get.timeout = milliseconds(100);
  EXPECT_TRUE(unreachable_of(Client().call(get)).sent);
}

/// Accepts one connection after the other and treats each as told.
class Odd {
 public:
  Odd(int connections, std::function<void(int connection, int number)> treat)
      : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), length), 0);
    EXPECT_EQ(::listen(socket_, 8), 0);
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/";
    thread_ = std::thread([this, connections, treat = std::move(treat)] {
      for (int i = 0; i < connections; ++i) {
        const int connection = ::accept(socket_, nullptr, nullptr);
        if (connection < 0) return;
        treat(connection, i);
        ::close(connection);
      }
    });
  }
  ~Odd() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
  }
  Odd(const Odd&) = delete;
  Odd& operator=(const Odd&) = delete;
  const std::string& url() const { return url_; }

 private:
  int socket_;
  std::string url_;
  std::thread thread_;
};

void read_request(int connection) {
  char bytes[4096];
  EXPECT_GT(::recv(connection, bytes, sizeof bytes, 0), 0);
}

void write(int connection, std::string_view bytes) {
  EXPECT_GT(::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL), 0);
}

TEST(Client, AResetAfterTheRequestMayHaveBeenCarriedOut) {
  const Odd odd(1, [](int connection, int) {
    read_request(connection);
    const linger now{1, 0};
    ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  });
  EXPECT_TRUE(unreachable_of(Client().call(call(Method::post, odd.url()))).sent);
}

constexpr std::string_view empty_answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

TEST(Client, HalfAnAnswerIsNone) {
  const Odd odd(1, [](int connection, int) {
    read_request(connection);
    write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
  });
  const auto half = unreachable_of(Client().call(call(Method::get, odd.url())));
  EXPECT_TRUE(half.sent);
  EXPECT_TRUE(half.answer_begun);
}

TEST(Client, AnInterimAnswerAloneHasBegunNone) {
  const Odd odd(1, [](int connection, int) {
    read_request(connection);
    write(connection, "HTTP/1.1 103 Early Hints\r\n\r\n");
  });
  const auto none = unreachable_of(Client().call(call(Method::get, odd.url())));
  EXPECT_TRUE(none.sent);
  EXPECT_FALSE(none.answer_begun);
}

TEST(Client, AnAnswerThatCrawlsMayHaveItsWholeTime) {
  const Odd odd(1, [](int connection, int) {
    read_request(connection);
    std::this_thread::sleep_for(std::chrono::seconds(12));
    write(connection, empty_answer);
  });
  Call patient = call(Method::get, odd.url());
  patient.timeout = std::chrono::seconds(30);
  patient.gives_up_crawling = false;
  EXPECT_EQ(response_of(Client().call(patient)).status, 200);
}

TEST(Client, APostIsNeverSentTwice) {
  std::atomic<int> requests = 0;
  const auto take = [&requests](int connection) {
    char bytes[4096];
    if (::recv(connection, bytes, sizeof bytes, 0) > 0) ++requests;
  };
  const Odd odd(2, [&take](int connection, int) {
    take(connection);
    ::send(connection, empty_answer.data(), empty_answer.size(), MSG_NOSIGNAL);
    take(connection);  // carried out, and then the connection dies without an answer
  });
  Client client;
  const Call post = call(Method::post, odd.url());
  EXPECT_EQ(response_of(client.call(post)).status, 200);
  EXPECT_TRUE(unreachable_of(client.call(post)).sent);
  EXPECT_EQ(requests, 2);
}

TEST(Client, AHeaderWithoutEndIsNoAnswer) {
  const Odd odd(1, [](int connection, int) {
    read_request(connection);
    write(connection, "HTTP/1.1 200 OK\r\n");
    const std::string line = "X: " + std::string(1000, 'x') + "\r\n";
    for (int i = 0; i < 100; ++i) ::send(connection, line.data(), line.size(), MSG_NOSIGNAL);
  });
  EXPECT_TRUE(unreachable_of(Client().call(call(Method::get, odd.url()))).sent);
}

TEST(Client, AnInterimAnswerIsPassedOver) {
  const Odd odd(1, [](int connection, int) {
    read_request(connection);
    write(connection,
          "HTTP/1.1 103 Early Hints\r\nX: early\r\n\r\n"
          "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  });
  const auto response = response_of(Client().call(call(Method::get, odd.url())));
  EXPECT_EQ(response.body, "ok");
  EXPECT_FALSE(response.field("X"));
}

}  // namespace
}  // namespace http

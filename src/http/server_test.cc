#include "http/server.h"

#include <mutex>
#include <system_error>

#include <gtest/gtest.h>

#include "http/loopback_test.h"

namespace http {
namespace {

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}
std::string post(const std::string& path, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

Route hello() {
  return {Method::get,
          "/hello/{name}",
          1024,
          [](const Request& request) {
            return Response{200, "text/plain", "hello " + request.segments.at("name")};
          },
          {}};
}
Route echo() {
  return {Method::post,
          "/echo",
          1024,
          [](const Request& request) { return Response{200, "text/plain", request.body}; },
          {}};
}
Route route(std::string path, Handler handler) {
  return {Method::get, std::move(path), 1024, std::move(handler), {}};
}

TEST(Server, AnswersARequest) {
  const Loopback server({hello()});
  Peer peer(server.port());
  const auto answer = peer.ask(get("/hello/Ana?x=1"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "hello Ana");
  EXPECT_TRUE(answer.has("Content-Type: text/plain\r\n"));
  EXPECT_TRUE(answer.has("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_FALSE(answer.has("Connection:"));
}

TEST(Server, KeepsAConnection) {
  const Loopback server({hello(), echo()});
  Peer peer(server.port());
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(peer.ask(post("/echo", std::to_string(i))).body, std::to_string(i));
  }
}

TEST(Server, AnswersRequestsSentAheadInOrder) {
  const Loopback server({hello(), echo()});
  Peer peer(server.port());
  std::string all;
  for (int i = 0; i < 200; ++i) {
    all += get("/hello/" + std::to_string(i)) + post("/echo", std::string(100, 'x'));
  }
  peer.send(all);
  for (int i = 0; i < 200; ++i) {
    ASSERT_EQ(peer.receive().body, "hello " + std::to_string(i));
    ASSERT_EQ(peer.receive().body, std::string(100, 'x'));
  }
}

TEST(Server, ReadsARequestByteByByte) {
  const Loopback server({echo()});
  Peer peer(server.port());
  for (const char c : post("/echo", "slow")) peer.send(std::string_view(&c, 1));
  EXPECT_EQ(peer.receive().body, "slow");
}

TEST(Server, ReadsChunks) {
  const Loopback server({echo()});
  Peer peer(server.port());
  const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(peer.ask(head + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n" + get("/x")).body, "abcde");
  EXPECT_EQ(peer.receive().status, 404);
}

TEST(Server, HeadGetsTheLengthWithoutTheBody) {
  const Loopback server({hello()});
  Peer peer(server.port());
  peer.send("HEAD /hello/Ana HTTP/1.1\r\nHost: a\r\n\r\n" + get("/hello/Bo"));
  const auto answer = peer.receive(true);
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.has("Content-Length: 9\r\n"));
  EXPECT_EQ(peer.receive().body, "hello Bo");
}

TEST(Server, AnUnknownPathIs404AndTheConnectionStays) {
  const Loopback server({hello()});
  Peer peer(server.port());
  EXPECT_EQ(peer.ask(post("/nothing", "body")).status, 404);
  EXPECT_EQ(peer.ask(get("/hello/Ana")).status, 200);
}

TEST(Server, AnotherMethodIs405WithWhatIsAllowed) {
  const Loopback server({hello()});
  Peer peer(server.port());
  const auto answer = peer.ask(post("/hello/Ana", "x"));
  EXPECT_EQ(answer.status, 405);
  EXPECT_TRUE(answer.has("Allow: GET, HEAD\r\n"));
}

TEST(Server, ClosesWhenAskedTo) {
  const Loopback server({hello()});
  Peer peer(server.port());
  const auto answer =
      peer.ask("GET /hello/Ana HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get("/hello/B"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.has("Connection: close\r\n"));
  EXPECT_TRUE(peer.is_closed());
}

TEST(Server, SaysContinueToAClientThatWaits) {
  const Loopback server({echo()});
  Peer peer(server.port());
  const std::string head =
      "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
  EXPECT_EQ(peer.ask(head + "2\r\n\r\n").status, 100);
  EXPECT_EQ(peer.ask("hi").body, "hi");
  EXPECT_EQ(peer.ask(head + "2000\r\n\r\n").status, 413);
}

TEST(Server, NoContentHasNoLength) {
  const Loopback server({route("/", [](const Request&) { return Response{204, {}, {}}; })});
  Peer peer(server.port());
  const auto answer = peer.ask(get("/"));
  EXPECT_EQ(answer.status, 204);
  EXPECT_FALSE(answer.has("Content-Length"));
}

TEST(Server, ARequestKnowsWhereItComesFrom) {
  const Loopback server({route(
      "/", [](const Request& request) { return Response{200, "", request.remote_address}; })});
  EXPECT_EQ(Peer(server.port()).ask(get("/")).body, "127.0.0.1");
}

TEST(Server, TheAccessLogHoldsTheTemplateNeverTheUrl) {
  std::mutex mutex;
  std::string log;
  ServerOptions options;
  options.on_access = [&](const Access& access) {
    const std::lock_guard lock(mutex);
    log += std::string(access.route) + " " + std::to_string(access.status) + ";";
  };
  Loopback server({hello()}, options);
  Peer peer(server.port());
  peer.ask(get("/hello/Ana"));
  peer.ask(get("/secret"));
  peer.ask(post("/hello/Ana", "x"));
  peer.ask("nonsense\r\n\r\n");
  server.stop(std::chrono::seconds(0));
  EXPECT_EQ(log, "/hello/{name} 200;- 404;- 405;- 400;");
}

TEST(Server, AnAddressThatCannotBeBoundIsAnError) {
  const Loopback server({hello()});
  ServerOptions options;
  options.port = server.port();
  EXPECT_THROW(Server(options, Router({hello()})), std::system_error);
  options.host = "203.0.113.1";
  EXPECT_THROW(Server(options, Router({hello()})), std::system_error);
}

}  // namespace
}  // namespace http

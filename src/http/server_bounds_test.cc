// What the server does to those who send too much, too slowly, too many, or when it is to stop.
#include <atomic>
#include <future>
#include <memory>

#include <gtest/gtest.h>

#include "http/loopback_test.h"

namespace http {
namespace {

using std::chrono::seconds;

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

std::vector<Route> routes() {
  const auto echo = [](const Request& request) {
    return Response{200, "", request.body};
  };
  return {{Method::get, "/", 0, echo, {}},
          {Method::post, "/small", 10, echo, {}},
          {Method::post, "/large", 1024 * 1024, echo, {}}};
}

std::string post(const std::string& path, std::size_t length) {
  return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) +
         "\r\n\r\n";
}

TEST(ServerBounds, ABodyOverTheLimitIs413BeforeItIsRead) {
  const Loopback server(routes());
  for (const auto& head : {post("/small", 11), post("/nothing", 64 * 1024 + 1)}) {
    Peer peer(server.port());
    const auto answer = peer.ask(head);
    EXPECT_EQ(answer.status, 413) << head;
    EXPECT_TRUE(answer.has("Connection: close\r\n"));
    EXPECT_TRUE(peer.is_closed());
  }
}

TEST(ServerBounds, TheAnswerReachesAClientThatSendsOn) {
  const Loopback server(routes());
  Peer peer(server.port());
  peer.send(post("/small", 1024 * 1024) + std::string(1024 * 1024, 'x'));
  EXPECT_EQ(peer.receive().status, 413);
}

TEST(ServerBounds, ABodyInChunksOverTheLimitIs413) {
  const Loopback server(routes());
  Peer peer(server.port());
  const std::string head = "POST /small HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(peer.ask(head + "6\r\nabcdef\r\n6\r\nabcdef\r\n").status, 413);
}

TEST(ServerBounds, ALongBodyWithinTheLimitIsRead) {
  const Loopback server(routes());
  Peer peer(server.port());
  const std::string body(1024 * 1024, 'x');
  EXPECT_EQ(peer.ask(post("/large", body.size()) + body).body, body);
}

TEST(ServerBounds, AnEndlessChunkExtensionIs400) {
  const Loopback server(routes());
  Peer peer(server.port());
  const std::string head = "POST /large HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(peer.ask(head + "1;" + std::string(64 * 1024, 'x')).status, 400);
}

TEST(ServerBounds, AHeaderOverTheLimitIs431) {
  const Loopback server(routes());
  Peer peer(server.port());
  EXPECT_EQ(peer.ask("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20000, 'x')).status, 431);
  EXPECT_TRUE(peer.is_closed());
  Peer other(server.port());
  const std::string large = "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(15000, 'x');
  EXPECT_EQ(other.ask(large + "\r\n\r\n").status, 200);
}

TEST(ServerBounds, AMalformedRequestIs400AndTheConnectionCloses) {
  const Loopback server(routes());
  for (const char* bytes : {"nonsense\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\n\n"}) {
    Peer peer(server.port());
    EXPECT_EQ(peer.ask(std::string(bytes) + get("/")).status, 400) << bytes;
    EXPECT_TRUE(peer.is_closed());
  }
}

ServerOptions impatient() {
  ServerOptions options;
  options.request_deadline = seconds(1);
  options.idle_deadline = seconds(1);
  options.answer_deadline = seconds(1);
  return options;
}

TEST(ServerBounds, ASlowHeaderOrBodyIs408) {
  const Loopback server(routes(), impatient());
  Peer header(server.port());
  Peer body(server.port());
  header.send("GET / HTTP/1.1\r\nHost: a\r\nX: ");
  body.send(post("/small", 5) + "abc");
  EXPECT_EQ(header.receive().status, 408);
  EXPECT_EQ(body.receive().status, 408);
  EXPECT_TRUE(header.is_closed());
}

TEST(ServerBounds, AnIdleConnectionIsClosedWithoutAWord) {
  const Loopback server(routes(), impatient());
  Peer fresh(server.port());
  Peer kept(server.port());
  EXPECT_EQ(kept.ask(get("/")).status, 200);
  EXPECT_TRUE(fresh.is_closed());
  EXPECT_TRUE(kept.is_closed());
}

TEST(ServerBounds, AReplyThatNeverComesIs503) {
  std::promise<Deferred::Reply> promise;
  auto table = routes();
  table.push_back({Method::get,
                   "/never",
                   0,
                   [&promise](const Request&) {
                     return Deferred{[&promise](Deferred::Reply reply) {
                       promise.set_value(std::move(reply));
                     }};
                   },
                   {}});
  const Loopback server(table, impatient());
  Peer peer(server.port());
  EXPECT_EQ(peer.ask(get("/never")).status, 503);
  promise.get_future().get()(Response{200, "", "late"});
  EXPECT_TRUE(peer.is_closed());
}

TEST(ServerBounds, AConnectionOverTheCapIs503) {
  ServerOptions options;
  options.max_connections = 2;
  const Loopback server(routes(), options);
  auto first = std::make_unique<Peer>(server.port());
  Peer second(server.port());
  EXPECT_EQ(first->ask(get("/")).status, 200);
  EXPECT_EQ(second.ask(get("/")).status, 200);
  {
    Peer third(server.port());
    EXPECT_EQ(third.ask(get("/")).status, 503);
    EXPECT_TRUE(third.is_closed());
  }
  first.reset();
  int status = 503;
  while (status == 503) status = Peer(server.port()).ask(get("/")).status;
  EXPECT_EQ(status, 200);
}

struct Held {
  std::promise<Deferred::Reply> promise;
  Route route() {
    return {Method::get,
            "/held",
            0,
            [this](const Request&) {
              return Deferred{[this](Deferred::Reply reply) {
                promise.set_value(std::move(reply));
              }};
            },
            {}};
  }
};

TEST(ServerBounds, StoppingLetsRequestsUnderWayFinish) {
  Held held;
  auto table = routes();
  table.push_back(held.route());
  Loopback server(table);
  Peer idle(server.port());
  EXPECT_EQ(idle.ask(get("/")).status, 200);
  {
    Peer busy(server.port());
    busy.send(get("/held"));
    const auto reply = held.promise.get_future().get();
    server.begin_stop(seconds(60));
    EXPECT_TRUE(idle.is_closed());
    EXPECT_THROW(Peer(server.port()), std::runtime_error);
    reply(Response{200, "", "after all"});
    const auto answer = busy.receive();
    EXPECT_EQ(answer.body, "after all");
    EXPECT_TRUE(answer.has("Connection: close\r\n"));
    EXPECT_TRUE(busy.is_closed());
  }
  server.stop(seconds(60));
}

TEST(ServerBounds, StoppingWaitsNoLongerThanTheGrace) {
  Held held;
  Loopback server({held.route()});
  Peer busy(server.port());
  busy.send(get("/held"));
  const auto reply = held.promise.get_future().get();
  server.begin_stop(seconds(60));
  server.stop(seconds(0));
  EXPECT_TRUE(busy.is_closed());
}

TEST(ServerBounds, StoppingBeforeRunningReturnsAtOnce) {
  Server server({}, Router(routes()));
  server.stop(seconds(60));
  server.stop(seconds(60));
  server.run();
}

TEST(ServerBounds, ManyClientsAtOnceGetTheirOwnAnswers) {
  const Loopback server(routes());
  std::atomic<int> wrong = 0;
  std::vector<std::thread> clients;
  for (int client = 0; client < 8; ++client) {
    clients.emplace_back([&, client] {
      Peer peer(server.port());
      for (int i = 0; i < 100; ++i) {
        const std::string body = std::to_string(client * 1000 + i);
        if (peer.ask(post("/small", body.size()) + body).body != body) ++wrong;
      }
    });
  }
  for (auto& client : clients) client.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace http

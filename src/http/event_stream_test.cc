// Event streams as a browser or a proxy sees them, over real sockets.
#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <thread>

#include <gtest/gtest.h>

#include "http/event_hub.h"
#include "http/loopback_test.h"

namespace http {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::string_view listen = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr std::string_view greeting = "10\r\nretry: 1000\n\n:\n\n\r\n";
constexpr std::string_view end_of_chunks = "0\r\n\r\n";

std::string message(const std::string& topics) {
  return "event: changed\ndata: {\"topics\":[" + topics + "]}\n\n";
}

Answer stream_of(EventHub& hub) {
  if (auto stream = hub.subscribe()) return std::move(*stream);
  return Response{503, "text/plain", "full"};
}

std::vector<Route> routes(EventHub& hub) {
  const auto on_another_thread = [&hub](const Request&) {
    return Deferred{[&hub](Deferred::Reply reply) {
      std::thread([&hub, reply = std::move(reply)] { reply(stream_of(hub)); }).detach();
    }};
  };
  return {{Method::get, "/events", 0, [&hub](const Request&) { return stream_of(hub); }, {}},
          {Method::get, "/deferred", 0, on_another_thread, {}},
          {Method::get, "/", 0, [](const Request&) { return Response{200, "", "page"}; }, {}}};
}

/// Comes back once the hub has so many streams: a test that never sees it runs into its time limit.
void wait_for_streams(const EventHub& hub, std::size_t count) {
  while (hub.streams() != count) std::this_thread::sleep_for(milliseconds(1));
}

TEST(EventStream, OpensWithAGreetingThatNobodyHoldsBack) {
  EventHub hub;
  const Loopback server(routes(hub));
  Peer peer(server.port());
  const auto head = peer.ask(listen);
  EXPECT_EQ(head.status, 200);
  for (const char* field :
       {"Content-Type: text/event-stream\r\n", "Cache-Control: no-store\r\n",
        "X-Accel-Buffering: no\r\n", "Transfer-Encoding: chunked\r\n", "Connection: close\r\n"}) {
    EXPECT_TRUE(head.has(field)) << field;
  }
  EXPECT_FALSE(head.has("Content-Length"));
  EXPECT_EQ(peer.receive_to("\n\n\r\n"), greeting);
}

TEST(EventStream, AChangeArrivesAndThoseThatFollowComeTogether) {
  EventHub hub;
  const Loopback server(routes(hub));
  Peer peer(server.port());
  peer.ask(listen);
  peer.receive_to(greeting);
  hub.publish("call_outs");
  const std::string first = message("\"call_outs\"");
  EXPECT_EQ(peer.receive_to("\n\n\r\n"), "2f\r\n" + first + "\r\n");
  for (const char* topic : {"call_outs", "attempts", "call_outs"}) hub.publish(topic);
  const std::string second = message("\"attempts\",\"call_outs\"");
  EXPECT_EQ(peer.receive_to("\n\n\r\n"), "3a\r\n" + second + "\r\n");
}

TEST(EventStream, LosesNoTopicHoweverFastTheyCome) {
  EventHub hub({.pause = milliseconds(1)});
  const Loopback server(routes(hub));
  Peer peer(server.port());
  peer.ask(listen);
  std::thread publisher([&hub] {
    for (int i = 0; i < 500; ++i) hub.publish("t" + std::to_string(i));
  });
  std::set<std::string> seen;
  while (seen.size() < 500) {
    const std::string text = peer.receive_to("\n\n");
    ASSERT_FALSE(text.empty());
    for (std::size_t from = 0; (from = text.find("\"t", from)) != std::string::npos;) {
      const std::size_t end = text.find('"', from + 1);
      if (text[end + 1] != ':') seen.insert(text.substr(from, end - from));
      from = end + 1;
    }
  }
  publisher.join();
}

TEST(EventStream, WorkOfAnotherThreadMayEndInAStream) {
  EventHub hub;
  const Loopback server(routes(hub));
  Peer peer(server.port());
  EXPECT_EQ(peer.ask("GET /deferred HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
  hub.publish("alarms");
  EXPECT_NE(peer.receive_to("]}\n\n").find("alarms"), std::string::npos);
}

TEST(EventStream, BeforeHttp11ItHasNoChunks) {
  EventHub hub({.lifetime = milliseconds(1)});
  const Loopback server(routes(hub));
  Peer peer(server.port());
  const auto head = peer.ask("GET /events HTTP/1.0\r\nHost: a\r\n\r\n");
  EXPECT_FALSE(head.has("Transfer-Encoding"));
  EXPECT_FALSE(head.has("Content-Length"));
  EXPECT_EQ(peer.receive_to("nothing that comes"), "retry: 1000\n\n:\n\n");
}

TEST(EventStream, HeadIsAnsweredAndOver) {
  EventHub hub;
  const Loopback server(routes(hub));
  Peer peer(server.port());
  const auto head = peer.ask("HEAD /events HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.has("Content-Type: text/event-stream\r\n"));
  EXPECT_TRUE(peer.is_closed());
  wait_for_streams(hub, 0);
}

TEST(EventStream, ASilentStreamHasAHeartbeat) {
  EventHub hub({.heartbeat = milliseconds(1)});
  const Loopback server(routes(hub));
  Peer peer(server.port());
  peer.ask(listen);
  peer.receive_to(greeting);
  EXPECT_EQ(peer.receive_to("\n\n\r\n"), "16\r\nevent: beat\ndata: {}\n\n\r\n");
  hub.publish("alarms");
  EXPECT_NE(peer.receive_to("]}\n\n").find("alarms"), std::string::npos);
}

TEST(EventStream, EndsByItselfSoThatRightsAreCheckedAnew) {
  EventHub hub({.lifetime = milliseconds(1)});
  const Loopback server(routes(hub));
  Peer peer(server.port());
  peer.ask(listen);
  peer.receive_to(greeting);
  EXPECT_EQ(peer.receive_to(end_of_chunks), end_of_chunks);
  EXPECT_TRUE(peer.is_closed());
  wait_for_streams(hub, 0);
}

TEST(EventStream, OutlivesTheDeadlinesOfRequests) {
  ServerOptions impatient;
  impatient.request_deadline = impatient.idle_deadline = impatient.answer_deadline = seconds(1);
  EventHub hub;
  const Loopback server(routes(hub), impatient);
  Peer idle(server.port());
  Peer peer(server.port());
  peer.ask(listen);
  EXPECT_TRUE(idle.is_closed());
  Peer next(server.port());
  EXPECT_TRUE(next.is_closed()) << "two deadlines have passed";
  hub.publish("alarms");
  EXPECT_NE(peer.receive_to("]}\n\n").find("alarms"), std::string::npos);
}

TEST(EventStream, TooManyAreRefusedAndAPlaceThatIsLeftIsFree) {
  EventHub hub({.max_streams = 1});
  const Loopback server(routes(hub));
  auto first = std::make_unique<Peer>(server.port());
  EXPECT_EQ(first->ask(listen).status, 200);
  Peer second(server.port());
  EXPECT_EQ(second.ask(listen).status, 503);
  first.reset();
  wait_for_streams(hub, 0);
  EXPECT_EQ(second.ask(listen).status, 200);
}

TEST(EventStream, ClosesOnAReaderWhoTakesNothing) {
  ServerOptions impatient;
  impatient.answer_deadline = seconds(1);
  EventHub hub({.pause = milliseconds(0)});
  const Loopback server(routes(hub), impatient);
  const Peer peer(server.port());
  peer.send(listen);
  wait_for_streams(hub, 1);
  const std::string long_topic(256 * 1024, 'x');
  while (hub.streams() == 1) {
    hub.publish(long_topic);
    std::this_thread::sleep_for(milliseconds(1));
  }
}

TEST(EventStream, WhatAReaderSendsIsDroppedUpToABound) {
  EventHub hub;
  const Loopback server(routes(hub));
  Peer peer(server.port());
  peer.send(std::string(listen) + "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  peer.receive_to(greeting);
  peer.send(std::string(10'000, 'x'));
  hub.publish("alarms");
  EXPECT_EQ(peer.receive_to("]}\n\n").find("page"), std::string::npos);
  peer.send(std::string(100'000, 'x'));
  wait_for_streams(hub, 0);
}

TEST(EventStream, StoppingEndsStreamsAtOnceAndWaitsForTheRest) {
  EventHub hub;
  std::promise<Deferred::Reply> promise;
  auto table = routes(hub);
  table.push_back({Method::get,
                   "/held",
                   0,
                   [&promise](const Request&) {
                     return Deferred{[&promise](Deferred::Reply reply) {
                       promise.set_value(std::move(reply));
                     }};
                   },
                   {}});
  Loopback server(table);
  Peer stream(server.port());
  stream.ask(listen);
  stream.receive_to(greeting);
  Peer busy(server.port());
  busy.send("GET /held HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto reply = promise.get_future().get();
  server.begin_stop(seconds(60));
  EXPECT_EQ(stream.receive_to(end_of_chunks), end_of_chunks);
  EXPECT_TRUE(stream.is_closed());
  wait_for_streams(hub, 0);
  reply(stream_of(hub));
  EXPECT_EQ(busy.receive().status, 503) << "no stream begins any more";
  wait_for_streams(hub, 0);
  server.stop(seconds(60));
}

TEST(EventStream, OnlyStreamsHoldNoStopUp) {
  EventHub hub;
  Loopback server(routes(hub));
  Peer peer(server.port());
  peer.ask(listen);
  server.stop(std::chrono::hours(1));
  EXPECT_EQ(hub.streams(), 0U);
  hub.publish("alarms");
}

TEST(EventStream, AStopWithoutGraceClosesThemToo) {
  EventHub hub;
  {
    const Loopback server(routes(hub));
    Peer peer(server.port());
    peer.ask(listen);
  }
  hub.publish("alarms");
  EXPECT_EQ(hub.streams(), 0U);
}

TEST(EventStream, ManyThreadsPublishWhileReadersComeAndGoAndTheServerStops) {
  EventHub hub({.pause = milliseconds(1)});
  std::optional<Loopback> server(std::in_place, routes(hub));
  const auto port = server->port();
  std::atomic<bool> done = false;
  std::atomic<int> heard = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&hub, &done] {
      while (!done) {
        hub.publish("call_outs");
        hub.publish("attempts");
        std::this_thread::yield();
      }
    });
  }
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([port, &done, &heard] {
      while (!done) {
        try {
          Peer peer(port);
          peer.send(listen);
          if (!peer.receive_to("]}\n\n").empty()) ++heard;
        } catch (const std::runtime_error&) {
          return;  // the server has stopped
        }
      }
    });
  }
  while (heard < 100) std::this_thread::sleep_for(milliseconds(1));
  server->stop(seconds(60));
  server.reset();  // closes also what it had accepted and not begun
  done = true;
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(hub.streams(), 0U);
}

}  // namespace
}  // namespace http

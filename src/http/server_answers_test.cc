// Answers that come later or not at all: deferred work and failures.
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

#include <gtest/gtest.h>

#include "http/loopback_test.h"

namespace http {
namespace {

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
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
Route route(std::string path, Handler handler, OnError on_error = {}) {
  return {Method::get, std::move(path), 1024, std::move(handler), std::move(on_error)};
}

TEST(ServerAnswers, AnotherThreadMayAnswer) {
  std::promise<Deferred::Reply> promise;
  const Loopback server({route("/", [&promise](const Request&) {
    return Deferred{[&promise](Deferred::Reply reply) {
      promise.set_value(std::move(reply));
    }};
  })});
  Peer peer(server.port());
  peer.send(get("/"));
  std::thread other([reply = promise.get_future().get()] { reply(Response{201, "", "done"}); });
  EXPECT_EQ(peer.receive().body, "done");
  other.join();
}

Deferred counting_down(int from) {
  return {[from](const Deferred::Reply& reply) {
    std::thread([from, reply] {
      if (from == 0) return reply(Response{200, "", "zero"});
      reply(counting_down(from - 1));
    }).detach();
  }};
}

TEST(ServerAnswers, DeferredWorkMayEndInMore) {
  const Loopback server({route("/", [](const Request&) { return counting_down(5); })});
  Peer peer(server.port());
  EXPECT_EQ(peer.ask(get("/")).body, "zero");
  EXPECT_EQ(peer.ask(get("/")).body, "zero");
}

TEST(ServerAnswers, SilenceClosesTheConnection) {
  const Loopback server(
      {route("/now", [](const Request&) { return Silence(); }), route("/later", [](const Request&) {
         return Deferred{[](const Deferred::Reply& reply) {
           reply(Silence());
         }};
       })});
  for (const char* path : {"/now", "/later"}) {
    Peer peer(server.port());
    peer.send(get(path));
    EXPECT_TRUE(peer.is_closed()) << path;
  }
}

TEST(ServerAnswers, OnlyTheFirstReplyCounts) {
  const Loopback server({route("/{n}", [](const Request& request) {
    return Deferred{[n = request.segments.at("n")](const Deferred::Reply& reply) {
      reply(Response{200, "", n});
      reply(Response{200, "", "again"});
    }};
  })});
  Peer peer(server.port());
  EXPECT_EQ(peer.ask(get("/a")).body, "a");
  EXPECT_EQ(peer.ask(get("/b")).body, "b");
}

TEST(ServerAnswers, AReplyToAConnectionThatDiedIsNoError) {
  std::promise<Deferred::Reply> promise;
  const Loopback server({hello(), route("/", [&promise](const Request&) {
                           return Deferred{[&promise](Deferred::Reply reply) {
                             promise.set_value(std::move(reply));
                           }};
                         })});
  Deferred::Reply reply;
  {
    Peer peer(server.port());
    peer.send(get("/"));
    reply = promise.get_future().get();
  }
  reply(Response{200, "", std::string(1024 * 1024, 'x')});
  EXPECT_EQ(Peer(server.port()).ask(get("/hello/Ana")).status, 200);
}

TEST(ServerAnswers, AReplyAfterTheServerHasGoneIsNoError) {
  std::promise<Deferred::Reply> promise;
  Deferred::Reply reply;
  {
    const Loopback server({route("/", [&promise](const Request&) {
      return Deferred{[&promise](Deferred::Reply given) {
        promise.set_value(std::move(given));
      }};
    })});
    const Peer peer(server.port());
    peer.send(get("/"));
    reply = promise.get_future().get();
  }
  reply(Response{});
}

Handler throwing() {
  return [](const Request&) -> Answer {
    throw std::runtime_error("disk full");
  };
}
OnError in_words() {
  return [](const Request& request, const std::exception& error) {
    return Response{503, "text/plain", request.path + ": " + error.what()};
  };
}

TEST(ServerAnswers, AHandlerThatThrowsGetsTheRoutesWords) {
  const Loopback server({route("/", throwing(), in_words()), route("/bare", throwing())});
  Peer peer(server.port());
  const auto answer = peer.ask(get("/"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.body, "/: disk full");
  const auto bare = peer.ask(get("/bare"));
  EXPECT_EQ(bare.status, 500);
  EXPECT_EQ(bare.body, "");
}

TEST(ServerAnswers, AFailureOfAnotherThreadGetsTheRoutesWords) {
  const auto failing = [](const Request&) {
    return Deferred{[](const Deferred::Reply& reply) {
      std::thread([reply] {
        // Nothing of it stays here: a runtime_error's copies share their text, counted where
        // ThreadSanitizer does not see it.
        auto failure = std::make_exception_ptr(std::runtime_error("too much waits"));
        reply(std::move(failure));
      }).detach();
    }};
  };
  const auto empty = [](const Request&) {
    return Deferred{[](const Deferred::Reply& reply) {
      reply(std::exception_ptr());
    }};
  };
  const auto number = [](const Request&) {
    return Deferred{[](const Deferred::Reply& reply) {
      reply(std::make_exception_ptr(7));
    }};
  };
  const Loopback server({route("/", failing, in_words()), route("/empty", empty, in_words()),
                         route("/number", number, in_words())});
  Peer peer(server.port());
  EXPECT_EQ(peer.ask(get("/")).body, "/: too much waits");
  EXPECT_EQ(peer.ask(get("/empty")).status, 503);
  EXPECT_EQ(peer.ask(get("/number")).status, 503);
}

TEST(ServerAnswers, ADeferredThatDoesNotStartIsAFailure) {
  const auto failing = [](const Request&) {
    return Deferred{[](const Deferred::Reply&) {
      throw std::runtime_error("no thread");
    }};
  };
  const Loopback server({route("/", failing, in_words())});
  EXPECT_EQ(Peer(server.port()).ask(get("/")).body, "/: no thread");
}

TEST(ServerAnswers, AnAnswerThatWouldBreakTheFramingIsAFailure) {
  const auto with = [](Field field) {
    return [field](const Request&) {
      return Response{200, "", "", {field}};
    };
  };
  const Loopback server({route("/crlf", with({"X", "a\r\nSet-Cookie: b"})),
                         route("/name", with({"X y", "a"})),
                         route("/length", with({"content-length", "7"})),
                         route("/status", [](const Request&) { return Response{7, "", ""}; })});
  Peer peer(server.port());
  for (const char* path : {"/crlf", "/name", "/length", "/status"}) {
    const auto answer = peer.ask(get(path));
    EXPECT_EQ(answer.status, 500) << path;
    EXPECT_FALSE(answer.has("Set-Cookie")) << path;
  }
}

}  // namespace
}  // namespace http

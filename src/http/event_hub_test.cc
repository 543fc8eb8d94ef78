#include "http/event_hub.h"

#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

#include "http/event_text.h"

namespace http {
namespace {

using Topics = std::vector<std::string>;

Topics taken(const EventStream& stream) {
  return stream.subscription->take([] {});
}

TEST(EventHub, AStreamGetsWhatWasPublishedSinceItCame) {
  EventHub hub;
  hub.publish("before");
  const auto stream = hub.subscribe().value();
  EXPECT_EQ(taken(stream), Topics{});
  hub.publish("call_outs");
  hub.publish("attempts");
  hub.publish("call_outs");
  EXPECT_EQ(taken(stream), (Topics{"attempts", "call_outs"}));
  EXPECT_EQ(taken(stream), Topics{});
}

TEST(EventHub, EachStreamReadsAtItsOwnPace) {
  EventHub hub;
  const auto quick = hub.subscribe().value();
  const auto slow = hub.subscribe().value();
  hub.publish("alarms");
  EXPECT_EQ(taken(quick), Topics{"alarms"});
  hub.publish("notices");
  EXPECT_EQ(taken(quick), Topics{"notices"});
  EXPECT_EQ(taken(slow), (Topics{"alarms", "notices"}));
}

TEST(EventHub, WakesOnceWhoeverHasReadEverything) {
  EventHub hub;
  const auto stream = hub.subscribe().value();
  int woken = 0;
  const auto wake = [&woken] {
    ++woken;
  };
  stream.subscription->take(wake);
  hub.publish("alarms");
  hub.publish("alarms");
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(stream.subscription->take(wake), Topics{"alarms"});
  hub.publish("alarms");
  EXPECT_EQ(woken, 1);
}

TEST(EventHub, AStreamThatIsGoneIsNotWoken) {
  EventHub hub;
  int woken = 0;
  {
    const auto stream = hub.subscribe().value();
    stream.subscription->take([&woken] { ++woken; });
  }
  hub.publish("alarms");
  EXPECT_EQ(woken, 0);
}

TEST(EventHub, HasAnEndOfPlacesAndGivesThemOnAgain) {
  EventHub hub({.max_streams = 2});
  const auto first = hub.subscribe();
  auto second = hub.subscribe();
  EXPECT_TRUE(second);
  EXPECT_FALSE(hub.subscribe());
  EXPECT_EQ(hub.streams(), 2U);
  second.reset();
  EXPECT_EQ(hub.streams(), 1U);
  EXPECT_TRUE(hub.subscribe());
}

TEST(EventHub, NobodyTakesAllPlaces) {
  EventHub hub({.max_streams = 4, .max_streams_of_one = 2});
  auto first = hub.subscribe("ana");
  const auto second = hub.subscribe("ana");
  EXPECT_TRUE(second);
  EXPECT_FALSE(hub.subscribe("ana"));
  const auto other = hub.subscribe("ben");
  EXPECT_TRUE(other);
  first.reset();
  EXPECT_TRUE(hub.subscribe("ana"));
}

TEST(EventHub, StreamsOutliveTheHub) {
  std::optional<EventStream> stream;
  {
    EventHub hub;
    stream = hub.subscribe();
    hub.publish("alarms");
  }
  EXPECT_EQ(taken(*stream), Topics{"alarms"});
}

TEST(EventHub, StreamsOfOneMomentEndAtDifferentOnes) {
  constexpr std::chrono::milliseconds longest{300'000};
  EventHub hub({.lifetime = longest});
  std::vector<EventStream> streams;
  std::set<std::chrono::milliseconds> lifetimes;
  for (int i = 0; i < 100; ++i) {
    streams.push_back(hub.subscribe().value());
    const auto lifetime = streams.back().subscription->lifetime();
    EXPECT_LE(lifetime, longest);
    EXPECT_GE(lifetime, longest * 4 / 5);
    lifetimes.insert(lifetime);
  }
  EXPECT_EQ(lifetimes.size(), streams.size());
}

TEST(EventHub, TheMoreReadersTheLongerEachWaits) {
  using std::chrono::milliseconds;
  EventHub hub({.pause = milliseconds(100), .pause_per_stream = milliseconds(40)});
  std::vector<EventStream> streams;
  for (int i = 0; i < 2; ++i) streams.push_back(hub.subscribe().value());
  EXPECT_EQ(streams.front().subscription->pause(), milliseconds(100));
  for (int i = 0; i < 8; ++i) streams.push_back(hub.subscribe().value());
  EXPECT_EQ(streams.front().subscription->pause(), milliseconds(400));
  streams.erase(streams.begin() + 1, streams.end());
  EXPECT_EQ(streams.front().subscription->pause(), milliseconds(100));
}

TEST(EventHub, ATopicIsAWord) {
  EventHub hub;
  for (const char* topic : {"", "Call", "a b", "a\"", "a\n", "é"}) {
    EXPECT_THROW(hub.publish(topic), std::invalid_argument) << topic;
  }
}

TEST(EventHub, ManyThreadsLoseNoTopic) {
  EventHub hub;
  const auto stream = hub.subscribe().value();
  std::atomic<int> done = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 200; ++i) hub.publish(std::to_string(thread) + "_" + std::to_string(i));
      ++done;
    });
  }
  std::set<std::string> seen;
  for (bool last = false; !last;) {
    last = done == 4;
    for (auto& topic : taken(stream)) seen.insert(std::move(topic));
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(seen.size(), 800U);
}

TEST(EventText, NamesTheTopics) {
  EXPECT_EQ(changed_event(Topics{"call_outs", "attempts"}),
            "event: changed\ndata: {\"topics\":[\"call_outs\",\"attempts\"]}\n\n");
  EXPECT_EQ(changed_event(Topics{"alarms"}), "event: changed\ndata: {\"topics\":[\"alarms\"]}\n\n");
}

TEST(EventText, ChunksSayTheirLength) {
  EXPECT_EQ(framed("abcdefghijklmnopq", Framing::chunks), "11\r\nabcdefghijklmnopq\r\n");
  EXPECT_EQ(framed("abc", Framing::until_close), "abc");
  EXPECT_EQ(end_of_stream(Framing::chunks), "0\r\n\r\n");
  EXPECT_EQ(end_of_stream(Framing::until_close), "");
}

}  // namespace
}  // namespace http

#include "work/lanes.h"

#include <atomic>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "work/fake_database_test.h"

namespace work {
namespace {

using Outcome = std::variant<http::Answer, std::exception_ptr>;

std::future<Outcome> start(http::Answer answer) {
  const auto promise = std::make_shared<std::promise<Outcome>>();
  std::get<http::Deferred>(answer.either()).start([promise](Outcome outcome) {
    promise->set_value(std::move(outcome));
  });
  return promise->get_future();
}

/// The body of the answer, or what went wrong.
std::string said(std::future<Outcome> outcome) {
  auto either = outcome.get();
  if (auto* answer = std::get_if<http::Answer>(&either)) {
    return std::get<http::Response>(answer->either()).body;
  }
  try {
    std::rethrow_exception(std::get<std::exception_ptr>(either));
  } catch (const Overload& overload) {
    return std::string("overload: ") + overload.what();
  } catch (const store::Broken& broken) {
    return std::string("broken: ") + broken.what();
  } catch (const std::exception& error) {
    return std::string("failed: ") + error.what();
  }
}

bool is_ready(const std::future<Outcome>& outcome) {
  return outcome.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

auto saying(std::string text) {
  return [text = std::move(text)](store::Transaction&) {
    return http::Response{200, "", text};
  };
}
auto failing(std::string text) {
  return [text = std::move(text)](store::Transaction&) -> http::Answer {
    throw std::runtime_error(text);
  };
}

TEST(Lanes, AWriteIsAnsweredOnlyAfterItsCommit) {
  FakeDatabase database;
  Lanes lanes(database);
  database.hold();
  auto outcome = start(lanes.write(saying("stored")));
  database.wait_for_batches(1);
  EXPECT_FALSE(is_ready(outcome));
  database.release();
  EXPECT_EQ(said(std::move(outcome)), "stored");
}

TEST(Lanes, WritesThatComeDuringACommitShareTheNext) {
  FakeDatabase database;
  Lanes lanes(database, {.batch = 4});
  database.hold();
  std::vector<std::future<Outcome>> outcomes;
  outcomes.push_back(start(lanes.write(saying("0"))));
  database.wait_for_batches(1);
  for (int i = 1; i <= 6; ++i) outcomes.push_back(start(lanes.write(saying(std::to_string(i)))));
  database.release();
  for (int i = 0; i <= 6; ++i) {
    EXPECT_EQ(said(std::move(outcomes[static_cast<std::size_t>(i)])), std::to_string(i));
  }
  EXPECT_EQ(database.batches(), (std::vector<std::size_t>{1, 4, 2}));
}

TEST(Lanes, AFailedJobFailsNoOther) {
  FakeDatabase database;
  Lanes lanes(database);
  database.hold();
  auto first = start(lanes.write(saying("first")));
  database.wait_for_batches(1);
  auto bad = start(lanes.write(failing("taken")));
  auto good = start(lanes.write(saying("good")));
  database.release();
  EXPECT_EQ(said(std::move(first)), "first");
  EXPECT_EQ(said(std::move(bad)), "failed: taken");
  EXPECT_EQ(said(std::move(good)), "good");
  EXPECT_EQ(database.batches().back(), 2U);
}

TEST(Lanes, AFailedCommitFailsItsWholeBatchAndNoLaterOne) {
  FakeDatabase database;
  std::atomic<int> broken = 0;
  Lanes lanes(database, {}, [&broken] { ++broken; });
  database.fail_with(std::make_exception_ptr(store::Failure("disk full")));
  EXPECT_EQ(said(start(lanes.write(saying("x")))), "failed: disk full");
  database.fail_with(nullptr);
  EXPECT_EQ(said(start(lanes.write(saying("x")))), "x");
  EXPECT_EQ(broken, 0);
}

TEST(Lanes, AfterAFailedSyncEveryWriteFails) {
  FakeDatabase database;
  std::atomic<int> broken = 0;
  Lanes lanes(database, {}, [&broken] { ++broken; });
  database.fail_with(std::make_exception_ptr(store::Broken("fsync failed")));
  EXPECT_EQ(said(start(lanes.write(saying("x")))), "broken: fsync failed");
  database.fail_with(nullptr);
  EXPECT_EQ(said(start(lanes.write(saying("x")))), "broken: fsync failed");
  EXPECT_THROW(lanes.write([](store::Transaction&) {}), store::Broken);
  EXPECT_EQ(broken, 1);
  EXPECT_EQ(database.batches().size(), 1U);
  EXPECT_EQ(said(start(lanes.read(saying("still read")))), "still read");
}

TEST(Lanes, AFullLaneIsOverload) {
  FakeDatabase database;
  Lanes lanes(database, {.queue = 2});
  database.hold();
  std::vector<std::future<Outcome>> accepted;
  accepted.push_back(start(lanes.write(saying("x"))));
  database.wait_for_batches(1);
  accepted.push_back(start(lanes.write(saying("x"))));
  accepted.push_back(start(lanes.write(saying("x"))));
  EXPECT_EQ(said(start(lanes.write(saying("x")))), "overload: too much waits to be written");
  database.release();
  for (auto& outcome : accepted) EXPECT_EQ(said(std::move(outcome)), "x");
}

TEST(Lanes, AFullReadOrSlowLaneIsOverload) {
  FakeDatabase database;
  std::promise<void> gate;
  const auto open = gate.get_future().share();
  std::promise<void> reading;
  std::promise<void> computing;
  Lanes lanes(database, {.read_threads = 1, .slow_threads = 1, .queue = 1});
  auto first = start(lanes.read([&](store::Transaction&) {
    reading.set_value();
    open.wait();
    return http::Response{200, "", "read"};
  }));
  auto second = start(lanes.slow([&]() -> http::Answer {
    computing.set_value();
    open.wait();
    return http::Response{200, "", "hashed"};
  }));
  reading.get_future().wait();
  computing.get_future().wait();
  auto third = start(lanes.read(saying("x")));
  auto fourth = start(lanes.slow([] { return http::Response{200, "", "y"}; }));
  EXPECT_EQ(said(start(lanes.read(saying("x")))), "overload: too much waits to be read");
  EXPECT_EQ(said(start(lanes.slow([] { return http::Response{}; }))),
            "overload: too much waits to be computed");
  gate.set_value();
  EXPECT_EQ(said(std::move(first)), "read");
  EXPECT_EQ(said(std::move(second)), "hashed");
  EXPECT_EQ(said(std::move(third)), "x");
  EXPECT_EQ(said(std::move(fourth)), "y");
}

TEST(Lanes, FailuresOfReadAndSlowWorkAreHandedOver) {
  FakeDatabase database;
  Lanes lanes(database);
  EXPECT_EQ(said(start(lanes.read(failing("no table")))), "failed: no table");
  EXPECT_EQ(
      said(start(lanes.slow([]() -> http::Answer { throw std::runtime_error("no memory"); }))),
      "failed: no memory");
}

TEST(Lanes, AWorkersWriteReturnsWhenDurable) {
  FakeDatabase database;
  Lanes lanes(database);
  int ran = 0;
  lanes.write([&ran](store::Transaction&) { ++ran; });
  EXPECT_EQ(ran, 1);
  const std::vector<store::Job> jobs{[](store::Transaction&) {},
                                     [](store::Transaction&) { throw std::runtime_error("no"); },
                                     [&ran](store::Transaction&) {
                                       ++ran;
                                     }};
  const auto outcomes = lanes.write(jobs);
  EXPECT_FALSE(outcomes.at(0));
  EXPECT_TRUE(outcomes.at(1));
  EXPECT_FALSE(outcomes.at(2));
  EXPECT_EQ(ran, 2);
  EXPECT_TRUE(lanes.write(std::span<const store::Job>()).empty());
  EXPECT_THROW(lanes.write([](store::Transaction&) { throw std::runtime_error("no"); }),
               std::runtime_error);
}

TEST(Lanes, AWorkerWaitsForRoomAndLeavesHalfOfTheLane) {
  FakeDatabase database;
  Lanes lanes(database, {.queue = 4});
  database.hold();
  std::atomic<int> ran = 0;
  std::thread worker([&] {
    const std::vector<store::Job> jobs(20, [&ran](store::Transaction&) { ++ran; });
    for (const auto& outcome : lanes.write(jobs)) EXPECT_FALSE(outcome);
  });
  database.wait_for_batches(1);
  auto first = start(lanes.write(saying("a")));
  auto second = start(lanes.write(saying("b")));
  database.release();
  EXPECT_EQ(said(std::move(first)), "a");
  EXPECT_EQ(said(std::move(second)), "b");
  worker.join();
  EXPECT_EQ(ran, 20);
}

TEST(Lanes, DestroyingFinishesWhatWasAccepted) {
  FakeDatabase database;
  std::vector<std::future<Outcome>> outcomes;
  {
    Lanes lanes(database, {.batch = 8});
    for (int i = 0; i < 100; ++i) {
      outcomes.push_back(start(lanes.write(saying("w"))));
      outcomes.push_back(start(lanes.read(saying("r"))));
      outcomes.push_back(start(lanes.slow([] { return http::Response{200, "", "s"}; })));
    }
  }
  std::string all;
  for (auto& outcome : outcomes) {
    ASSERT_TRUE(is_ready(outcome));
    all += said(std::move(outcome));
  }
  std::string wanted;
  for (int i = 0; i < 100; ++i) wanted += "wrs";
  EXPECT_EQ(all, wanted);
}

TEST(Lanes, WhoListensThroughThemHearsTheDatabase) {
  FakeDatabase database;
  Lanes lanes(database);
  store::Topics heard;
  lanes.on_change([&heard](store::Topics topics) { heard = topics; });
  store::Topics touched;
  touched.add(store::Topic::alarms);
  database.announce(touched);
  EXPECT_EQ(heard, touched);
}

TEST(Lanes, ManyThreadsAtOnceLoseNothing) {
  FakeDatabase database;
  std::atomic<int> ran = 0;
  {
    Lanes lanes(database, {.queue = 16, .batch = 8});
    std::vector<std::thread> workers;
    for (int worker = 0; worker < 4; ++worker) {
      workers.emplace_back([&] {
        for (int i = 0; i < 200; ++i) lanes.write([&ran](store::Transaction&) { ++ran; });
      });
    }
    for (auto& worker : workers) worker.join();
  }
  EXPECT_EQ(ran, 800);
}

}  // namespace
}  // namespace work

#include "platform/log.h"

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace platform {
namespace {

Clock at_noon() {
  return [] {
    return base::from_epoch_seconds(1'795'361'045);
  };
}

TEST(Log, WritesOneJsonObjectALine) {
  const auto sink = std::make_shared<std::string>();
  const Log log(Level::info, sink, at_noon());
  log.write(Level::info, "answered", {{LogField::route, "/twilio/sms"}, {LogField::status, 200}});
  log.write(Level::error, "outbox stopped");
  EXPECT_EQ(
      *sink,
      "{\"time\":\"2026-11-22T15:24:05Z\",\"level\":\"info\",\"event\":\"answered\","
      "\"route\":\"/twilio/sms\",\"status\":200}\n"
      "{\"time\":\"2026-11-22T15:24:05Z\",\"level\":\"error\",\"event\":\"outbox stopped\"}\n");
}

TEST(Log, EscapesWhatWouldBreakTheLine) {
  const auto sink = std::make_shared<std::string>();
  const Log log(Level::debug, sink, at_noon());
  log.write(Level::debug, std::string_view("a\"b\\c\n\r\t\0\x7F\xC3\xA9\xFF", 13),
            {{LogField::count, std::int64_t{-1}}});
  EXPECT_EQ(*sink,
            "{\"time\":\"2026-11-22T15:24:05Z\",\"level\":\"debug\","
            "\"event\":\"a\\\"b\\\\c\\u000a\\u000d\\u0009\\u0000\\u007f???\",\"count\":-1}\n");
}

TEST(Log, LeavesOutWhatIsBelowItsLevel) {
  const auto sink = std::make_shared<std::string>();
  const Log log(Level::warning, sink, at_noon());
  log.write(Level::debug, "no");
  log.write(Level::info, "no");
  log.write(Level::warning, "yes");
  log.write(Level::error, "yes");
  EXPECT_EQ(std::count(sink->begin(), sink->end(), '\n'), 2);
  EXPECT_EQ(sink->find("\"no\""), std::string::npos);
}

void write_lines(const Log& log) {
  for (int line = 0; line < 200; ++line) log.write(Level::info, "line", {{LogField::count, 7}});
}

TEST(Log, KeepsLinesWholeWhenManyWrite) {
  const auto sink = std::make_shared<std::string>();
  const Log log(Level::info, sink, at_noon());
  std::vector<std::jthread> writers(8);
  for (std::jthread& writer : writers) writer = std::jthread([log] { write_lines(log); });
  for (std::jthread& writer : writers) writer.join();

  const std::string line = sink->substr(0, sink->find('\n') + 1);
  ASSERT_EQ(sink->size(), line.size() * 1600);
  for (std::size_t at = 0; at < sink->size(); at += line.size()) {
    ASSERT_EQ(sink->compare(at, line.size(), line), 0);
  }
}

TEST(Log, GoesToStdoutOtherwise) {
  testing::internal::CaptureStdout();
  Log(Level::info, nullptr, at_noon())
      .write(Level::info, "started", {{LogField::version, "0.1.0"}});
  EXPECT_EQ(testing::internal::GetCapturedStdout(),
            "{\"time\":\"2026-11-22T15:24:05Z\",\"level\":\"info\",\"event\":\"started\","
            "\"version\":\"0.1.0\"}\n");
}

}  // namespace
}  // namespace platform

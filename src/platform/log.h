// The log: one JSON object a line on stdout. Only fields of the list below exist, so that no name,
// number, reason, PIN, token or URL can slip in.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "platform/clock.h"

namespace platform {

enum class Level { debug, info, warning, error };

/// What may be logged. Text values are for words of our own (a route's template, an error's class),
/// never for input; so a byte outside ASCII is written as "?".
enum class LogField {
  route,
  method,
  status,
  microseconds,
  count,
  code,
  outcome,
  channel,
  attempt,
  id,
  version,
  port,
  error,
  file,
  seconds
};

struct LogEntry {
  LogField field;
  std::variant<std::int64_t, std::string_view> value;
};

/// Thread-safe; copies share the sink.
class Log {
 public:
  /// `sink` unset: stdout. The tests hand in a string, to be read when nobody writes. `clock` dates
  /// the lines, so that a simulated day writes the same log twice.
  explicit Log(Level least, std::shared_ptr<std::string> sink = nullptr,
               Clock clock = system_clock());
  /// {"time":"2026-11-22T15:24:05Z","level":"info","event":"answered","status":200}
  void write(Level level, std::string_view event,
             std::initializer_list<LogEntry> fields = {}) const;

 private:
  struct Core;
  std::shared_ptr<Core> core_;
};

}  // namespace platform

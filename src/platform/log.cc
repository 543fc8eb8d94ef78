#include "platform/log.h"

#include <cstdio>
#include <mutex>
#include <utility>

namespace platform {
namespace {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug: return "debug";
    case Level::info: return "info";
    case Level::warning: return "warning";
    case Level::error: return "error";
  }
  return {};
}

std::string_view name_of(LogField field) {
  switch (field) {
    case LogField::route: return "route";
    case LogField::method: return "method";
    case LogField::status: return "status";
    case LogField::microseconds: return "microseconds";
    case LogField::count: return "count";
    case LogField::code: return "code";
    case LogField::outcome: return "outcome";
    case LogField::channel: return "channel";
    case LogField::attempt: return "attempt";
    case LogField::id: return "id";
    case LogField::version: return "version";
    case LogField::port: return "port";
    case LogField::error: return "error";
    case LogField::file: return "file";
    case LogField::seconds: return "seconds";
  }
  return {};
}

void append_quoted(std::string& line, std::string_view text) {
  constexpr std::string_view hex_digits = "0123456789abcdef";
  line += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      line += '\\';
      line += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      line += "\\u00";
      line += hex_digits[byte >> 4];
      line += hex_digits[byte & 15];
    } else {
      line += byte < 0x80 ? c : '?';
    }
  }
  line += '"';
}

void append_member(std::string& line, std::string_view name, std::string_view text) {
  append_quoted(line, name);
  line += ':';
  append_quoted(line, text);
}

void append_field(std::string& line, const LogEntry& entry) {
  line += ',';
  if (const auto* number = std::get_if<std::int64_t>(&entry.value)) {
    append_quoted(line, name_of(entry.field));
    line += ':' + std::to_string(*number);
  } else {
    append_member(line, name_of(entry.field), std::get<std::string_view>(entry.value));
  }
}

}  // namespace

struct Log::Core {
  Level least{};
  std::shared_ptr<std::string> sink;
  Clock clock;
  std::mutex writing;
};

Log::Log(Level least, std::shared_ptr<std::string> sink, Clock clock)
    : core_(std::make_shared<Core>()) {
  core_->least = least;
  core_->sink = std::move(sink);
  core_->clock = std::move(clock);
}

void Log::write(Level level, std::string_view event, std::initializer_list<LogEntry> fields) const {
  if (level < core_->least) return;
  std::string line = "{";
  append_member(line, "time", base::iso(core_->clock()));
  line += ',';
  append_member(line, "level", name_of(level));
  line += ',';
  append_member(line, "event", event);
  for (const LogEntry& entry : fields) append_field(line, entry);
  line += "}\n";

  const std::lock_guard lock(core_->writing);
  if (core_->sink) {
    *core_->sink += line;
  } else {
    // One call a line and flushed: who follows the log sees it now, and whole.
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fflush(stdout);
  }
}

}  // namespace platform

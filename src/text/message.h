// One sentence of one language: its ICU MessageFormat pattern, checked, and which arguments it
// takes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <unicode/msgfmt.h>

#include "base/result.h"

namespace text {

/// An argument in its final form: days and times have become words.
struct Value {
  std::string_view name;
  std::variant<std::string, std::int64_t> value;
};

/// Immutable and thread-safe.
class Message {
 public:
  /// What a message does with an argument: shows or selects by it, or counts with it.
  enum class Use { words, number };
  using Arguments = std::map<std::string, Use>;

  /// `locale` is ICU's name, "es_US". Arguments have names, and no types but plural, selectordinal,
  /// select and number: days and times arrive as words.
  static base::Result<Message> parse(const char* locale, std::string_view pattern);

  /// Throws as Catalogue::say does.
  std::string format(std::span<const Value> values) const;
  const Arguments& arguments() const { return arguments_; }

 private:
  Message(std::unique_ptr<const icu::MessageFormat> format, Arguments arguments)
      : format_(std::move(format)), arguments_(std::move(arguments)) {}

  std::unique_ptr<const icu::MessageFormat> format_;
  Arguments arguments_;
};

}  // namespace text

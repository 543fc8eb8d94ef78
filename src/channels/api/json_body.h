// What a request carries: a JSON object, read field by field with errors that name the field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace api {

/// The first thing that is wrong is kept; read all fields, then ask once.
///
///   api::JsonBody body(request);
///   const std::string reason = body.text("reason", 2000);
///   if (body.problem()) return api::invalid(*body.problem());
class JsonBody {
 public:
  /// Malformed JSON, no object, nested deeper than 8 or a name that stands twice: a problem of the
  /// field "body".
  explicit JsonBody(const http::Request& request);

  /// Valid UTF-8 without NUL and control characters but tab and line feed, blanks trimmed at both
  /// ends except by `secret`. Absent or null: empty.
  std::string text(std::string_view field, std::size_t most_characters);
  std::string required_text(std::string_view field, std::size_t most_characters);
  /// As it was typed: for passwords.
  std::string secret(std::string_view field, std::size_t most_bytes);
  bool flag(std::string_view field, bool otherwise);
  std::optional<std::int64_t> integer(std::string_view field);
  bool has(std::string_view field) const;

  /// A field that none of the calls above has asked for is a problem too: call last.
  const std::optional<base::Problem>& problem();

 private:
  struct OtherValue {};  // a list, an object or a fraction, which no field takes
  using Value = std::variant<std::monostate, bool, std::int64_t, std::string, OtherValue>;
  struct Entry {
    std::string name;
    Value value;
    bool is_asked = false;
  };
  class Reader;  // of the parser's events
  Entry* find(std::string_view field);
  /// The value if it is there and of that type; one of another type is refused.
  template <class T>
  const T* typed(std::string_view field, std::string_view type);
  void refuse(std::string_view field, std::string what, std::string remedy);

  std::vector<Entry> entries_;
  std::optional<base::Problem> problem_;
};

}  // namespace api

// What the part of a URL behind the question mark asks for, read parameter by parameter; the first
// that can't be understood is kept, as a problem that names it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "http/message.h"

namespace api {

///   api::Query query(request);
///   const auto team = query.number("team");
///   if (query.problem()) return api::invalid(*query.problem());
class Query {
 public:
  explicit Query(const http::Request& request);

  // Each: empty, nothing or the default where the parameter is absent or empty.
  /// Blanks at both ends are taken off.
  std::string text(std::string_view name, std::size_t most_characters);
  /// One of the words; the first is the default.
  std::string one_of(std::string_view name, std::initializer_list<std::string_view> words);
  std::optional<std::int64_t> number(std::string_view name);
  bool flag(std::string_view name);  // "true" or "false"
  std::optional<base::Day> day(std::string_view name);
  /// 1 to 200, else 50.
  int limit();
  /// Numbers between full stops, as `count` of them; what a page calls `next`.
  std::optional<std::vector<std::int64_t>> place(std::string_view name, std::size_t count);

  const std::optional<base::Problem>& problem() const { return problem_; }

 private:
  void refuse(std::string_view name, std::string what, std::string remedy);

  http::Form form_;
  std::optional<base::Problem> problem_;
};

/// A whole number and nothing else; nothing for what is none, or too large to be an id.
std::optional<std::int64_t> whole_number(std::string_view text);
/// The id in a path: one that is no number is one that is not there.
template <class Id>
std::optional<Id> id_in(const http::Request& request, const std::string& segment) {
  const auto number = whole_number(request.segments.at(segment));
  if (!number) return {};
  return Id(*number);
}

}  // namespace api

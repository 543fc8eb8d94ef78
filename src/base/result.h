// What a correct caller must expect to go wrong comes back as a value; exceptions are for what
// nobody nearby can mend.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace base {

/// Bad input, in the words of whoever entered it: which field, what is wrong, what to do about it.
struct Problem {
  std::string field;   // "phone", "TIME_ZONE"; empty where there is only one
  std::string what;    // "has 9 digits"
  std::string remedy;  // "write it as +15550100123 or (555) 010-0123"
  friend bool operator==(const Problem&, const Problem&) = default;
};

/// Either a value or why there is none. Ask `ok()` before `value()`.
template <class T, class E = Problem>
class Result {
 public:
  // NOLINTBEGIN(google-explicit-constructor): a function returns either as it stands
  Result(T value) : either_(std::in_place_index<0>, std::move(value)) {}
  Result(E problem) : either_(std::in_place_index<1>, std::move(problem)) {}
  // NOLINTEND(google-explicit-constructor)

  bool ok() const { return either_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const& { return std::get<0>(either_); }
  T& value() & { return std::get<0>(either_); }
  T&& value() && { return std::get<0>(std::move(either_)); }
  const E& problem() const { return std::get<1>(either_); }

 private:
  std::variant<T, E> either_;
};

}  // namespace base

// The names under which a call's state is kept.
#include <algorithm>
#include <array>

#include "domain/callout/call_dialog.h"

namespace callout {
namespace {

template <class Value>
struct Code {
  Value value;
  std::string_view code;
};

constexpr std::array steps{Code{CallStep::employee_number, "employee_number"},
                           Code{CallStep::pin, "pin"},
                           Code{CallStep::day, "day"},
                           Code{CallStep::reason, "reason"},
                           Code{CallStep::category, "category"},
                           Code{CallStep::name, "name"},
                           Code{CallStep::callback, "callback"},
                           Code{CallStep::farewell, "farewell"}};

constexpr std::array sign_ins{Code{SignIn::none, "none"}, Code{SignIn::phone_match, "phone_match"},
                              Code{SignIn::pin, "pin"}};

constexpr std::array cues{Code{Cue::none, "none"},
                          Code{Cue::welcome, "welcome"},
                          Code{Cue::signed_in, "signed_in"},
                          Code{Cue::silence, "silence"},
                          Code{Cue::not_offered, "not_offered"},
                          Code{Cue::wrong_pin, "wrong_pin"},
                          Code{Cue::no_sign_in, "no_sign_in"},
                          Code{Cue::other_language, "other_language"},
                          Code{Cue::day_chosen, "day_chosen"},
                          Code{Cue::day_assumed, "day_assumed"}};

template <class Table, class Value>
std::string_view code_in(const Table& table, Value value) {
  return std::ranges::find(table, value, [](const auto& row) { return row.value; })->code;
}

template <class Value, std::size_t size>
std::optional<Value> value_in(const std::array<Code<Value>, size>& table, std::string_view code) {
  const auto* const row = std::ranges::find(table, code, &Code<Value>::code);
  if (row == table.end()) return {};
  return row->value;
}

}  // namespace

std::string_view code_of(CallStep step) {
  return code_in(steps, step);
}
std::optional<CallStep> parse_call_step(std::string_view code) {
  return value_in(steps, code);
}

std::string_view code_of(SignIn sign_in) {
  return code_in(sign_ins, sign_in);
}
std::optional<SignIn> parse_sign_in(std::string_view code) {
  return value_in(sign_ins, code);
}

std::string_view code_of(Cue cue) {
  return code_in(cues, cue);
}
std::optional<Cue> parse_cue(std::string_view code) {
  return value_in(cues, code);
}

}  // namespace callout

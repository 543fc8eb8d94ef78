#include "store/queries/call_state_json.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace store {
namespace {

using callout::CallState;

template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

base::Day any_day() {
  return base::Day(std::chrono::days(*rc::gen::inRange(18'000, 25'000)));
}

std::vector<base::Day> any_days() {
  std::vector<base::Day> days;
  for (int count = *rc::gen::inRange(0, 3); count > 0; --count) days.push_back(any_day());
  return days;
}

CallState any_state() {
  using callout::CallStep;
  using callout::Cue;
  CallState state;
  state.step = one_of({CallStep::employee_number, CallStep::pin, CallStep::day, CallStep::reason,
                       CallStep::category, CallStep::name, CallStep::callback, CallStep::farewell});
  state.question = *rc::gen::inRange(1, 100);
  state.tries = *rc::gen::inRange(0, 4);
  state.failed_pins = *rc::gen::inRange(0, 4);
  state.cue = one_of({Cue::welcome, Cue::signed_in, Cue::silence, Cue::not_offered, Cue::wrong_pin,
                      Cue::no_sign_in, Cue::other_language, Cue::day_chosen, Cue::day_assumed});
  state.language = one_of({people::Language::en, people::Language::es});
  state.has_chosen_language = *rc::gen::arbitrary<bool>();
  state.is_bilingual = *rc::gen::arbitrary<bool>();
  state.may_record = *rc::gen::arbitrary<bool>();
  state.asks_employee_number = *rc::gen::arbitrary<bool>();
  state.sign_in =
      one_of({callout::SignIn::none, callout::SignIn::phone_match, callout::SignIn::pin});
  if (*rc::gen::arbitrary<bool>()) state.member.emplace(*rc::gen::inRange(1, 5000));
  state.employee_number = one_of<std::string>({"", "007", "12*4"});
  state.offered = any_days();
  state.is_second_likely = *rc::gen::arbitrary<bool>();
  state.on_record = any_days();
  if (*rc::gen::arbitrary<bool>()) state.day = any_day();
  state.category = one_of({callout::Category::unsaid, callout::Category::sick,
                           callout::Category::family, callout::Category::fmla});
  state.callback = one_of<std::string>({"", "5550100199"});
  if (*rc::gen::arbitrary<bool>()) {
    state.filed = callout::Filed{.receipt_number = *rc::gen::inRange(1, 100'000),
                                 .is_new = *rc::gen::arbitrary<bool>(),
                                 .is_somebody_told = *rc::gen::arbitrary<bool>(),
                                 .will_be_texted = *rc::gen::arbitrary<bool>()};
  }
  state.has_ended = *rc::gen::arbitrary<bool>();
  return state;
}

TEST(CallStateJson, WhatIsWrittenIsRead) {
  EXPECT_TRUE(rc::check("write, then read", [] {
    const CallState state = any_state();
    RC_ASSERT(read_call_state(write_call_state(state)) == state);
  }));
}

TEST(CallStateJson, AnythingElseIsNothing) {
  EXPECT_FALSE(read_call_state(""));
  EXPECT_FALSE(read_call_state("{}"));
  EXPECT_FALSE(read_call_state("[1, 2"));
  std::string unknown_step = write_call_state({});
  unknown_step.replace(unknown_step.find("\"pin\""), 5, "\"pan\"");
  EXPECT_FALSE(read_call_state(unknown_step));
}

}  // namespace
}  // namespace store

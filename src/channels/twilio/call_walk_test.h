// Every question that a call can be at, with what may lead to it: for tests that hold for all.
#pragma once

#include <vector>

#include "app/take_call.h"
#include "channels/twilio/call_documents.h"

namespace twilio::call_walk {

inline const CallWords words{.organization = "Example Clinic"};
inline constexpr base::Day monday = std::chrono::sys_days{std::chrono::year(2026) / 11 / 23};
inline constexpr base::Day tuesday = monday + std::chrono::days(1);

// What a caller may have keyed; it is never said and never in a URL.
inline constexpr const char* keyed_employee_number = "77123";
inline constexpr const char* keyed_callback = "5550188";

inline const std::vector<callout::CallStep> steps{
    callout::CallStep::employee_number, callout::CallStep::pin,      callout::CallStep::day,
    callout::CallStep::reason,          callout::CallStep::category, callout::CallStep::name,
    callout::CallStep::callback,        callout::CallStep::farewell};
inline const std::vector<callout::Cue> cues{callout::Cue::none,        callout::Cue::welcome,
                                            callout::Cue::signed_in,   callout::Cue::silence,
                                            callout::Cue::not_offered, callout::Cue::wrong_pin,
                                            callout::Cue::no_sign_in,  callout::Cue::other_language,
                                            callout::Cue::day_chosen,  callout::Cue::day_assumed};

inline app::CallAnswer known(callout::CallStep step, callout::Cue cue = callout::Cue::none) {
  app::CallAnswer answer{.state = {.step = step, .question = 7, .cue = cue}, .first_name = "Ana"};
  answer.state.sign_in = callout::SignIn::phone_match;
  answer.state.member = people::MemberId(1);
  answer.state.day = monday;
  answer.state.offered = {monday, tuesday};
  return answer;
}

inline app::CallAnswer unknown(callout::CallStep step, callout::Cue cue = callout::Cue::none) {
  app::CallAnswer answer = known(step, cue);
  answer.first_name.clear();
  answer.state.sign_in = callout::SignIn::none;
  answer.state.member.reset();
  return answer;
}

inline app::CallAnswer filed(app::CallAnswer answer, const callout::Filed& with) {
  answer.state.filed = with;
  return answer;
}

/// The callers who may be asked it, and how their call-out may stand.
inline std::vector<app::CallAnswer> callers(callout::CallStep step, callout::Cue cue) {
  const app::CallAnswer ana = known(step, cue);
  const app::CallAnswer somebody = unknown(step, cue);
  std::vector<app::CallAnswer> list{ana, somebody};
  list.push_back(ana);
  list.back().state.on_record = {monday};
  list.push_back(ana);
  list.back().state.may_record = false;
  list.push_back(somebody);
  list.back().state.day.reset();
  list.push_back(somebody);
  list.back().state.offered.clear();
  const bool may_be_filed =
      step == callout::CallStep::farewell || step == callout::CallStep::category;
  if (!may_be_filed) return list;
  list.push_back(filed(ana, {.receipt_number = 104, .will_be_texted = true}));
  list.push_back(filed(ana, {.receipt_number = 104, .is_somebody_told = false}));
  list.push_back(filed(ana, {.receipt_number = 104, .is_new = false}));
  list.push_back(filed(somebody, {.receipt_number = 104}));
  return list;
}

inline std::vector<app::CallAnswer> every_answer() {
  std::vector<app::CallAnswer> all;
  for (const auto step : steps) {
    for (const auto cue : cues) {
      for (app::CallAnswer answer : callers(step, cue)) {
        answer.state.employee_number = keyed_employee_number;
        answer.state.callback = keyed_callback;
        for (int tries = 0; tries <= callout::CallState::most_tries; ++tries) {
          answer.state.tries = tries;
          for (const auto language : {people::Language::en, people::Language::es}) {
            answer.state.language = language;
            for (const bool is_bilingual : {false, true}) {
              answer.state.is_bilingual = is_bilingual;
              all.push_back(answer);
            }
          }
        }
      }
    }
  }
  return all;
}

}  // namespace twilio::call_walk

// What a call's dialog asks to be done: looked up, filed, told. All in the caller's transaction.
#pragma once

#include <optional>
#include <string>

#include "app/check_pin.h"
#include "app/line.h"
#include "app/take_call.h"
#include "domain/callout/call_dialog.h"
#include "store/ids.h"
#include "store/queries/call_outs.h"

namespace app {

class CallActs {
 public:
  CallActs(store::Transaction& tx, const Line& line, IncomingCall call, store::AttemptId attempt,
           base::Moment now);

  /// Carries out what a move, made because of `cause`, asks for. The event that answers it, or
  /// nothing when there is nothing to answer.
  std::optional<callout::CallEvent> carry_out(const callout::CallMove& move,
                                              const callout::CallEvent& cause);

  /// The call-out that was filed, if one was.
  std::optional<store::CallOutId> filed() const { return filed_; }

 private:
  using Answer = std::optional<callout::CallEvent>;
  using State = callout::CallState;
  Answer act(const callout::Ask& ask, const State& state);
  Answer act(const callout::CheckPin& check, const State& state);
  Answer act(const callout::FindDay& find, const State& state);
  Answer act(const callout::FileCallOut& file, const State& state);
  Answer act(const callout::FileUnverified& file, const State& state);
  Answer act(const callout::NoteCategory& note, const State& state);
  Answer act(const callout::LeftIncomplete& left, const State& state);
  Answer act(const callout::LeftUnrecognised& left, const State& state);
  Answer act(const callout::NothingMore& nothing, const State& state);

  Answer day_of(const people::Employee& employee) const;
  Answer day_of_unknown() const;
  Answer is_filed(const store::CallOut& call_out, const callout::Filed& filed);
  base::Day day_meant(const people::Employee& employee, const State& state) const;
  base::Day day_at_hand(const people::Employee& employee, base::Moment moment) const;
  void tell_of_incomplete(const people::Employee& employee, base::Day day, bool is_certain);
  Answer end_without_news(const State& state);

  people::Employee employee_of(const State& state) const;
  std::string caller() const;

  store::Transaction& tx_;
  const Line& line_;
  IncomingCall call_;
  store::AttemptId attempt_;
  base::Moment now_;
  bool has_recording_ = false;
  std::optional<store::CallOutId> filed_;
};

}  // namespace app

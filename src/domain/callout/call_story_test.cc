// Whole calls: what the dialog comes to, whatever the order in which things are heard of.
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "domain/callout/call_in_words_test.h"

namespace callout {
namespace {

/// The last move of a call in which that happens.
CallMove after(const std::vector<const char*>& events) {
  CallMove move;
  for (const char* event : events) move = next(std::move(move.state), event_of(event));
  return move;
}

TEST(CallStory, AKnownCallerSpeaksAndIsDone) {
  EXPECT_EQ(words_for(after({"began recognised"})), "find day | reason welcome 0");
  EXPECT_EQ(words_for(after({"began recognised", "day found"})), "ask | reason welcome 0");
  EXPECT_EQ(words_for(after({"began recognised", "day found", "message #", "filed"})),
            "ask | farewell none 0");
}

TEST(CallStory, TheFirstQuestionIsNumberOne) {
  EXPECT_EQ(after({"began"}).state.question, 1);
  EXPECT_EQ(after({"began recognised", "either day"}).state.question, 1);
}

TEST(CallStory, ThePinOfAnybodyElseSignsIn) {
  const CallMove move = after({"began", "keys 1234", "accepted", "day found"});
  EXPECT_EQ(words_for(move), "ask | reason signed_in 0");
  EXPECT_EQ(move.state.sign_in, SignIn::pin);
}

TEST(CallStory, ThreeFailedTriesOfAnyKindEndInACallOutWithoutASignIn) {
  const CallMove move = after({"began", "keys 1234", "refused", "keys -", "keys 1", "refused"});
  EXPECT_EQ(words_for(move), "find day | name no_sign_in 0");
  EXPECT_EQ(move.state.failed_pins, 3);
}

TEST(CallStory, AClosedSignInIsNotOffered) {
  EXPECT_EQ(words_for(after({"began closed", "day found"})), "ask | name welcome 0");
}

TEST(CallStory, EachTryAsksForEmployeeNumberAndPin) {
  const CallEvent began = CallBegan{.asks_employee_number = true};
  CallMove move = next(CallState{}, began);
  EXPECT_EQ(words_for(move), "ask | employee_number welcome 0");
  move = next(next(move.state, event_of("keys 205")).state, event_of("keys 1234"));
  EXPECT_EQ(words_for(move), "check PIN | pin none 0");
  EXPECT_EQ(move.state.employee_number, "205");
  EXPECT_EQ(std::get<CheckPin>(move.act).digits, "1234");
  move = next(move.state, event_of("refused"));
  EXPECT_EQ(words_for(move), "ask | employee_number wrong_pin 1");
  EXPECT_EQ(move.state.employee_number, "");
}

TEST(CallStory, TheChosenDayIsTaken) {
  EXPECT_EQ(after({"began recognised", "either day", "keys 1"}).state.day, monday);
  EXPECT_EQ(after({"began recognised", "either day", "keys 2"}).state.day, tuesday);
}

TEST(CallStory, WithoutRecordingTheCategoryIsKeyedOrANumberToCallBack) {
  const CallEvent known = CallBegan{.member = people::MemberId(7), .may_record = false};
  const CallEvent unknown = CallBegan{.may_record = false, .is_sign_in_closed = true};
  EXPECT_EQ(words_for(next(next(CallState{}, known).state, event_of("day found"))),
            "ask | category welcome 0");
  EXPECT_EQ(words_for(next(next(CallState{}, unknown).state, event_of("day found"))),
            "ask | callback welcome 0");
}

TEST(CallStory, TheLikelierDayIsTakenWhenNoneIsChosen) {
  const CallMove move = after({"began recognised", "either day", "keys -", "keys 7", "keys -"});
  EXPECT_EQ(words_for(move), "ask | reason day_assumed 0");
  EXPECT_EQ(move.state.day, tuesday);
}

TEST(CallStory, OneAfterTheBeepFilesAndThenAsksTheCategory) {
  const CallMove asked = after({"began recognised", "day found", "message 1", "filed"});
  EXPECT_EQ(words_for(asked), "ask | category none 0");
  const CallMove said = next(asked.state, event_of("keys 3"));
  EXPECT_EQ(words_for(said), "note category | farewell none 0");
  EXPECT_EQ(said.state.category, Category::fmla);
}

TEST(CallStory, OneBeforeTheBeepFilesWithTheCategory) {
  const CallMove move = after({"began recognised", "day found", "keys 1", "keys 2"});
  EXPECT_EQ(words_for(move), "file | farewell none 0");
  EXPECT_EQ(move.state.category, Category::family);
}

TEST(CallStory, TheMessageOfACallerWhoHasGoneStillFiles) {
  EXPECT_EQ(words_for(after({"began recognised", "day found", "hung up", "message hangup"})),
            "file | farewell none 0");
  EXPECT_EQ(words_for(after({"began closed", "day found", "hung up", "recording"})),
            "file unverified | farewell none 0");
}

TEST(CallStory, WhatWasSaidAfterAnotherBeepIsFiledWhereverTheCallStands) {
  EXPECT_EQ(words_for(after({"began recognised", "day found", "hung up", "left elsewhere"})),
            "file | farewell none 0");
  const CallMove likelier = after({"began recognised", "either day", "hung up", "left elsewhere"});
  EXPECT_EQ(words_for(likelier), "file | farewell none 0");
  EXPECT_EQ(likelier.state.day, tuesday);
  EXPECT_EQ(words_for(after({"began", "hung up", "left elsewhere"})),
            "find day | name no_sign_in 0");
  EXPECT_EQ(words_for(after({"began", "hung up", "left elsewhere", "day found", "left elsewhere"})),
            "file unverified | farewell none 0");
  EXPECT_EQ(words_for(after({"began recognised", "day found", "keys 1", "left elsewhere"})),
            "file | farewell none 0");
  EXPECT_EQ(words_for(after(
                {"began recognised", "day found", "left elsewhere", "filed", "left elsewhere"})),
            "nothing | farewell none 0");
}

TEST(CallStory, WhoIsKnownOnlyAfterHangingUpIsLeftIncomplete) {
  EXPECT_EQ(words_for(after({"began", "hung up"})), "left unrecognised | pin welcome 0");
  EXPECT_EQ(words_for(after({"began", "hung up", "keys 1234", "accepted", "day found"})),
            "left incomplete | reason signed_in 0");
  EXPECT_EQ(words_for(after({"hung up", "began recognised", "either day"})),
            "left incomplete | day welcome 0");
}

TEST(CallStory, NothingIsMissingWhenTheDayHasItsCallOutAlready) {
  const CallMove asked = after({"began recognised", "day on record"});
  EXPECT_TRUE(asked.state.adds_to_call_out());
  EXPECT_EQ(words_for(next(asked.state, event_of("hung up"))), "nothing | reason welcome 0");
  EXPECT_EQ(words_for(after({"began", "hung up", "keys 1234", "accepted", "day on record"})),
            "nothing | reason signed_in 0");
}

TEST(CallStory, TheLanguageOfTheCallerIsSpokenUntilAnotherIsChosen) {
  const CallEvent began = CallBegan{.is_bilingual = true};
  const CallEvent accepted = PinAccepted{.member = people::MemberId(7)};
  const CallState asked = next(CallState{}, began).state;
  const CallState spanish = next(asked, event_of("keys 9")).state;
  EXPECT_EQ(spanish.language, people::Language::es);
  EXPECT_EQ(next(spanish, accepted).state.language, people::Language::es);
  EXPECT_EQ(
      next(asked, PinAccepted{.member = people::MemberId(7), .language = people::Language::es})
          .state.language,
      people::Language::es);
  EXPECT_EQ(next(spanish, event_of("keys 9")).state.language, people::Language::en);
}

TEST(CallStory, WhatIsWaitedForIsLookedUpAgainWhateverElseHappens) {
  for (const char* event : {"keys 1", "message #", "began", "accepted", "refused", "filed"}) {
    EXPECT_EQ(words_for(after({"began recognised", event}).act), "find day") << event;
  }
  for (const char* event : {"keys 1", "message #", "began", "accepted", "day found"}) {
    EXPECT_EQ(words_for(after({"began recognised", "day found", "message #", event}).act), "file")
        << event;
  }
}

TEST(CallStory, EveryCodeIsReadBack) {
  for (int at = 0; at <= static_cast<int>(CallStep::farewell); ++at) {
    const auto step = static_cast<CallStep>(at);
    EXPECT_EQ(parse_call_step(code_of(step)), step);
  }
  for (int at = 0; at <= static_cast<int>(Cue::day_assumed); ++at) {
    const auto cue = static_cast<Cue>(at);
    EXPECT_EQ(parse_cue(code_of(cue)), cue);
  }
  for (const SignIn sign_in : {SignIn::none, SignIn::phone_match, SignIn::pin}) {
    EXPECT_EQ(parse_sign_in(code_of(sign_in)), sign_in);
  }
  EXPECT_FALSE(parse_call_step("a step of tomorrow"));
  EXPECT_FALSE(parse_cue(""));
  EXPECT_FALSE(parse_sign_in("manual"));
}

// Random calls ------------------------------------------------------------------------------------

template <class Act>
bool is(const CallMove& move) {
  return std::holds_alternative<Act>(move.act);
}

CallEvent any_began() {
  CallBegan began{.is_bilingual = *rc::gen::arbitrary<bool>(),
                  .may_record = *rc::gen::arbitrary<bool>(),
                  .asks_employee_number = *rc::gen::arbitrary<bool>(),
                  .is_sign_in_closed = *rc::gen::arbitrary<bool>()};
  if (*rc::gen::arbitrary<bool>()) began.member = people::MemberId(7);
  return began;
}

/// A call on which the looked-up answers come as the application gives them, at random.
class RandomCall {
 public:
  void happens(const CallEvent& event) {
    move_ = next(std::move(move_.state), event);
    holds();
    while (const auto answer = answer_to_the_act()) {
      move_ = next(std::move(move_.state), *answer);
      holds();
    }
  }
  const CallState& state() const { return move_.state; }
  int filings() const { return filings_; }

 private:
  std::optional<CallEvent> answer_to_the_act() {
    if (is<CheckPin>(move_))
      return event_of(*rc::gen::element("accepted", "refused", "refused, closed"));
    if (is<FindDay>(move_))
      return event_of(*rc::gen::element("day found", "day on record", "either day"));
    if (!is<FileCallOut>(move_) && !is<FileUnverified>(move_)) return {};
    ++filings_;
    return event_of("filed");
  }

  void holds() const {
    const CallState& call = move_.state;
    RC_ASSERT(call.tries <= CallState::most_tries);
    RC_ASSERT(call.failed_pins <= CallState::most_tries);
    RC_ASSERT(!is<FileCallOut>(move_) || (call.member && call.day));
    RC_ASSERT(!is<FileUnverified>(move_) || (!call.member && call.day));
    RC_ASSERT(!is<NoteCategory>(move_) || call.filed);
    RC_ASSERT(!is<LeftIncomplete>(move_) || (call.member && !call.filed && call.has_ended));
    if (is<Ask>(move_)) can_be_asked(call);
  }

  static void can_be_asked(const CallState& call) {
    const bool is_sign_in = call.step == CallStep::pin || call.step == CallStep::employee_number;
    RC_ASSERT(is_sign_in == (!call.day && call.offered.empty()));
    RC_ASSERT(call.tries < CallState::most_tries || call.step == CallStep::reason);
    RC_ASSERT((call.step == CallStep::day) == (!call.day && call.offered.size() == 2));
    RC_ASSERT((call.step == CallStep::farewell) <= call.filed.has_value());
  }

  CallMove move_;
  int filings_ = 0;
};

CallEvent anything() {
  return event_of(*rc::gen::element("keys 1", "keys 2", "keys 7", "keys 9", "keys *", "keys 1234",
                                    "keys -", "message #", "message 1", "message hangup",
                                    "message -", "recording", "left elsewhere", "hung up", "began",
                                    "began recognised"));
}

TEST(CallStory, FilesOnceAtMostWhateverHappens) {
  EXPECT_TRUE(rc::check("any events in any order", [] {
    RandomCall call;
    call.happens(any_began());
    const int length = *rc::gen::inRange(0, 40);
    for (int at = 0; at < length; ++at) call.happens(anything());
    RC_ASSERT(call.filings() <= 1);
    RC_ASSERT(call.state().filed.has_value() == (call.filings() == 1));
  }));
}

TEST(CallStory, ComesToAnEndWhateverIsKeyed) {
  EXPECT_TRUE(rc::check("answers to the question at hand", [] {
    RandomCall call;
    call.happens(any_began());
    while (call.state().step != CallStep::farewell) {
      const bool is_beep = !waits_for_keys(call.state());
      call.happens(is_beep ? event_of("message -")
                           : event_of(*rc::gen::element("keys 7", "keys 9", "keys -", "keys 1")));
      RC_ASSERT(call.state().question <= 60);
    }
    RC_ASSERT(call.filings() == 1);
  }));
}

TEST(CallStory, TheBeepIsNeverForgotten) {
  EXPECT_TRUE(rc::check("a message after the beep is filed, before or after the end", [] {
    RandomCall call;
    call.happens(any_began());
    while (call.state().step != CallStep::reason && call.state().step != CallStep::name) {
      if (call.state().step == CallStep::farewell) RC_DISCARD("it was filed by keys");
      call.happens(event_of(*rc::gen::element("keys 7", "keys -", "keys 1")));
    }
    if (*rc::gen::arbitrary<bool>()) call.happens(event_of("hung up"));
    call.happens(event_of(*rc::gen::element("message hangup", "message -", "recording")));
    if (*rc::gen::arbitrary<bool>()) call.happens(event_of("hung up"));
    RC_ASSERT(call.filings() == 1);
  }));
}

TEST(CallStory, WhatWasSaidAfterAnotherBeepIsNeverLost) {
  EXPECT_TRUE(rc::check("heard of twice, it is filed", [] {
    RandomCall call;
    call.happens(any_began());
    const int length = *rc::gen::inRange(0, 20);
    for (int at = 0; at < length; ++at) call.happens(anything());
    call.happens(event_of("left elsewhere"));
    call.happens(event_of("left elsewhere"));
    RC_ASSERT(call.filings() == 1);
  }));
}

}  // namespace
}  // namespace callout

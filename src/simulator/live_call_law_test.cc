// Whatever the person at the telephone and the application do, and in whatever order: a call ends,
// and its end is told exactly once.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "simulator/live_call_test.h"

namespace simulator {
namespace {

constexpr const char* verbs[] = {
    "<Say>hello 12</Say>",
    "<Play>x.wav</Play>",
    "<Pause/>",
    "<Gather action=\"/1\" numDigits=\"2\"><Say>keys</Say></Gather>",
    "<Gather input=\"dtmf speech\" action=\"/2\" finishOnKey=\"\" timeout=\"1\"/>",
    "<Gather actionOnEmptyResult=\"true\" timeout=\"2\"/>",
    "<Record action=\"/3\" recordingStatusCallback=\"/r\" timeout=\"2\" transcribe=\"true\" "
    "maxLength=\"30\" transcribeCallback=\"/t\"/>",
    "<Record playBeep=\"false\" timeout=\"0\" maxLength=\"20\"/>",
    "<Redirect>/4</Redirect>",
    "<Redirect>/missing</Redirect>",
    "<Hangup/>",
    "<Reject/>",
    "<Dial timeout=\"5\">+1555</Dial>",
    "<Start/>",
    "<Nonsense/>",
};

enum class Act {
  key,
  keys,
  finish_key,
  speak,
  be_silent,
  wait,
  wait_long,
  hang_up,
  answer,
  redirect,
  twiml,
  end,
  slow,
  quick
};

void act(SmallWorld& small, const std::string& call, Act what) {
  Switchboard& board = small.switchboard;
  switch (what) {
    case Act::key: board.press(call, "1"); break;
    case Act::keys: board.press(call, "12*34#5"); break;
    case Act::finish_key: board.press(call, "#"); break;
    case Act::speak: board.speak(call, voice_of(milliseconds(1'500))); break;
    case Act::be_silent: board.speak(call, silence_of(milliseconds(700))); break;
    case Act::wait: small.run(milliseconds(900)); break;
    case Act::wait_long: small.run(seconds(7)); break;
    case Act::hang_up: board.hang_up(call); break;
    case Act::answer: board.answer(call); break;
    case Act::redirect: board.redirect(call, {"https://app.example/2"}); break;
    case Act::twiml:
      board.redirect_to_twiml(call, "<Response><Record/><Redirect>x</Redirect></Response>");
      break;
    case Act::end: board.end(call); break;
    case Act::slow: small.is_slow = true; break;
    case Act::quick:
      small.is_slow = false;
      small.run({});
      break;
  }
}

std::string some_verbs() {
  std::string document;
  for (const int index : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 15)))
    document += verbs[index];
  return document;
}

bool is_final(const Webhook& webhook) {
  static constexpr std::array<const char*, 5> last = {"completed", "busy", "failed", "no-answer",
                                                      "canceled"};
  return webhook.what.starts_with("call ") &&
         std::ranges::find(last, param(webhook, "CallStatus")) != last.end();
}

RC_GTEST_PROP(ACall, EndsInBoundedTimeAndItsEndIsToldExactlyOnce, ()) {
  SmallWorld small;
  small.most_answers = 40;  // loops without end have a test of their own, and take long
  for (const char* path : {"/voice/incoming", "/1", "/2", "/3", "/4"})
    small.page(path, document(some_verbs()));
  small.world.chaos.drops_silent_recordings = *rc::gen::arbitrary<bool>();
  small.world.chaos.reorders_callbacks = *rc::gen::arbitrary<bool>();
  const bool is_placed = *rc::gen::arbitrary<bool>();
  const std::string call =
      is_placed ? small.switchboard.place({.to = ana,
                                           .from = our_number,
                                           .url = {first_page},
                                           .status_callback = {"https://x.example/"}})
                : small.ring();
  if (is_placed) small.run(seconds(2));
  const auto acts = *rc::gen::container<std::vector<Act>>(
      rc::gen::map(rc::gen::inRange(0, 14), [](int number) { return static_cast<Act>(number); }));
  for (const Act one : acts) act(small, call, one);
  small.is_slow = false;
  small.run_out();

  RC_ASSERT(small.doing(call) == "over");
  RC_ASSERT(small.world.calls.at(0).ended.has_value());
  RC_ASSERT(std::ranges::count_if(small.asked, is_final) == 1);
  RC_ASSERT(!small.world.agenda.next());
  for (const Recording& recording : small.world.recordings)
    RC_ASSERT(recording.status == "completed" || recording.status == "absent");
}

}  // namespace
}  // namespace simulator

// Calls as chance would have it, 2,000 of them as shipped: who calls and how, keys, silence,
// hanging up anywhere, words from the provider in any order, twice or never, a text in between, a
// restart. Whatever happens: one record per person and day, one receipt per record, nothing false
// said, and nobody who was recognised is forgotten. Told in volumes, each in a database of its own,
// so that two can be told at once. The seed is printed; CALLOUT_STORIES=<seed> tells the same
// stories again.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>

#include "scenarios/on_the_line.h"
#include "store/queries/calls.h"

namespace scenario {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr int volumes = 4;
constexpr int stories_in_one = CALLOUT_STORIES_TOLD / volumes;  // of the build
constexpr int most_acts = 14;

struct Teller {
  std::mt19937 chance;
  bool one_in(unsigned n) { return chance() % n == 0; }
  template <typename T>
  const T& one_of(const std::vector<T>& choices) {
    return choices[chance() % choices.size()];
  }
};

struct Person {
  const char* number;
  const char* pin;
};

class CallStories : public OnTheLine, public testing::WithParamInterface<int> {
 protected:
  static unsigned seed() {
    const char* wanted = std::getenv("CALLOUT_STORIES");
    return wanted != nullptr ? static_cast<unsigned>(std::stoul(wanted)) : std::random_device{}();
  }

  void tell(Teller teller, int story) {
    const std::vector<Person> people = {
        {ana, "8306"}, {ben, "4719"}, {nina_at_night, "9164"}, {eva_in_spanish, "3975"}};
    const Person person = people[static_cast<std::size_t>(story) % people.size()];
    const std::string unknown = "+1555010" + std::to_string(2000 + story);
    const std::string from =
        teller.one_in(2) ? person.number : teller.one_of<std::string>({unknown, "anonymous"});
    const CallSettings settings{.attestation = teller.one_of<std::string>(
                                    {"TN-Validation-Passed-A", "", "TN-Validation-Failed"})};
    Call& call = phone(from).calls(settings);
    call.callbacks(callbacks(teller));
    if (teller.one_in(4)) call.silent_recordings_are(SilentRecording::dropped);
    says_nothing_false(call);
    for (int act = 0; act < most_acts && !call.has_ended(); ++act) {
      if (teller.one_in(60)) restart();
      if (teller.one_in(20)) call.is_asked_again();
      if (teller.one_in(30)) phone(person.number).texts("sick today");
      acts(teller, call, person);
      says_nothing_false(call);
    }
    if (call.is_after_the_beep() || teller.one_in(2))
      call.hangs_up();
    else if (!call.has_ended())
      call.hangs_up_before_the_beep();
    if (teller.one_in(4)) call.comes(teller.one_of<Callback>({Callback::action, Callback::status}));
    pass(seconds(61));
    pass(hours(1));
    pass(seconds(61));
  }

  static std::vector<Callback> callbacks(Teller& teller) {
    std::vector<Callback> order;
    for (const Callback one : {Callback::action, Callback::status, Callback::recording}) {
      if (!teller.one_in(8)) order.push_back(one);
      if (teller.one_in(6)) order.push_back(one);
    }
    std::ranges::shuffle(order, teller.chance);
    return order;
  }

  static void acts(Teller& teller, Call& call, const Person& person) {
    const bool is_asked_for_pin = call.heard().find("PIN") != std::string::npos;
    if (teller.one_in(8)) {
      call.hangs_up();
    } else if (call.is_after_the_beep()) {
      speaks_or_not(teller, call);
    } else if (is_asked_for_pin && !teller.one_in(3)) {
      call.presses(person.pin);
    } else if (teller.one_in(3)) {
      call.presses(teller.one_of<std::string>({"1", "2", "3", "7", "9", "*", "#", "12", "0000"}));
    } else {
      call.waits();
    }
  }

  static void speaks_or_not(Teller& teller, Call& call) {
    if (!call.has_beeped() && teller.one_in(6)) {
      call.hangs_up_before_the_beep();
      return;
    }
    if (!teller.one_in(4)) call.speaks(teller.one_of<std::string>({"fever", "my kid is sick"}));
    switch (teller.chance() % 4) {
      case 0: call.hangs_up(); break;
      case 1: call.waits(); break;
      case 2: call.presses("1"); break;
      default: call.presses("#"); break;
    }
  }

  /// As long as the caller is on the line: "recorded" is said just when it is so.
  void says_nothing_false(const Call& call) {
    const std::string& heard = call.everything_heard();
    const bool is_said = heard.find("has been recorded") != std::string::npos ||
                         heard.find("ha quedado registrada") != std::string::npos;
    std::optional<store::Call> known;
    callout().database().read([&](store::Transaction& tx) {
      known = store::find_call(tx, callout().vault(), call.sid());
    });
    const bool is_filed = known && known->call_out;
    EXPECT_TRUE(!is_said || is_filed) << heard;
    EXPECT_TRUE(is_said || !is_filed || call.was_hung_up()) << heard;
    if (!is_said || !is_filed) return;
    std::string digits;
    for (const char digit : std::to_string(known->state.value().filed.value().receipt_number))
      digits += (digits.empty() ? "" : ", ") + std::string(1, digit);
    EXPECT_NE(heard.find(digits), std::string::npos) << heard;
  }

  void nobody_is_forgotten() {
    EXPECT_EQ(rows("SELECT member_id, day FROM call_out_records WHERE member_id IS NOT NULL "
                   "AND withdrawn_at IS NULL GROUP BY member_id, day HAVING COUNT(*) > 1"),
              Rows{});
    EXPECT_EQ(
        rows("SELECT records.id, records.source, COUNT(outbox.id) FROM call_out_records AS records "
             "LEFT JOIN outbox ON outbox.call_out_id = records.id AND outbox.kind = 'receipt' "
             "AND outbox.channel = 'sms' WHERE records.member_id IS NOT NULL "
             "GROUP BY records.id HAVING COUNT(outbox.id) <> (records.source = 'phone')"),
        Rows{});
    // Somebody recognised who hung up too early: known to a manager, or on record by now.
    EXPECT_EQ(
        rows("SELECT attempts.id FROM attempts WHERE kind = 'incomplete' AND state = 'open' "
             "AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.attempt_id = attempts.id "
             "AND outbox.kind = 'incomplete_call' AND outbox.state IN ('accepted', 'delivered'))"),
        Rows{});
    EXPECT_EQ(rows("SELECT id FROM attempts WHERE channel = 'phone' AND state = 'open' "
                   "AND kind <> 'incomplete'"),
              Rows{});
    EXPECT_EQ(number("SELECT COUNT(*) FROM calls WHERE ended_at IS NULL"), 0);
    EXPECT_EQ(rows("SELECT kind, state, error_class, error_code, COUNT(*) FROM outbox "
                   "WHERE state IN ('waiting', 'sending', 'failed') GROUP BY 1, 2, 3, 4"),
              Rows{});
    EXPECT_EQ(
        number("SELECT COUNT(*) FROM call_out_records AS records WHERE NOT EXISTS "
               "(SELECT 1 FROM outbox WHERE outbox.call_out_id = records.id AND outbox.kind IN "
               "('call_out_recorded', 'needs_verification') AND outbox.state IN ('accepted', "
               "'delivered'))"),
        0);
    EXPECT_FALSE(first_broken_audit_entry());
  }
};

TEST_P(CallStories, KeepTheirPromises) {
  leaves_aside({"receipt", "late_reply", "call_out_recorded", "call_out_updated",
                "needs_verification", "incomplete_call", "cut_off", "unclear_text", "reply"});
  const unsigned first = seed();
  std::cout << "CALLOUT_STORIES=" << first << '\n';
  RecordProperty("seed", std::to_string(first));
  settle_seldom();
  change("UPDATE users SET email = NULL");  // texts tell the same
  const int begin = GetParam() * stories_in_one;
  auto day = *base::parse_day("2020-11-23") + std::chrono::days(begin);
  for (int story = begin; story < begin + stories_in_one && !HasFailure(); ++story) {
    Teller teller{std::mt19937(first + static_cast<unsigned>(story))};
    provider().is_random_by(first + static_cast<unsigned>(story));
    SCOPED_TRACE("story " + std::to_string(story) + " of CALLOUT_STORIES=" + std::to_string(first));
    at(base::iso(day) +
       teller.one_of<std::string>({" 02:30", " 04:58", " 07:10", " 15:45", " 21:20"}));
    tell(teller, story);
    day += std::chrono::days(1);
  }
  for (int minute = 0; minute < 5; ++minute) pass(seconds(61));
  nobody_is_forgotten();
  std::cout << call_outs() << " call-outs, " << number("SELECT COUNT(*) FROM calls") << " calls, "
            << number("SELECT COUNT(*) FROM attempts WHERE kind = 'incomplete'") << " incomplete\n";
}

INSTANTIATE_TEST_SUITE_P(Volumes, CallStories, testing::Range(0, volumes));

}  // namespace
}  // namespace scenario

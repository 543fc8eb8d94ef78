#include "domain/callout/call_dialog.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/callout/call_in_words_test.h"

namespace callout {
namespace {

// What may happen at any time. What a row of the table does not name asks again and changes
// nothing.
constexpr std::array every_event{"keys 1",    "keys 2",          "keys 7",           "keys 9",
                                 "keys *",    "keys 1234",       "keys -",           "message #",
                                 "message 1", "message hangup",  "message -",        "recording",
                                 "hung up",   "began",           "began recognised", "accepted",
                                 "refused",   "refused, closed", "day found",        "either day",
                                 "filed"};

struct Row {
  const char* events;  // "keys 2, 7, *": keys or messages that come to the same
  const char* move;    // the act | the step, its cue and tries
};
struct Situation {
  const char* name;
  CallState call;
  std::vector<Row> rows;
};

CallState at(CallStep step) {
  CallState call;
  call.step = step;
  call.question = 5;
  call.may_record = step != CallStep::category && step != CallStep::callback;
  return call;
}
CallState known(CallStep step) {
  CallState call = at(step);
  call.member = people::MemberId(7);
  call.sign_in = SignIn::phone_match;
  if (step == CallStep::day) call.offered = {monday, tuesday};
  if (step != CallStep::day) call.day = monday;
  return call;
}
CallState unknown(CallStep step) {
  CallState call = known(step);
  call.member.reset();
  call.sign_in = SignIn::none;
  return call;
}
CallState bilingual(CallState call) {
  call.is_bilingual = true;
  return call;
}
CallState tried(CallState call, int tries) {
  call.tries = tries;
  const bool is_day_known = call.day || !call.offered.empty();
  if (!is_day_known) call.failed_pins = tries;
  return call;
}
CallState filed(CallState call) {
  call.filed = Filed{.receipt_number = 1042};
  return call;
}
CallState on_record(CallState call) {
  call.on_record = {monday};
  return call;
}
CallState by_employee_number(CallState call) {
  call.asks_employee_number = true;
  return call;
}
CallState left(CallState call) {
  call.has_ended = true;
  return call;
}

std::vector<Situation> asked_to_sign_in() {
  return {
      {"the PIN is asked",
       at(CallStep::pin),
       {{"keys 1234, 1, 2, 7, 9", "check PIN | pin welcome 0"},
        {"keys *", "find day | name no_sign_in 0"},
        {"keys -", "ask | pin silence 1"},
        {"accepted", "find day | reason signed_in 0"},
        {"refused", "ask | pin wrong_pin 1"},
        {"refused, closed", "find day | name no_sign_in 0"},
        {"recording", "nothing | pin welcome 0"},
        {"hung up", "left unrecognised | pin welcome 0"}}},
      {"the PIN is asked the third time, in two languages",
       bilingual(tried(at(CallStep::pin), 2)),
       {{"keys 1234, 1, 2, 7", "check PIN | pin welcome 2"},
        {"keys 9", "ask | pin other_language 2"},
        {"keys *, -", "find day | name no_sign_in 0"},
        {"accepted", "find day | reason signed_in 0"},
        {"refused", "find day | name no_sign_in 0"},
        {"refused, closed", "find day | name no_sign_in 0"},
        {"recording", "nothing | pin welcome 2"},
        {"hung up", "left unrecognised | pin welcome 2"}}},
      {"the employee number is asked, after one failure",
       by_employee_number(tried(at(CallStep::employee_number), 1)),
       {{"keys 1234, 1, 2, 7, 9", "ask | pin none 1"},
        {"keys *", "find day | name no_sign_in 0"},
        {"keys -", "ask | employee_number silence 2"},
        {"recording", "nothing | employee_number welcome 1"},
        {"hung up", "left unrecognised | employee_number welcome 1"}}},
      {"the PIN is asked after the employee number",
       by_employee_number(tried(at(CallStep::pin), 1)),
       {{"keys 1234, 1, 2, 7, 9", "check PIN | pin welcome 1"},
        {"keys *", "find day | name no_sign_in 0"},
        {"keys -", "ask | employee_number silence 2"},
        {"accepted", "find day | reason signed_in 0"},
        {"refused", "ask | employee_number wrong_pin 2"},
        {"refused, closed", "find day | name no_sign_in 0"},
        {"recording", "nothing | pin welcome 1"},
        {"hung up", "left unrecognised | pin welcome 1"}}},
  };
}

std::vector<Situation> asked_for_the_day() {
  return {
      {"a colleague is asked for the day",
       known(CallStep::day),
       {{"keys 1, 2", "ask | reason day_chosen 0"},
        {"keys 7, 9, *, 1234", "ask | day not_offered 1"},
        {"keys -", "ask | day silence 1"},
        {"recording", "nothing | day welcome 0"},
        {"hung up", "left incomplete | day welcome 0"}}},
      {"somebody unknown is asked for the day the third time, in two languages",
       bilingual(tried(unknown(CallStep::day), 2)),
       {{"keys 1, 2", "ask | name day_chosen 0"},
        {"keys 7, *, 1234, -", "ask | name day_assumed 0"},
        {"keys 9", "ask | day other_language 2"},
        {"recording", "nothing | day welcome 2"},
        {"hung up", "left unrecognised | day welcome 2"}}},
  };
}

std::vector<Situation> asked_for_the_reason() {
  const auto rows_where_hanging_up_is = [](const char* move) {
    return std::vector<Row>{{"keys 1", "ask | category none 0"},
                            {"keys 2, 7, 9, *, 1234", "ask | reason not_offered 1"},
                            {"keys -", "ask | reason silence 1"},
                            {"message #, hangup, -", "file | farewell none 0"},
                            {"message 1", "file | category none 0"},
                            {"recording", "file | farewell none 0"},
                            {"hung up", move}};
  };
  return {
      {"a colleague is asked for the reason", known(CallStep::reason),
       rows_where_hanging_up_is("left incomplete, perhaps | reason welcome 0")},
      {"the reason is asked, and the day has its call-out already",
       on_record(known(CallStep::reason)), rows_where_hanging_up_is("nothing | reason welcome 0")},
      {"the caller left while the reason was asked", left(known(CallStep::reason)),
       rows_where_hanging_up_is("nothing | reason welcome 0")},
      {"the reason is asked the third time, in two languages",
       bilingual(tried(known(CallStep::reason), 2)),
       {{"keys 1", "ask | category none 0"},
        {"keys 2, 7, *, 1234", "ask | reason not_offered 3"},
        {"keys 9", "ask | reason other_language 2"},
        {"keys -", "ask | reason silence 3"},
        {"message #, hangup, -", "file | farewell none 0"},
        {"message 1", "file | category none 0"},
        {"recording", "file | farewell none 0"},
        {"hung up", "left incomplete, perhaps | reason welcome 2"}}},
      {"the beep comes after too many keys",
       bilingual(tried(known(CallStep::reason), 3)),
       {{"message #, hangup, -", "file | farewell none 0"},
        {"message 1", "file | category none 0"},
        {"recording", "file | farewell none 0"},
        {"hung up", "left incomplete, perhaps | reason welcome 3"}}},
  };
}

std::vector<Situation> asked_for_the_name() {
  const auto rows_where_hanging_up_is = [](const char* move) {
    return std::vector<Row>{{"message #, 1, hangup, -", "file unverified | farewell none 0"},
                            {"recording", "file unverified | farewell none 0"},
                            {"hung up", move}};
  };
  return {
      {"somebody unknown is asked for name and reason", unknown(CallStep::name),
       rows_where_hanging_up_is("left unrecognised | name welcome 0")},
      {"somebody unknown left while name and reason were asked", left(unknown(CallStep::name)),
       rows_where_hanging_up_is("nothing | name welcome 0")},
  };
}

std::vector<Situation> asked_for_keys() {
  return {
      {"the category is asked",
       known(CallStep::category),
       {{"keys 1, 2", "file | farewell none 0"},
        {"keys 7, 9, *, 1234", "ask | category not_offered 1"},
        {"keys -", "ask | category silence 1"},
        {"recording", "nothing | category welcome 0"},
        {"filed", "ask | category welcome 0"},
        {"hung up", "left incomplete | category welcome 0"}}},
      {"the category is asked the third time, in two languages",
       bilingual(tried(known(CallStep::category), 2)),
       {{"keys 1, 2, 7, *, 1234, -", "file | farewell none 0"},
        {"keys 9", "ask | category other_language 2"},
        {"recording", "nothing | category welcome 2"},
        {"filed", "ask | category welcome 2"},
        {"hung up", "left incomplete | category welcome 2"}}},
      {"the category is asked after 1 ended the recording",
       filed(known(CallStep::category)),
       {{"keys 1, 2", "note category | farewell none 0"},
        {"keys 7, 9, *, 1234, -", "ask | farewell none 0"},
        {"recording", "nothing | category welcome 0"},
        {"hung up", "nothing | category welcome 0"}}},
      {"a number to call back is asked",
       unknown(CallStep::callback),
       {{"keys 1, 2, 7, 9, *, 1234", "file unverified | farewell none 0"},
        {"keys -", "ask | callback silence 1"},
        {"recording", "nothing | callback welcome 0"},
        {"hung up", "left unrecognised | callback welcome 0"}}},
      {"a number to call back is asked the third time",
       tried(unknown(CallStep::callback), 2),
       {{"keys 1, 2, 7, 9, *, 1234, -", "file unverified | farewell none 0"},
        {"recording", "nothing | callback welcome 2"},
        {"hung up", "left unrecognised | callback welcome 2"}}},
      {"it has been recorded",
       filed(known(CallStep::farewell)),
       {{"recording", "nothing | farewell welcome 0"},
        {"hung up", "nothing | farewell welcome 0"}}},
  };
}

bool is_answer(std::string_view event) {
  return event.starts_with("keys") || event.starts_with("message");
}

/// "keys 2, 7": "keys 2" and "keys 7".
std::vector<std::string> events_of(const std::string& row) {
  if (!is_answer(row)) return {row};
  const std::string kind = row.substr(0, row.find(' ') + 1);
  std::vector<std::string> events;
  for (std::size_t from = kind.size(); from < row.size();) {
    const std::size_t comma = std::min(row.find(", ", from), row.size());
    events.push_back(kind + row.substr(from, comma - from));
    from = comma + 2;
  }
  return events;
}

void check(const Situation& here) {
  std::map<std::string, std::string> moves;
  for (const Row& row : here.rows) {
    for (const std::string& event : events_of(row.events)) moves[event] = row.move;
  }
  for (const char* event : every_event) {
    SCOPED_TRACE(std::string(here.name) + ": " + event);
    const CallMove move = next(here.call, event_of(event));
    const auto row = moves.extract(event);
    if (row) {
      EXPECT_EQ(words_for(move), row.mapped());
      EXPECT_EQ(move.state.question, here.call.question + (is_answer(event) ? 1 : 0));
    } else {
      EXPECT_EQ(words_for(move.act), "ask");
      EXPECT_TRUE(move.state == here.call);
    }
  }
  EXPECT_TRUE(moves.empty()) << here.name << ": what is \"" << moves.begin()->first << "\"?";
}

TEST(CallDialog, SignsIn) {
  for (const Situation& situation : asked_to_sign_in()) check(situation);
}
TEST(CallDialog, AsksWhichDay) {
  for (const Situation& situation : asked_for_the_day()) check(situation);
}
TEST(CallDialog, RecordsAfterTheBeep) {
  for (const Situation& situation : asked_for_the_reason()) check(situation);
  for (const Situation& situation : asked_for_the_name()) check(situation);
}
TEST(CallDialog, TakesTheKeysOfThoseWhoDoNotSpeak) {
  for (const Situation& situation : asked_for_keys()) check(situation);
}

TEST(CallDialog, TheTableHoldsEveryStep) {
  std::set<CallStep> steps;
  for (const auto& part : {asked_to_sign_in(), asked_for_the_day(), asked_for_the_reason(),
                           asked_for_the_name(), asked_for_keys()}) {
    for (const Situation& situation : part) steps.insert(situation.call.step);
  }
  EXPECT_EQ(steps.size(), static_cast<std::size_t>(CallStep::farewell) + 1);
}

}  // namespace
}  // namespace callout

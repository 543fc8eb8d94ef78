// Everything that arrived on the line, and the one question that may be open with a number.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

/// What an attempt turned out to be.
enum class AttemptKind {
  absence,
  late_or_early,
  command,
  thanks,
  carrier_word,
  picture,
  answer,
  unclear,
  not_a_person,
  incomplete,    // a call that was cut off, from somebody recognised
  unrecognised,  // a call that ended before anybody could know who it was
  nothing_added  // a call about a day that has its call-out already
};
std::string_view code_of(AttemptKind kind);

struct NewAttempt {
  std::string channel;      // "sms"
  std::string provider_id;  // the message's SID
  std::string from;         // as the provider says it
  std::string body;
  std::int64_t media_count = 0;
};
/// Open until it is closed with what it was.
AttemptId add_attempt(Transaction& tx, const platform::Vault& vault, const NewAttempt& attempt,
                      base::Moment now);

struct AttemptOutcome {
  AttemptKind kind = AttemptKind::unclear;
  std::optional<people::MemberId> member = {};
  std::optional<CallOutId> call_out = {};
  bool was_answered = false;
};
void close_attempt(Transaction& tx, AttemptId id, const AttemptOutcome& outcome, base::Moment now);
/// Somebody has seen to it; what it was stays. False when it was closed already.
bool see_to_attempt(Transaction& tx, AttemptId id, base::Moment now);
/// Stays on the board: unclear, or waiting for an answer.
void leave_attempt_open(Transaction& tx, AttemptId id, AttemptKind kind,
                        std::optional<people::MemberId> member);
/// A call that was cut off: open, for that day, until something about the same day completes it.
void leave_call_incomplete(Transaction& tx, AttemptId id, people::MemberId member, base::Day day);
/// The day of the person's newest open one that began, or was asked about, since a moment; and
/// whether there is another about the day than `id`.
std::optional<base::Day> day_of_incomplete_call(Transaction& tx, people::MemberId member,
                                                base::Moment since);
bool is_another_incomplete(Transaction& tx, AttemptId id, people::MemberId member, base::Day day);

struct Attempt {
  AttemptId id;
  std::string from;
  std::string body;
  std::optional<people::MemberId> member;
  base::Moment received_at;
};
std::optional<Attempt> find_attempt(Transaction& tx, const platform::Vault& vault, AttemptId id);
/// Whether that message or call has left its trace here.
bool is_attempt_known(Transaction& tx, std::string_view provider_id);
/// Those that a call-out of the day completes: open since a moment, of the person or from the
/// number (empty: from none), and about no other day.
std::vector<AttemptId> open_attempts(Transaction& tx, std::string_view from,
                                     people::MemberId member, base::Day day, base::Moment since,
                                     AttemptId except);
/// How many of a number's attempts were answered since a moment: an unknown sender gets at most
/// five a day.
std::int64_t answers_since(Transaction& tx, std::string_view from, base::Moment since);

/// Whether the number was texted a notice since a moment: "thanks" then needs no answer.
bool was_texted_since(Transaction& tx, std::string_view phone, base::Moment since);

enum class QuestionKind { which_person, which_day, what_is_it, full_name };

struct Question {
  QuestionKind kind;
  AttemptId attempt;                       // what it was asked about
  std::optional<people::MemberId> member;  // known already
  std::vector<std::string> options;  // member ids, or ISO days, in the order they were offered
};
/// Replaces whatever was open with that number.
void ask(Transaction& tx, std::string_view phone, const Question& question, base::Moment now,
         base::Moment expires);
/// The question that is open with a number; settle an expired one first.
std::optional<Question> open_question(Transaction& tx, std::string_view phone);
/// The one whose time is over but that nobody has settled yet.
std::optional<Question> expired_question_of(Transaction& tx, std::string_view phone,
                                            base::Moment now);
void forget_question(Transaction& tx, std::string_view phone);

struct ExpiredQuestion {
  std::string phone;
  Question question;
};
std::vector<ExpiredQuestion> expired_questions(Transaction& tx, base::Moment now, int limit);

/// The carrier's own opt-out state of a number.
void note_opt_out(Transaction& tx, std::string_view phone, bool is_opted_out, base::Moment now);

}  // namespace store

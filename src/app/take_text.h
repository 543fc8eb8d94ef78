// A text arrives on the line: everything that product.md promises under "A call-out by text".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/line.h"
#include "domain/people/person.h"
#include "store/database.h"
#include "store/queries/attempts.h"

namespace app {

struct Picture {
  std::string media_sid;  // the provider's id; the URL it posted is never kept
  std::string content_type;
};

struct IncomingText {
  std::string sid;   // the provider's id of the message
  std::string from;  // as the provider says it
  std::string body;
  std::vector<Picture> pictures = {};
  std::string opt_out_type =
      {};  // STOP, START or HELP when the provider has recognised the word itself
  std::optional<base::Moment> sent_at = {};  // when it was missed and is read later; unset: now

  /// What "today" in it goes by. What is done because of it is done now.
  base::Moment said_at(base::Moment now) const { return sent_at.value_or(now); }
};

// What came of it, for the channel to put into words. Days are of the person's site.
struct Recorded {
  std::string first_name;
  base::Day day;
  std::int64_t receipt_number = 0;
  bool names_several_days = false;  // recorded for `day` only
  bool is_somebody_told = true;     // false: nobody is on file who could be told
};
struct Updated {
  std::string first_name;
  base::Day day;
  std::int64_t receipt_number = 0;
  bool is_somebody_told = true;
};
struct TakenBack {
  std::string first_name;
  base::Day day;
  std::int64_t receipt_number = 0;
};
struct TakeBackAsked {  // too late to do it alone: the manager is asked
  base::Day day;
};
struct NothingToTakeBack {};
struct AskedWhichDay {
  base::Day first;
  base::Day second;
};
struct AskedWhatItIs {};
struct AskedWhichPerson {
  std::vector<std::string> first_names;
};
struct AskedFullName {  // unverified, recorded all the same
  std::int64_t receipt_number = 0;
};
struct NameNoted {
  std::int64_t receipt_number = 0;
};
struct OnRecordAlready {  // the name is wanted no more: somebody has said whose it is
  std::int64_t receipt_number = 0;
};
struct ManagerTold {  // not understood twice
  bool is_somebody_told = true;
};
struct PassedOn {  // late or early
  bool is_late = true;
  bool is_somebody_told = true;
};
struct PicturePassedOn {};
struct Acknowledged {
  std::string name;  // whose call-out
};
struct AlreadyAcknowledged {
  std::string by;
};
struct SettledAlready {  // the code of a call-out that nobody needs to see any more
  std::int64_t receipt_number = 0;
  bool is_taken_back = true;  // else rejected
};
struct NotTheirsToAnswer {};  // the code of one that they were told of and may not decide now
struct NumberNotKnown {};
struct Silent {};  // the carrier has answered, or nothing needs saying

using TextOutcome =
    std::variant<Recorded, Updated, TakenBack, TakeBackAsked, NothingToTakeBack, AskedWhichDay,
                 AskedWhatItIs, AskedWhichPerson, AskedFullName, NameNoted, ManagerTold, PassedOn,
                 OnRecordAlready, PicturePassedOn, Acknowledged, AlreadyAcknowledged,
                 SettledAlready, NotTheirsToAnswer, NumberNotKnown, Silent>;

struct TextAnswer {
  people::Language language = people::Language::en;
  TextOutcome outcome;
};

/// Under which its answer is kept, whatever way it came.
std::string key_of_text(std::string_view sid);

/// The trace that it leaves.
store::NewAttempt attempt_of(const IncomingText& text);

/// Runs inside answer_once's transaction. An error is thrown, never worded: the webhook fails, so
/// that the provider's fallback and reconciliation work.
TextAnswer take_text(store::Transaction& tx, const Line& line, const IncomingText& text,
                     base::Moment now);

}  // namespace app

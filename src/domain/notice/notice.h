// Who is told what. A notice is one message to one person over one channel; here is what it says as
// facts, in no language yet, and to whom it goes.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/strong.h"
#include "base/time.h"
#include "domain/people/person.h"

namespace notice {

using NoticeId = base::Strong<struct NoticeTag>;

enum class Kind {
  // to whoever is responsible
  call_out_recorded,
  call_out_updated,
  call_out_taken_back,
  take_back_asked,     // UNDO came too late to be done without asking
  needs_verification,  // a call-out from a number that nobody has
  unclear_text,        // not understood, and the question stayed unanswered
  late_or_early,
  incomplete_call,    // somebody recognised hung up before anything was recorded
  seen_by_another,    // nothing more to do
  document_received,  // a doctor's note, to HR
  pins_guessable,     // so many PINs are in use that one in a hundred guesses is right; to HR
  // to the employee
  receipt,  // "CALL-OUT Confirmation"
  taken_back_receipt,
  seen_by,
  cut_off,     // "Reply OUT to record your absence today."
  late_reply,  // the answer to a text that was missed, worded when it was read
  request_approved,
  request_denied,
  request_not_charged,  // the absence stands, no hours are taken for it
  // to whoever asked to sign in
  sign_in_code,
};
/// Without late_reply, which has its words already and no facts.
inline constexpr Kind all_kinds[] = {Kind::call_out_recorded,
                                     Kind::call_out_updated,
                                     Kind::call_out_taken_back,
                                     Kind::take_back_asked,
                                     Kind::needs_verification,
                                     Kind::unclear_text,
                                     Kind::late_or_early,
                                     Kind::incomplete_call,
                                     Kind::seen_by_another,
                                     Kind::document_received,
                                     Kind::pins_guessable,
                                     Kind::receipt,
                                     Kind::taken_back_receipt,
                                     Kind::seen_by,
                                     Kind::cut_off,
                                     Kind::request_approved,
                                     Kind::request_denied,
                                     Kind::request_not_charged,
                                     Kind::sign_in_code};

std::string_view code_of(Kind kind);  // "call_out_recorded"
std::optional<Kind> parse_kind(std::string_view code);
/// An alert tells somebody responsible, and must reach one of them; the others are courtesies.
bool is_alert(Kind kind);

enum class Channel { sms, email };
std::string_view code_of(Channel channel);
std::optional<Channel> parse_channel(std::string_view code);

/// What a wording may need. Empty or unset where a kind has no use for it. `message` is the
/// employee's own words: it is filled, and `has_recording` set, only for a reader who may know
/// them; neither goes into a text or a subject. Nor does `denial_reason`, which only the employee's
/// own mail says.
struct Facts {
  std::string name;        // "Ana Ruiz"
  std::string first_name;  // "Ana"
  std::string position;    // "RN"; empty: none
  std::string team;
  std::string source;          // "phone", "sms", "web", "manual"
  std::string authentication;  // "phone_match", "none", …
  std::string attestation;     // "A" when the carrier vouches for the number, "B", "C"; else empty
  std::string phone;           // the number used, as people write it
  std::string manager;         // who has seen it
  std::string code;            // "K7": reply to acknowledge; or the code to sign in with
  std::string message;
  bool has_recording = false;  // the words were spoken: a player and a link instead of `message`
  std::string denial_reason;   // why a manager denied it
  std::string pto_type;        // "Sick Leave", as people read it; empty: not said
  bool is_call_out = false;    // the request that was decided came as a call-out
  std::optional<base::Day> day;
  std::optional<base::Day> last_day;         // of an absence of several days that begins on `day`
  bool is_today = true;                      // `day` was the day at hand when the notice was made
  std::optional<base::Minutes> time_of_day;  // received, or seen, on the site's wall clock
  std::int64_t receipt_number = 0;
  bool is_somebody_told = true;  // a receipt says so only when it is so
  std::int64_t out = 0;          // "2 of 6 RNs out"; of 0: not counted
  std::int64_t of = 0;
  std::string during_request;  // "114" when it falls on leave that was approved
  std::string lateness;        // "late" or "early"
  std::optional<base::Minutes> late_by;
  std::optional<base::Minutes> late_at;
  friend bool operator==(const Facts&, const Facts&) = default;
};

/// For a reader or a channel that may not have the employee's own words, spoken or written, nor
/// those of whoever denied the request.
void forget_words(Facts& facts);

/// Somebody who could be told.
struct Candidate {
  std::optional<people::UserId> user;  // none: a listed recipient without an account
  std::string name;
  std::optional<std::string> phone;  // E.164
  std::optional<std::string> email;
  people::Language language = people::Language::en;
  bool may_read_reasons = false;
  bool is_out = false;  // absent that day themselves
};

struct Candidates {
  std::vector<Candidate> managers;  // in scope of the absent person's team or position
  std::vector<Candidate> listed;    // the team's recipients
  std::vector<Candidate> hr;
};

/// Who hears of it: the managers in scope and the listed recipients, without `absent`. When none of
/// them is left, or all managers are out themselves and nobody is listed, HR too. Empty: nobody,
/// which is an alarm. Each phone and each e-mail address at most once.
std::vector<Candidate> responsible(const Candidates& candidates,
                                   std::optional<people::UserId> absent);
/// For what has no team yet (an unverified call-out): everybody.
std::vector<Candidate> everybody(const Candidates& candidates);

/// Receipts wait behind alerts: lower goes first. A code to sign in with follows the alerts
/// closely, because somebody looks at their telephone until it comes.
int priority(Kind kind);
/// Counted from when it was made: later than this it helps nobody any more and must not leave.
std::chrono::minutes lifetime(Kind kind);

}  // namespace notice

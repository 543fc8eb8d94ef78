#include "app/report_absence.h"

#include <algorithm>
#include <set>

#include "app/charge_absence.h"
#include "app/tell.h"
#include "store/queries/assignments.h"
#include "store/queries/attempts.h"
#include "store/queries/audit.h"
#include "store/queries/people.h"
#include "store/queries/recordings.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using std::chrono::days;
using std::chrono::hours;

class Report {
 public:
  Report(store::Transaction& tx, const Line& line, const Absence& absence, base::Moment now)
      : tx_(tx),
        line_(line),
        absence_(absence),
        now_(now),
        clock_(wall_clock(absence.employee.time_zone, now)),
        calendar_(
            store::work_calendar(tx, absence.employee.member, std::min(clock_.day, absence.day))) {}

  Reported first() {
    extended_ = call_out_of_the_shift_before();
    const store::RequestId request = add_request();
    const store::CallOut call_out = absence_.assignment ? take_over(request) : record(request);
    const bool is_somebody_told = tell_managers(notice::Kind::call_out_recorded, call_out);
    return {call_out, true, is_somebody_told, send_receipt(call_out, is_somebody_told)};
  }

  Reported again(const store::CallOut& call_out) {
    if (is_said_again(call_out)) return {call_out, false, true};
    if (absence_.assignment) {
      add_to(call_out);
    } else {
      store::attach_message(tx_, line_.vault, call_out.id, absence_.attempt, absence_.message,
                            now_);
      note("call-out updated", call_out.id, "adds a message");
    }
    return {call_out, false, tell_managers(notice::Kind::call_out_updated, call_out)};
  }

 private:
  store::CallOut record(store::RequestId request) {
    const store::CallOut call_out =
        store::record_call_out(tx_, line_.vault,
                               {.member = absence_.employee.member,
                                .request = request,
                                .day = absence_.day,
                                .call_sid = absence_.provider_id,
                                .source = absence_.source,
                                .phone_number_used = absence_.phone_used,
                                .is_verified = true,
                                .authentication_method = absence_.authentication_method,
                                .message_text = absence_.message,
                                .acknowledge_code = new_acknowledge_code(tx_, line_, now_),
                                .extends = extended_call_out()},
                               now_);
    note("call-out recorded", call_out.id,
         "by " + absence_.source + ", " + absence_.authentication_method +
             "; sets reason, message_text");
    return call_out;
  }

  /// The call-out stands already, with its receipt number and its code.
  store::CallOut take_over(store::RequestId request) {
    const store::CallOutId id = absence_.assignment->call_out;
    const people::MemberId member = absence_.employee.member;
    // Whoever asks for it has seen it unverified in this very transaction.
    if (!store::assign_call_out(tx_, id, member, now_))
      throw store::Failure("a call-out was assigned that is nobody's no more");
    store::link_request(tx_, id, request, extended_call_out());
    note("call-out assigned", id, "sets member_id, reason");
    return store::find_call_out(tx_, id).value();
  }

  /// The person had one of that day: what this one says is added to it.
  void add_to(const store::CallOut& call_out) {
    const store::CallOutId id = absence_.assignment->call_out;
    const people::MemberId member = absence_.employee.member;
    if (!store::merge_call_out(tx_, line_.vault, id, call_out.id, member, now_))
      throw store::Failure("a call-out was merged that is nobody's no more");
    note("call-out merged", id, "into #" + std::to_string(call_out.receipt_number));
    note("call-out merged", call_out.id, "adds a message");
  }

  /// The same text once more: nobody needs to read it twice.
  bool is_said_again(const store::CallOut& call_out) {
    return !absence_.assignment && !absence_.has_recording && !absence_.message.empty() &&
           store::is_told_already(tx_, line_.vault, call_out.id, absence_.message);
  }

  void note(const std::string& action, store::CallOutId call_out, const std::string& detail) {
    const auto& assignment = absence_.assignment;
    store::append_audit(tx_,
                        {.actor = assignment ? assignment->by.name : "line",
                         .actor_user = assignment ? assignment->by.user : absence_.employee.user,
                         .action = action,
                         .subject = "call_out_records",
                         .subject_id = call_out.value(),
                         .detail = detail},
                        now_);
  }

  std::optional<store::CallOutId> extended_call_out() const {
    return extended_ ? std::optional(extended_->id) : std::nullopt;
  }

  store::RequestId add_request() {
    const people::MemberId member = absence_.employee.member;
    const bool is_approved =
        !store::team_rules(tx_, absence_.employee.team).call_outs_need_approval;
    const bool claims_fmla = absence_.claims_fmla || absence_.pto_type == "fmla";
    const std::string type = claims_fmla ? "fmla" : absence_.pto_type;
    during_ = store::approved_leave_on(tx_, member, absence_.day);
    const store::RequestId request =
        store::add_request(tx_, line_.vault,
                           {.member = member,
                            .day = absence_.day,
                            .pto_type = type,
                            .is_approved = is_approved,
                            .reason = absence_.reason,
                            .claims_fmla = claims_fmla,
                            .during = during_,
                            .extends = extended_ ? extended_->request : std::nullopt},
                           now_);
    charge_absence(tx_, request, now_);
    return request;
  }

  std::optional<store::CallOut> call_out_of_the_shift_before() {
    auto newest = store::newest_call_out(tx_, absence_.employee.member);
    if (!newest || newest->day >= absence_.day) return {};
    if (calendar_.next_working_day(newest->day) != absence_.day) return {};
    return newest;
  }

  /// True when somebody responsible will hear of it.
  bool tell_managers(notice::Kind kind, const store::CallOut& call_out) {
    const auto candidates = store::candidates_for(tx_, absence_.employee.member, absence_.day);
    auto readers = notice::responsible(candidates, absence_.employee.user);
    if (absence_.assignment) {
      std::erase_if(readers, [&](const notice::Candidate& reader) {
        return reader.user == absence_.assignment->by.user;
      });
      // Whoever assigned it knows.
      if (readers.empty()) return true;
    }
    return alert(tx_, line_, {.kind = kind, .facts = facts_of(call_out), .call_out = call_out.id},
                 readers, now_);
  }

  /// By mail always; by text to the number on file, except where the reply to a text from that very
  /// number is the receipt. True when a text is on its way that can be expected to arrive.
  bool send_receipt(const store::CallOut& call_out, bool is_somebody_told) {
    Alert receipt{
        .kind = notice::Kind::receipt, .facts = facts_of(call_out), .call_out = call_out.id};
    receipt.facts.is_somebody_told = is_somebody_told;
    const people::Employee& employee = absence_.employee;
    tell_employee(tx_, line_, receipt, employee, Reach::mail, now_);
    const bool is_replied_to = absence_.source == "sms" && !absence_.assignment;
    if (is_replied_to && employee.receipts_to == absence_.phone_used) return false;
    return tell_employee(tx_, line_, receipt, employee, Reach::text, now_) &&
           !store::do_texts_fail(tx_, employee.receipts_to.value_or(""), now_ - days(90));
  }

  notice::Facts facts_of(const store::CallOut& call_out) {
    const people::Employee& employee = absence_.employee;
    const store::Headcount count = store::headcount(tx_, employee, absence_.day);
    notice::Facts facts = facts_about(employee);
    facts.source = absence_.source;
    facts.authentication = absence_.authentication_method;
    facts.attestation = absence_.attestation;
    facts.has_recording = absence_.has_recording && store::listen_link_rules(tx_).is_on;
    facts.phone = absence_.phone_used;
    facts.code = call_out.acknowledge_code;
    facts.message = absence_.message;
    facts.day = absence_.day;
    facts.is_today = absence_.day == callout::day_at_hand(clock_, calendar_);
    const base::Moment said_at = absence_.said_at.value_or(now_);
    facts.time_of_day = wall_clock(employee.time_zone, said_at).time_of_day;
    facts.receipt_number = call_out.receipt_number;
    facts.out = count.out;
    facts.of = count.of;
    if (during_) facts.during_request = std::to_string(during_->value());
    return facts;
  }

  store::Transaction& tx_;
  const Line& line_;
  const Absence& absence_;
  base::Moment now_;
  callout::WallClock clock_;
  leave::WorkCalendar calendar_;
  std::optional<store::CallOut> extended_;
  std::optional<store::RequestId> during_;
};

void complete(store::Transaction& tx, store::AttemptId attempt,
              const store::AttemptOutcome& outcome, base::Moment now) {
  store::close_attempt(tx, attempt, outcome, now);
  store::drop_cut_off_notices(tx, attempt, now);
}

}  // namespace

Reported report_absence(store::Transaction& tx, const Line& line, const Absence& absence,
                        base::Moment now) {
  Report report(tx, line, absence, now);
  const auto existing = store::live_call_out(tx, absence.employee.member, absence.day);
  const Reported reported = existing ? report.again(*existing) : report.first();
  const store::AttemptOutcome outcome{.kind = store::AttemptKind::absence,
                                      .member = absence.employee.member,
                                      .call_out = reported.call_out.id,
                                      .was_answered = true};
  if (!absence.assignment) complete(tx, absence.attempt, outcome, now);
  const std::string number = absence.assignment ? std::string() : absence.phone_used;
  for (const store::AttemptId open : store::open_attempts(
           tx, number, absence.employee.member, absence.day, now - hours(24), absence.attempt)) {
    complete(tx, open, outcome, now);
  }
  return reported;
}

std::string new_acknowledge_code(store::Transaction& tx, const Line& line, base::Moment now) {
  // No I, O, Q, 0 or 1: they are misread.
  constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  constexpr std::uint32_t tries_with_one_digit = 64;
  const auto taken_list = store::codes_since(tx, now - hours(48));
  const std::set<std::string> taken(taken_list.begin(), taken_list.end());
  for (std::uint32_t attempt = 0;; ++attempt) {
    std::string code(
        1, letters[platform::uniform(line.random, static_cast<std::uint32_t>(letters.size()))]);
    code += std::to_string(2 + platform::uniform(line.random, 8));
    if (attempt >= tries_with_one_digit)
      code += std::to_string(2 + platform::uniform(line.random, 8));
    // With more live codes than there are, the newest call-out of a code answers to it.
    if (!taken.contains(code) || attempt > 4 * tries_with_one_digit) return code;
  }
}

}  // namespace app

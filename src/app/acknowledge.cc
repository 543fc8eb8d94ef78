#include "app/acknowledge.h"

#include <algorithm>

#include "app/tell.h"
#include "store/queries/access.h"
#include "store/queries/accounts.h"
#include "store/queries/assignments.h"
#include "store/queries/audit.h"
#include "store/queries/people.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using std::chrono::hours;

/// Who has seen it, and the way they said so.
struct Witness {
  std::optional<people::UserId> user;  // none: a listed recipient
  std::string name;
  std::string number;  // from which they texted; empty: on the web
  base::Moment at;
};

/// One call-out that somebody has just seen. Lives for one transaction.
class Sight {
 public:
  Sight(store::Transaction& tx, const Line& line, const store::CallOut& call_out,
        const Witness& witness, base::Moment now)
      : tx_(tx), line_(line), call_out_(call_out), witness_(witness), now_(now) {
    if (call_out.member) employee_ = store::find_employee(tx, *call_out.member, line.time_zone);
  }

  /// False when somebody was first.
  bool note() {
    return store::acknowledge_call_out(tx_, call_out_.id, witness_.user,
                                       people::short_name(witness_.name), now_);
  }

  void put_on_record() {
    const bool is_by_text = !witness_.number.empty();
    store::append_audit(tx_,
                        {.actor = is_by_text ? "line" : witness_.name,
                         .actor_user = witness_.user,
                         .action = "call-out acknowledged",
                         .subject = "call_out_records",
                         .subject_id = call_out_.id.value(),
                         .detail = is_by_text ? "by text" : "on the web"},
                        now_);
  }

  /// The name of the employee, if they will hear of it.
  std::string tell_absent() {
    if (!employee_) return {};
    const bool is_told = tell_employee(tx_, line_, news(notice::Kind::seen_by), *employee_,
                                       Reach::text_else_mail, now_);
    return is_told ? people::short_name(employee_->name) : std::string();
  }

  /// By text only: whoever reads mail sees it on the board.
  void tell_others() {
    const Alert seen = news(notice::Kind::seen_by_another);
    // A withheld number, and nobody knows whose: nothing could be said of which call-out it is.
    if (!employee_ && seen.facts.phone.empty()) return;
    auto others = readers();
    std::erase_if(others, [&](const notice::Candidate& other) {
      const bool is_witness = witness_.user && other.user == witness_.user;
      return is_witness || !other.phone || *other.phone == witness_.number;
    });
    for (notice::Candidate& other : others) other.email.reset();
    if (!others.empty()) alert(tx_, line_, seen, others, now_);
  }

 private:
  /// Those who have been told of it.
  std::vector<notice::Candidate> readers() const {
    if (!employee_)
      return notice::everybody(
          store::candidates_for_unknown(tx_, wall_clock(line_.time_zone, now_).day));
    return notice::responsible(store::candidates_for(tx_, employee_->member, call_out_.day),
                               employee_->user);
  }

  Alert news(notice::Kind kind) const {
    notice::Facts facts;
    if (employee_) {
      facts.name = employee_->name;
      facts.first_name = employee_->first_name;
    } else if (const auto report = store::find_report(tx_, line_.vault, call_out_.id)) {
      facts.phone = report->phone_number_used;
    }
    facts.manager = people::short_name(witness_.name);
    facts.day = call_out_.day;
    facts.time_of_day =
        wall_clock(employee_ ? employee_->time_zone : line_.time_zone, witness_.at).time_of_day;
    facts.receipt_number = call_out_.receipt_number;
    return {.kind = kind, .facts = facts, .call_out = call_out_.id};
  }

  store::Transaction& tx_;
  const Line& line_;
  const store::CallOut& call_out_;
  const Witness& witness_;
  base::Moment now_;
  std::optional<people::Employee> employee_;
};

/// Whoever has an account is named in full, as on the pages; a listed recipient as they were told.
std::string full_name_of(store::Transaction& tx, const store::CallOut& seen) {
  if (!seen.acknowledged_by) return seen.acknowledged_as;
  return store::name_of(tx, *seen.acknowledged_by).value_or(seen.acknowledged_as);
}

/// What an account may do in the web application, and no more than that; a listed recipient has
/// none and goes by the list.
bool may_answer(store::Transaction& tx, const Line& line, const store::AlertedReader& reader,
                std::string_view number, store::CallOutId id, base::Moment now) {
  if (!reader.user) return store::is_listed_for(tx, id, number);
  const base::Day today = wall_clock(line.time_zone, now).day;
  return store::works_here(tx, *reader.user, today) &&
         store::access_to_call_out(tx, *reader.user, id, today).may_decide;
}

/// The one that its words are in now.
store::CallOut after_merging(store::Transaction& tx, const store::CallOut& call_out) {
  const auto target = store::merged_into(tx, call_out.id);
  return target ? store::find_call_out(tx, *target).value() : call_out;
}

}  // namespace

std::optional<TextAnswer> acknowledge_by_text(store::Transaction& tx, const Line& line,
                                              std::string_view from, std::string_view code,
                                              base::Moment now) {
  const auto coded = store::call_out_by_code(tx, code, now - hours(48));
  if (!coded) return {};
  const auto alerted = store::alerted_at(tx, coded->id, from);
  if (alerted.empty()) return {};
  const store::CallOut call_out = after_merging(tx, *coded);
  const auto reader = std::ranges::find_if(alerted, [&](const store::AlertedReader& one) {
    return may_answer(tx, line, one, from, call_out.id, now);
  });
  if (reader == alerted.end()) return TextAnswer{.outcome = NotTheirsToAnswer{}};
  if (past_deciding(tx, call_out.id)) {
    const bool is_rejected =
        store::state_of_call_out(tx, call_out.id) == store::CallOutState::rejected;
    return TextAnswer{.outcome = SettledAlready{call_out.receipt_number, !is_rejected}};
  }
  const Witness witness{
      .user = reader->user, .name = reader->name, .number = std::string(from), .at = now};
  Sight sight(tx, line, call_out, witness, now);
  if (!sight.note()) return TextAnswer{.outcome = AlreadyAcknowledged{call_out.acknowledged_as}};
  sight.put_on_record();
  const std::string name = sight.tell_absent();
  sight.tell_others();
  return TextAnswer{.outcome = Acknowledged{name}};
}

SeenOutcome acknowledge_on_the_web(store::Transaction& tx, const Line& line, const Actor& reader,
                                   store::CallOutId id, base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, now).day;
  const store::Access access = store::access_to_call_out(tx, reader.user, id, today);
  if (!access.may_see) return NotThere{};
  if (!access.may_decide) return NotYours{};
  if (const auto past = past_deciding(tx, id)) return *past;
  const store::CallOut call_out = store::find_call_out(tx, id).value();
  const Witness witness{.user = reader.user, .name = reader.name, .number = {}, .at = now};
  Sight sight(tx, line, call_out, witness, now);
  if (!sight.note()) {
    const store::CallOut seen = store::find_call_out(tx, id).value();
    if (seen.acknowledged_by == reader.user) return Seen{};
    return SeenAlready{.by = full_name_of(tx, seen), .at = seen.acknowledged_at.value_or(now)};
  }
  sight.put_on_record();
  sight.tell_absent();
  sight.tell_others();
  return Seen{};
}

void carry_over_sight(store::Transaction& tx, const Line& line, const store::CallOut& assigned,
                      const Actor& assigner, base::Moment now) {
  if (!assigned.acknowledged_at) return;
  const auto& user = assigned.acknowledged_by;
  const bool counts = user && may_answer(tx, line, {*user, {}}, {}, assigned.id, now);
  if (counts) {
    const Witness witness{.user = user,
                          .name = full_name_of(tx, assigned),
                          .number = {},
                          .at = *assigned.acknowledged_at};
    Sight(tx, line, assigned, witness, now).tell_absent();
  } else {
    store::forget_acknowledgement(tx, assigned.id);
  }
  store::append_audit(tx,
                      {.actor = assigner.name,
                       .actor_user = assigner.user,
                       .action = counts ? "acknowledgement kept" : "acknowledgement set aside",
                       .subject = "call_out_records",
                       .subject_id = assigned.id.value(),
                       .detail = counts ? "" : "unsets acknowledged_by"},
                      now);
}

}  // namespace app

#include "app/take_back.h"

#include "app/tell.h"
#include "store/queries/audit.h"
#include "store/queries/call_outs.h"
#include "store/queries/decisions.h"
#include "store/queries/ledger.h"
#include "store/queries/people.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using std::chrono::minutes;

constexpr minutes may_be_undone{15};

notice::Facts facts_of(const people::Employee& employee, const store::CallOut& call_out,
                       base::Moment now) {
  const callout::WallClock clock = wall_clock(employee.time_zone, now);
  notice::Facts facts = facts_about(employee);
  facts.source = call_out.source;
  facts.day = call_out.day;
  facts.is_today = call_out.day == clock.day;
  facts.time_of_day = clock.time_of_day;
  facts.receipt_number = call_out.receipt_number;
  return facts;
}

}  // namespace

void undo_effects(store::Transaction& tx, store::CallOutId call_out,
                  std::optional<store::RequestId> request, base::Moment now,
                  std::optional<people::UserId> by) {
  using notice::Kind;
  store::withdraw_call_out(tx, call_out, now);
  store::drop_waiting(tx, call_out, Kind::take_back_asked, now);
  if (!request) return;
  store::reverse_charges(tx, *request, now, by);
  for (const Kind kind : {Kind::request_approved, Kind::request_denied, Kind::request_not_charged})
    store::drop_waiting(tx, *request, kind, now);
}

TextOutcome take_back(store::Transaction& tx, const Line& line, const people::Employee& employee,
                      base::Moment now) {
  const auto call_out = store::newest_call_out(tx, employee.member);
  const base::Day yesterday = wall_clock(employee.time_zone, now).day - std::chrono::days(1);
  if (!call_out || call_out->day < yesterday) return NothingToTakeBack{};
  const bool may_undo = now - call_out->created_at <= may_be_undone;
  // They know already; saying it again and again would not help anybody.
  if (!may_undo && store::is_taking_back_asked(tx, call_out->id))
    return TakeBackAsked{call_out->day};
  const notice::Facts facts = facts_of(employee, *call_out, now);
  const auto readers =
      notice::responsible(store::candidates_for(tx, employee.member, call_out->day), employee.user);
  alert(tx, line,
        {.kind = may_undo ? notice::Kind::call_out_taken_back : notice::Kind::take_back_asked,
         .facts = facts,
         .call_out = call_out->id},
        readers, now);
  store::append_audit(tx,
                      {.actor = "line",
                       .actor_user = employee.user,
                       .action = may_undo ? "call-out taken back" : "taking back asked",
                       .subject = "call_out_records",
                       .subject_id = call_out->id.value()},
                      now);
  if (!may_undo) return TakeBackAsked{call_out->day};

  undo_effects(tx, call_out->id, call_out->request, now);
  if (call_out->request) store::cancel_request(tx, *call_out->request, now);
  tell_employee(
      tx, line,
      {.kind = notice::Kind::taken_back_receipt, .facts = facts, .call_out = call_out->id},
      employee, Reach::mail, now);
  return TakenBack{employee.first_name, call_out->day, call_out->receipt_number};
}

}  // namespace app

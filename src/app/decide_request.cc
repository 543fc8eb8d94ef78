#include "app/decide_request.h"

#include <optional>

#include "app/charge_absence.h"
#include "app/take_back.h"
#include "app/tell.h"
#include "store/queries/access.h"
#include "store/queries/audit.h"
#include "store/queries/ledger.h"
#include "store/queries/people.h"

namespace app {
namespace {

using leave::Decision;

std::string_view action_of(Decision decision) {
  switch (decision) {
    case Decision::approve: return "request approved";
    case Decision::deny: return "request denied";
    case Decision::charge: return "request charged";
    case Decision::do_not_charge: return "request not charged";
    case Decision::cancel: return "request cancelled";
  }
  return "request decided";
}

/// That it is charged after all is seen on the web; there is no mail for it.
std::optional<notice::Kind> notice_of(Decision decision) {
  switch (decision) {
    case Decision::approve: return notice::Kind::request_approved;
    case Decision::deny: return notice::Kind::request_denied;
    case Decision::do_not_charge: return notice::Kind::request_not_charged;
    case Decision::cancel: return notice::Kind::taken_back_receipt;
    case Decision::charge: break;
  }
  return {};
}

/// One decision about one request that may be decided. Lives for one transaction.
class Ruling {
 public:
  Ruling(store::Transaction& tx, const Line& line, const Actor& decider, const DecisionMade& made,
         const store::RequestOnFile& request, base::Moment now)
      : tx_(tx), line_(line), decider_(decider), made_(made), request_(request), now_(now) {}

  /// False when somebody else has changed the request in between.
  bool write() {
    const store::Ruling ruling{made_.request, made_.made_on, decider_.user};
    switch (made_.decision) {
      case Decision::approve: return store::approve_request(tx_, ruling, now_);
      case Decision::deny: return store::deny_request(tx_, line_.vault, ruling, made_.reason, now_);
      case Decision::charge: return store::set_charged(tx_, ruling, true, now_);
      case Decision::do_not_charge: return store::set_charged(tx_, ruling, false, now_);
      case Decision::cancel: return store::cancel_request(tx_, ruling, now_);
    }
    return false;
  }

  void follow() {
    if (made_.decision == Decision::do_not_charge)
      store::reverse_charges(tx_, made_.request, now_, decider_.user);
    else if (made_.decision == Decision::cancel)
      take_call_out_back();
    else
      charge_absence(tx_, made_.request, now_, decider_.user);
    store::append_audit(
        tx_,
        {.actor = decider_.name,
         .actor_user = decider_.user,
         .action = std::string(action_of(made_.decision)),
         .subject = "pto_requests",
         .subject_id = made_.request.value(),
         .detail = made_.decision == Decision::deny ? "sets denial_reason" : std::string()},
        now_);
    tell();
  }

 private:
  void take_call_out_back() {
    if (!request_.call_out) return;
    undo_effects(tx_, *request_.call_out, made_.request, now_, decider_.user);
    store::append_audit(tx_,
                        {.actor = decider_.name,
                         .actor_user = decider_.user,
                         .action = "call-out taken back",
                         .subject = "call_out_records",
                         .subject_id = request_.call_out->value()},
                        now_);
  }

  void tell() {
    // A mail of the other kind that has not left yet would say what is not so any more.
    if (made_.decision == Decision::charge)
      store::drop_waiting(tx_, made_.request, notice::Kind::request_not_charged, now_);
    const auto kind = notice_of(made_.decision);
    const auto employee = store::find_employee(tx_, request_.member, line_.time_zone);
    if (!kind || !employee) return;
    tell_employee(tx_, line_,
                  {.kind = *kind,
                   .facts = facts_for(*employee),
                   .call_out = request_.call_out,
                   .request = made_.request},
                  *employee, Reach::mail_else_text, now_);
  }

  notice::Facts facts_for(const people::Employee& employee) const {
    notice::Facts facts = facts_about(employee);
    facts.manager = people::short_name(decider_.name);
    facts.pto_type = request_.pto_type_name;
    facts.is_call_out = request_.state.is_call_out;
    facts.day = request_.days.first;
    if (request_.days.last != request_.days.first) facts.last_day = request_.days.last;
    facts.is_today = request_.days.first == wall_clock(employee.time_zone, now_).day;
    facts.receipt_number = request_.receipt_number;
    if (made_.decision == Decision::deny) facts.denial_reason = made_.reason;
    return facts;
  }

  store::Transaction& tx_;
  const Line& line_;
  const Actor& decider_;
  const DecisionMade& made_;
  const store::RequestOnFile& request_;
  base::Moment now_;
};

DecisionOutcome decided_meanwhile(store::Transaction& tx, store::RequestId id) {
  const auto request = store::find_request(tx, id);
  if (!request) return NotThere{};
  const store::Change change = store::last_change(tx, *request);
  return DecidedMeanwhile{.by = change.by, .at = change.at};
}

}  // namespace

DecisionOutcome decide_request(store::Transaction& tx, const Line& line, const Actor& decider,
                               const DecisionMade& made, base::Moment now) {
  const auto request = store::find_request(tx, made.request);
  if (!request) return NotThere{};
  const store::Access access = store::access_to(tx, decider.user, request->member);
  if (!access.may_see) return NotThere{};
  if (!access.may_decide) return NotYours{};
  if (made.decision == Decision::deny && made.reason.empty())
    return base::Problem{"reason", "is missing", "say why: the employee reads it"};
  if (request->version != made.made_on) return decided_meanwhile(tx, made.request);
  if (!leave::is_possible(made.decision, request->state))
    return NotPossibleNow{.state = std::string(leave::code_of(request->state.status))};
  Ruling ruling(tx, line, decider, made, *request, now);
  if (!ruling.write()) return decided_meanwhile(tx, made.request);
  ruling.follow();
  return Decided{};
}

}  // namespace app

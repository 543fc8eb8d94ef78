#include <boost/json.hpp>

#include "app/charge_absence.h"
#include "channels/api/answers.h"
#include "channels/api/call_out_json.h"
#include "channels/api/entry_json.h"
#include "channels/api/pages.h"
#include "store/queries/access.h"
#include "store/queries/call_out_details.h"
#include "store/queries/decisions.h"
#include "store/queries/people.h"
#include "store/queries/request_details.h"

namespace api {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// A request as one viewer sees it. Lives for one transaction.
class Page {
 public:
  Page(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
       const store::Access& access, store::RequestId id)
      : tx_(tx),
        pages_(pages),
        viewer_(viewer),
        access_(access),
        on_file_(store::find_request(tx, id).value()),
        request_(
            store::read_request(tx, pages.vault, id, words_for(viewer, access.may_read)).value()),
        call_out_(store::call_out_of_request(tx, id)) {}

  std::string version() const { return std::to_string(request_.version); }

  object json() {
    object page = facts();
    page["balances"] = balances();
    page["headcount"] = headcount();
    page["may"] = may();
    page["call_out"] =
        call_out_ ? call_out_json(tx_, pages_, viewer_, access_, *call_out_) : value();
    // What was only spoken is withheld as well.
    if (call_out_ && !has_words()) {
      page["withheld"] = page["call_out"].as_object().at("withheld");
    }
    page["history"] = history_json(tx_, access_, request_.id, call_out_);
    page["notices"] = notices_json(tx_, access_, request_.id, call_out_);
    return page;
  }

 private:
  /// The employee's, or those of whoever denied it.
  bool has_words() const { return request_.has_reason || request_.has_denial_reason; }

  object facts() {
    return {{"id", request_.id.value()},
            {"version", request_.version},
            {"person", person_json(request_.person)},
            {"start_date", base::iso(request_.days.first)},
            {"end_date", base::iso(request_.days.last)},
            {"start_time", time_or_null(request_.start_time)},
            {"end_time", time_or_null(request_.end_time)},
            {"minutes", app::minutes_taken(tx_, on_file_).count()},
            {"type", object{{"code", request_.type.code}, {"name", request_.type.name}}},
            {"status", request_.status},
            {"is_call_out", request_.is_call_out},
            {"is_charged", request_.is_charged},
            {"is_own", viewer_.member == request_.member},
            {"fmla", request_.fmla},
            {"reason", text_or_null(request_.reason)},
            {"withheld", withheld(viewer_, access_.may_read, has_words())},
            {"denial_reason", text_or_null(request_.denial_reason)},
            {"during_request_id", id_or_null(request_.during)},
            {"extends_request_id", id_or_null(request_.extends)},
            {"created_at", base::iso(request_.created_at)},
            {"decided", acknowledgement_json(request_.decided)}};
  }

  array balances() {
    array banks;
    if (!access_.may_decide) return banks;
    for (const store::BankSeen& bank :
         store::balances_of(tx_, request_.member, request_.type.code)) {
      banks.push_back(
          object{{"bank", bank.code}, {"name", bank.name}, {"minutes", bank.balance.count()}});
    }
    return banks;
  }

  value headcount() {
    if (!access_.may_decide) return nullptr;
    const auto employee = store::find_employee(tx_, request_.member, pages_.time_zone);
    if (!employee) return nullptr;
    const store::Headcount count = store::headcount(tx_, *employee, request_.days.first);
    return headcount_json({.team = employee->team,
                           .team_name = employee->team_name,
                           .position = employee->position_name,
                           .out = count.out,
                           .of = count.of});
  }

  object may() const {
    const auto possible = [&](leave::Decision decision) {
      return access_.may_decide && leave::is_possible(decision, on_file_.state);
    };
    return {{"approve", possible(leave::Decision::approve)},
            {"deny", possible(leave::Decision::deny)},
            {"charge", possible(leave::Decision::charge)},
            {"do_not_charge", possible(leave::Decision::do_not_charge)},
            {"cancel", possible(leave::Decision::cancel)}};
  }

  store::Transaction& tx_;
  const Pages& pages_;
  const Viewer& viewer_;
  const store::Access& access_;
  store::RequestOnFile on_file_;
  store::RequestDetails request_;
  std::optional<store::CallOutId> call_out_;
};

}  // namespace

http::Response request_page(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                            store::RequestId id) {
  const auto member = store::member_of_request(tx, id);
  if (!member) return nothing_here();
  const store::Access access = store::access_to(tx, viewer.user, *member);
  if (!access.may_see) return nothing_here();
  Page page(tx, pages, viewer, access, id);
  return json_answer(page.json(), page.version());
}

http::Response call_out_page(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                             store::CallOutId id) {
  const store::Access access = store::access_to_call_out(tx, viewer.user, id, viewer.today);
  if (!access.may_see) return nothing_here();
  return json_answer(call_out_json(tx, pages, viewer, access, id));
}

}  // namespace api

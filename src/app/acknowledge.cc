#include "app/acknowledge.h"

#include "app/tell.h"
#include "store/queries/audit.h"
#include "store/queries/call_outs.h"
#include "store/queries/people.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using std::chrono::hours;

/// True when the employee will hear of it.
bool tell_who_has_seen(store::Transaction& tx, const Line& line, const store::CallOut& call_out,
                       const people::Employee& employee, const store::AlertedReader& reader,
                       std::string_view from, base::Moment now) {
  notice::Facts facts;
  facts.name = employee.name;
  facts.first_name = employee.first_name;
  facts.manager = people::short_name(reader.name);
  facts.day = call_out.day;
  facts.time_of_day = wall_clock(employee.time_zone, now).time_of_day;
  facts.receipt_number = call_out.receipt_number;
  const Alert seen{.kind = notice::Kind::seen_by, .facts = facts, .call_out = call_out.id};
  const bool is_told = tell_employee(tx, line, seen, employee, Reach::text_else_mail, now);

  auto others =
      notice::responsible(store::candidates_for(tx, employee.member, call_out.day), employee.user);
  std::erase_if(
      others, [&](const notice::Candidate& other) { return !other.phone || *other.phone == from; });
  for (notice::Candidate& other : others) other.email.reset();
  if (others.empty()) return is_told;
  alert(tx, line, {.kind = notice::Kind::seen_by_another, .facts = facts, .call_out = call_out.id},
        others, now);
  return is_told;
}

}  // namespace

std::optional<TextAnswer> acknowledge_by_text(store::Transaction& tx, const Line& line,
                                              std::string_view from, std::string_view code,
                                              base::Moment now) {
  const auto call_out = store::call_out_by_code(tx, code, now - hours(48));
  if (!call_out) return {};
  const auto reader = store::alerted_at(tx, call_out->id, from);
  if (!reader) return {};
  if (!store::acknowledge_call_out(tx, call_out->id, reader->user, people::short_name(reader->name),
                                   now)) {
    return TextAnswer{.outcome = AlreadyAcknowledged{call_out->acknowledged_as}};
  }
  store::append_audit(tx,
                      {.actor = "line",
                       .actor_user = reader->user,
                       .action = "call-out acknowledged",
                       .subject = "call_out_records",
                       .subject_id = call_out->id.value(),
                       .detail = "by text"},
                      now);
  std::string name;
  if (call_out->member) {
    const auto employee = store::find_employee(tx, *call_out->member, line.time_zone);
    if (employee) {
      const bool will_hear = tell_who_has_seen(tx, line, *call_out, *employee, *reader, from, now);
      if (will_hear) name = people::short_name(employee->name);
    }
  }
  return TextAnswer{.outcome = Acknowledged{name}};
}

}  // namespace app

#include "app/tell_settled.h"

#include <algorithm>
#include <set>
#include <string>

#include "app/tell.h"
#include "store/queries/assignments.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

bool is_same(const notice::Candidate& one, const notice::Candidate& other) {
  return (one.user && one.user == other.user) || (one.phone && one.phone == other.phone);
}

}  // namespace

void tell_settled(store::Transaction& tx, const Line& line, const store::CallOut& call_out,
                  const Actor& by, const std::vector<notice::Candidate>& knowing,
                  base::Moment now) {
  const auto report = store::find_report(tx, line.vault, call_out.id);
  // A withheld number: nothing could be said of which call-out it is.
  if (!report || report->phone_number_used.empty()) return;
  const auto asked_list = store::numbers_asked(tx, call_out.id);
  const std::set<std::string> asked(asked_list.begin(), asked_list.end());
  const callout::WallClock clock = wall_clock(line.time_zone, now);
  auto readers = notice::everybody(store::candidates_for_unknown(tx, clock.day));
  std::erase_if(readers, [&](const notice::Candidate& reader) {
    if (!reader.phone || !asked.contains(*reader.phone) || reader.user == by.user) return true;
    // When somebody saw it, the others heard that nothing more is to do.
    if (call_out.acknowledged_at && reader.user != call_out.acknowledged_by) return true;
    return std::ranges::any_of(
        knowing, [&](const notice::Candidate& known) { return is_same(reader, known); });
  });
  if (readers.empty()) return;
  for (notice::Candidate& reader : readers) reader.email.reset();
  notice::Facts facts;
  facts.phone = report->phone_number_used;
  facts.manager = people::short_name(by.name);
  facts.day = call_out.day;
  facts.time_of_day = clock.time_of_day;
  facts.receipt_number = call_out.receipt_number;
  alert(tx, line, {.kind = notice::Kind::seen_by_another, .facts = facts, .call_out = call_out.id},
        readers, now);
}

}  // namespace app

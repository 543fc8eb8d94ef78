#include "store/queries/candidates.h"

#include <algorithm>

#include "domain/callout/claimed_name.h"

namespace store {
namespace {

using Why = CandidateSeen::Why;

constexpr std::string_view name_place = "call_out_records.claimed_name";

constexpr Sql select_call_out(R"sql(
  SELECT day, phone_number_used, claimed_name_sealed FROM call_out_records WHERE id = $1
)sql");

constexpr Sql select_people(R"sql(
  SELECT m.id, u.name, p.name, t.name,
    CASE WHEN m.user_id IN (SELECT n.user_id FROM phone_numbers n WHERE n.phone = $2 AND $2 <> '')
      THEN 1 ELSE 0 END
  FROM team_members m
  JOIN users u ON u.id = m.user_id AND u.is_active = 1
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE m.id IN (
      SELECT a.member_id FROM absence_access a WHERE a.user_id = $1 AND a.may_decide = 1)
    AND (m.first_day IS NULL OR m.first_day <= $3) AND (m.last_day IS NULL OR m.last_day >= $3)
  ORDER BY u.name, m.id
)sql");

Why why_of(const Row& person, std::string_view claimed_name) {
  if (!claimed_name.empty() && callout::is_name_given(claimed_name, person.text(1)))
    return Why::name;
  return person.flag(4) ? Why::number : Why::search;
}

}  // namespace

std::string_view code_of(Why why) {
  switch (why) {
    case Why::name: return "name";
    case Why::number: return "number";
    case Why::search: return "search";
  }
  throw Failure("a candidate for no reason");
}

std::vector<CandidateSeen> candidates_for_call_out(Transaction& tx, const platform::Vault& vault,
                                                   people::UserId reader, CallOutId call_out,
                                                   std::string_view search, std::size_t limit) {
  const Rows found = tx.run(select_call_out, {call_out});
  if (found.empty()) return {};
  const Row& said = found.front();
  std::string claimed_name;
  if (const auto sealed = said.maybe_bytes(2)) {
    claimed_name = vault.open(name_place, *sealed).value_or(std::string());
  }
  std::vector<CandidateSeen> candidates;
  for (const Row& row : tx.run(select_people, {reader, said.text_or_empty(1), said.day(0)})) {
    const Why why = why_of(row, claimed_name);
    const bool is_found =
        search.empty() ? why != Why::search : callout::is_part_of_name(search, row.text(1));
    if (is_found) candidates.push_back({*person_at(row, 0), why});
  }
  std::ranges::stable_sort(candidates, {}, &CandidateSeen::why);
  if (candidates.size() > limit) candidates.resize(limit);
  return candidates;
}

}  // namespace store

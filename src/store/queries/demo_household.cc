#include "store/queries/demo_household.h"

namespace store {
namespace {

constexpr Sql insert_pattern(R"sql(
  INSERT INTO working_patterns (name) VALUES ($1) RETURNING id
)sql");

constexpr Sql insert_pattern_day(R"sql(
  INSERT INTO working_pattern_days (pattern_id, week, weekday, starts_at, ends_at, paid_minutes)
  VALUES ($1, $2, $3, $4, $5, $6)
)sql");

constexpr Sql update_pattern(R"sql(
  UPDATE team_members SET pattern_id = $2 WHERE id = $1
)sql");

constexpr Sql update_scopes(R"sql(
  UPDATE scopes SET position_id =
    (SELECT p.id FROM positions p WHERE p.team_id = scopes.team_id AND p.name = $2)
  WHERE manager_id IN (SELECT g.id FROM managers g WHERE g.user_id = $1)
)sql");

constexpr Sql insert_holiday(R"sql(
  INSERT INTO holidays (day, name) VALUES ($1, $2) ON CONFLICT DO NOTHING
)sql");

}  // namespace

PatternId add_pattern(Transaction& tx, std::string_view name,
                      const leave::WorkingPattern& pattern) {
  const auto id = tx.run(insert_pattern, {name}).at(0).id<PatternId>(0);
  for (const leave::PatternDay& day : pattern.days) {
    tx.run(insert_pattern_day, {id, day.week, static_cast<std::int64_t>(day.weekday.c_encoding()),
                                day.shift.starts, day.shift.ends, day.shift.paid});
  }
  return id;
}

void set_pattern(Transaction& tx, people::MemberId member, PatternId pattern) {
  tx.run(update_pattern, {member, pattern});
}

void narrow_scope(Transaction& tx, people::UserId manager, std::string_view position) {
  tx.run(update_scopes, {manager, position});
}

void add_holiday(Transaction& tx, base::Day day, std::string_view name) {
  tx.run(insert_holiday, {day, name});
}

}  // namespace store

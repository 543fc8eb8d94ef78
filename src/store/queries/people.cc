#include "store/queries/people.h"

#include <algorithm>

namespace store {
namespace {

constexpr std::size_t employee_columns = 11;

constexpr Sql select_by_phone(R"sql(
  SELECT m.id, u.id, u.name, u.first_name, m.team_id, t.name, m.position_id, p.name,
         COALESCE(own_site.time_zone, team_site.time_zone), u.language, u.email, u.phone, n.is_shared
  FROM phone_numbers n
  JOIN users u ON u.id = n.user_id AND u.is_active = 1
  JOIN team_members m ON m.user_id = u.id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  LEFT JOIN sites own_site ON own_site.id = m.site_id
  LEFT JOIN sites team_site ON team_site.id = t.site_id
  WHERE n.phone = $1 AND n.released_at IS NULL
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
  ORDER BY u.name, m.id
)sql");

constexpr Sql select_by_member(R"sql(
  SELECT m.id, u.id, u.name, u.first_name, m.team_id, t.name, m.position_id, p.name,
         COALESCE(own_site.time_zone, team_site.time_zone), u.language, u.email, u.phone
  FROM team_members m
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  LEFT JOIN sites own_site ON own_site.id = m.site_id
  LEFT JOIN sites team_site ON team_site.id = t.site_id
  WHERE m.id = $1
)sql");

constexpr Sql select_pattern(R"sql(
  SELECT w.id, w.rotation_weeks, w.first_monday
  FROM team_members m
  LEFT JOIN positions p ON p.id = m.position_id
  JOIN working_patterns w ON w.id = COALESCE(m.pattern_id, p.pattern_id)
  WHERE m.id = $1
)sql");

constexpr Sql select_pattern_days(R"sql(
  SELECT week, weekday, starts_at, ends_at, paid_minutes FROM working_pattern_days WHERE pattern_id = $1
)sql");

constexpr Sql select_overrides(R"sql(
  SELECT day, starts_at, ends_at, paid_minutes FROM working_day_overrides
  WHERE member_id = $1 AND day BETWEEN $2 AND $3
)sql");

constexpr Sql select_holidays(R"sql(
  SELECT h.day FROM holidays h
  WHERE h.day BETWEEN $2 AND $3 AND (h.site_id IS NULL OR h.site_id = (
    SELECT COALESCE(m.site_id, t.site_id) FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.id = $1))
)sql");

constexpr Sql select_team_rules(R"sql(
  SELECT ask_day_from, call_outs_need_approval FROM teams WHERE id = $1
)sql");

constexpr Sql count_out(R"sql(
  SELECT COUNT(*),
         COALESCE(SUM(CASE WHEN EXISTS (
             SELECT 1 FROM call_out_records c
             WHERE c.member_id = m.id AND c.day = $3 AND c.withdrawn_at IS NULL AND c.rejected_at IS NULL)
           OR EXISTS (
             SELECT 1 FROM pto_requests r
             WHERE r.member_id = m.id AND r.status IN ('approved', 'completed')
               AND r.start_date <= $3 AND r.end_date >= $3)
           THEN 1 ELSE 0 END), 0)
  FROM team_members m
  JOIN users u ON u.id = m.user_id AND u.is_active = 1
  WHERE m.team_id = $1 AND ($2 = 0 OR m.position_id = $2)
    AND (m.first_day IS NULL OR m.first_day <= $3) AND (m.last_day IS NULL OR m.last_day >= $3)
)sql");

constexpr Sql select_receipt_number(R"sql(
  SELECT n.phone FROM phone_numbers n
  LEFT JOIN phone_opt_outs o ON o.phone = n.phone
  WHERE n.user_id = $1 AND n.for_receipts = 1 AND n.released_at IS NULL AND COALESCE(o.is_opted_out, 0) = 0
)sql");

people::Employee employee_of(const Row& row, std::string_view default_zone) {
  people::Employee employee;
  employee.member = row.id<people::MemberId>(0);
  employee.user = row.id<people::UserId>(1);
  employee.name = row.text(2);
  employee.first_name = row.text(3);
  employee.team = row.id<people::TeamId>(4);
  employee.team_name = row.text(5);
  employee.position = row.maybe_id<people::PositionId>(6);
  employee.position_name = row.text_or_empty(7);
  employee.time_zone = row.is_null(8) ? std::string(default_zone) : row.text(8);
  employee.language = people::parse_language(row.text(9)).value_or(people::Language::en);
  if (!row.is_null(10)) employee.email = row.text(10);
  if (!row.is_null(employee_columns)) employee.receipts_to = row.text(employee_columns);
  return employee;
}

leave::WorkingPattern pattern_of(Transaction& tx, people::MemberId member) {
  const Rows found = tx.run(select_pattern, {member});
  if (found.empty()) return leave::WorkingPattern::office_hours();
  leave::WorkingPattern pattern;
  pattern.rotation_weeks = static_cast<int>(found.front().integer(1));
  pattern.first_monday = found.front().maybe_day(2).value_or(base::Day{});
  for (const Row& row : tx.run(select_pattern_days, {found.front().integer(0)})) {
    pattern.days.push_back({.week = static_cast<int>(row.integer(0)),
                            .weekday = std::chrono::weekday(static_cast<unsigned>(row.integer(1))),
                            .shift = {row.minutes(2), row.minutes(3), row.minutes(4)}});
  }
  return pattern;
}

}  // namespace

std::vector<PhoneMatch> employees_with_phone(Transaction& tx, std::string_view e164, base::Day day,
                                             std::string_view default_zone) {
  std::vector<PhoneMatch> matches;
  for (const Row& row : tx.run(select_by_phone, {e164, day})) {
    matches.push_back({employee_of(row, default_zone), row.flag(employee_columns + 1)});
  }
  return matches;
}

std::optional<people::Employee> find_employee(Transaction& tx, people::MemberId member,
                                              std::string_view default_zone) {
  const Rows found = tx.run(select_by_member, {member});
  if (found.empty()) return {};
  return employee_of(found.front(), default_zone);
}

leave::WorkCalendar work_calendar(Transaction& tx, people::MemberId member, base::Day from,
                                  std::optional<base::Day> through) {
  // The shift that began yesterday counts too.
  const base::Day first = from - std::chrono::days(1);
  const base::Day last = std::max(from + std::chrono::days(70), through.value_or(from));
  leave::WorkCalendar calendar(pattern_of(tx, member));
  for (const Row& row : tx.run(select_overrides, {member, first, last})) {
    calendar.override_day(row.day(0), {row.minutes(1), row.minutes(2), row.minutes(3)});
  }
  for (const Row& row : tx.run(select_holidays, {member, first, last}))
    calendar.add_holiday(row.day(0));
  return calendar;
}

TeamRules team_rules(Transaction& tx, people::TeamId team) {
  const Rows found = tx.run(select_team_rules, {team});
  if (found.empty()) return {};
  return {found.front().minutes(0), found.front().flag(1)};
}

Headcount headcount(Transaction& tx, const people::Employee& employee, base::Day day) {
  const std::int64_t position = employee.position ? employee.position->value() : 0;
  const Rows counted = tx.run(count_out, {employee.team, position, day});
  return {.out = counted.front().integer(1), .of = counted.front().integer(0)};
}

std::optional<std::string> receipt_number_of(Transaction& tx, people::UserId user) {
  const Rows found = tx.run(select_receipt_number, {user});
  if (found.empty()) return {};
  return found.front().text(0);
}

}  // namespace store

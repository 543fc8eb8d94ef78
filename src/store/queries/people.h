// Employees as the line needs them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/leave/work_calendar.h"
#include "domain/people/person.h"
#include "store/database.h"

namespace store {

struct PhoneMatch {
  people::Employee employee;
  bool is_shared = false;  // the number is marked as one that several use
};

/// The active employees (first day <= day <= last day) who have this number on file, by name. More
/// than one only for a shared number. `default_zone` is the organisation's, for people whose site
/// says nothing.
std::vector<PhoneMatch> employees_with_phone(Transaction& tx, std::string_view e164, base::Day day,
                                             std::string_view default_zone);
std::optional<people::Employee> find_employee(Transaction& tx, people::MemberId member,
                                              std::string_view default_zone);

/// The person's own pattern, else the position's, else office hours; overrides and holidays of the
/// 70 days from `from` on, and to `through` where that is later.
leave::WorkCalendar work_calendar(Transaction& tx, people::MemberId member, base::Day from,
                                  std::optional<base::Day> through = {});

struct TeamRules {
  base::Minutes ask_day_from{840};
  bool call_outs_need_approval = true;
};
TeamRules team_rules(Transaction& tx, people::TeamId team);

/// "2 of 6 RNs out": people of the same position (of the team where there is none) with a live
/// call-out or approved leave on that day, and how many there are.
struct Headcount {
  std::int64_t out = 0;
  std::int64_t of = 0;
};
Headcount headcount(Transaction& tx, const people::Employee& employee, base::Day day);

/// A person's numbers of record that may be texted a receipt (not opted out); nothing when there is
/// none.
std::optional<std::string> receipt_number_of(Transaction& tx, people::UserId user);

}  // namespace store

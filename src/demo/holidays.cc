#include "demo/holidays.h"

#include <chrono>

namespace demo {
namespace {

using namespace std::chrono;

base::Day observed(base::Day day) {
  if (weekday(day) == Saturday) return day - days(1);
  if (weekday(day) == Sunday) return day + days(1);
  return day;
}

std::vector<Holiday> holidays_of(year in) {
  return {{observed(in / January / 1), "New Year's Day"},
          {sys_days(in / January / Monday[3]), "Martin Luther King Jr. Day"},
          {sys_days(in / February / Monday[3]), "Presidents' Day"},
          {sys_days(in / May / Monday[last]), "Memorial Day"},
          {observed(in / June / 19), "Juneteenth"},
          {observed(in / July / 4), "Independence Day"},
          {sys_days(in / September / Monday[1]), "Labor Day"},
          {sys_days(in / November / Thursday[4]), "Thanksgiving Day"},
          {observed(in / December / 25), "Christmas Day"}};
}

}  // namespace

std::vector<Holiday> holidays_within(base::DayRange range) {
  const year first = year_month_day(range.first).year();
  // The next year's first day may be observed in this one.
  const year after = year_month_day(range.last).year() + years(1);
  std::vector<Holiday> within;
  for (year in = first; in <= after; ++in) {
    for (const Holiday& holiday : holidays_of(in)) {
      if (range.contains(holiday.day)) within.push_back(holiday);
    }
  }
  return within;
}

}  // namespace demo

#include "demo/holidays.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace demo {
namespace {

std::vector<std::string> days_of(const char* first, const char* last) {
  std::vector<std::string> days;
  for (const Holiday& holiday :
       holidays_within({base::parse_day(first).value(), base::parse_day(last).value()}))
    days.push_back(base::iso(holiday.day));
  std::ranges::sort(days);
  return days;
}

TEST(Holidays, AreNineAYearMovedOffTheWeekend) {
  EXPECT_EQ(days_of("2026-01-01", "2026-12-31"),
            (std::vector<std::string>{"2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25",
                                      "2026-06-19", "2026-07-03", "2026-09-07", "2026-11-26",
                                      "2026-12-25"}));
  EXPECT_EQ(days_of("2027-12-20", "2028-01-10"),
            (std::vector<std::string>{"2027-12-24", "2027-12-31"}));
}

}  // namespace
}  // namespace demo

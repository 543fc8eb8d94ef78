#include "platform/time_zone.h"

#include <array>
#include <chrono>
#include <ostream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace platform {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)
using std::chrono::seconds;

TimeZone zone_of(std::string_view name) {
  return TimeZone::find(name).value();
}

base::Moment utc(const char* day, base::Minutes time) {
  return base::Moment(*base::parse_day(day)) + time;
}

/// A change of the clocks that has happened, so that no law changes it any more (IANA tzdata).
struct Edge {
  const char* zone;
  base::Moment at;
  base::Minutes before;  // offset from UTC until then
  base::Minutes after;
};

const std::vector<Edge>& edges() {
  static const std::vector<Edge> all = {
      {"America/New_York", utc("2025-03-09", 7h), -5h, -4h},
      {"America/New_York", utc("2025-11-02", 6h), -4h, -5h},
      {"America/Chicago", utc("2025-03-09", 8h), -6h, -5h},
      {"America/Chicago", utc("2025-11-02", 7h), -5h, -6h},
      {"America/Denver", utc("2025-03-09", 9h), -7h, -6h},
      {"America/Denver", utc("2025-11-02", 8h), -6h, -7h},
      {"America/Los_Angeles", utc("2025-03-09", 10h), -8h, -7h},
      {"America/Los_Angeles", utc("2025-11-02", 9h), -7h, -8h},
      {"America/Anchorage", utc("2025-03-09", 11h), -9h, -8h},
      {"America/Anchorage", utc("2025-11-02", 10h), -8h, -9h},
      {"America/Halifax", utc("2025-03-09", 6h), -4h, -3h},
      {"America/Halifax", utc("2025-11-02", 5h), -3h, -4h},
      {"America/St_Johns", utc("2025-03-09", 5h + 30min), -3h - 30min, -2h - 30min},
      {"America/St_Johns", utc("2025-11-02", 4h + 30min), -2h - 30min, -3h - 30min},
      {"America/Havana", utc("2025-03-09", 5h), -5h, -4h},    // midnight does not exist
      {"America/Havana", utc("2025-11-02", 5h), -4h, -5h},    // midnight comes twice
      {"America/Santiago", utc("2025-09-07", 4h), -4h, -3h},  // midnight does not exist
      {"America/Santiago", utc("2025-04-06", 3h), -3h, -4h},  // back into the day before
      {"Europe/London", utc("2025-03-30", 1h), 0h, 1h},
      {"Europe/London", utc("2025-10-26", 1h), 1h, 0h},
      {"Europe/Berlin", utc("2025-03-30", 1h), 1h, 2h},
      {"Europe/Berlin", utc("2025-10-26", 1h), 2h, 1h},
      {"Australia/Lord_Howe", utc("2025-10-04", 15h + 30min), 10h + 30min, 11h},  // half an hour
      {"Australia/Lord_Howe", utc("2025-04-05", 15h), 11h, 10h + 30min},
      {"Pacific/Apia", utc("2011-12-30", 10h), -10h, 14h},  // the 30th never was
  };
  return all;
}

LocalTime shifted(base::Moment moment, base::Minutes offset) {
  const base::Moment wall = moment + offset;
  const auto day = std::chrono::floor<std::chrono::days>(wall);
  return {day, std::chrono::floor<base::Minutes>(wall - day)};
}

void expect_same(const LocalTime& is, const LocalTime& should, const Edge& edge, seconds off) {
  EXPECT_EQ(base::iso(is.day), base::iso(should.day)) << edge.zone << " " << off.count();
  EXPECT_EQ(is.time_of_day.count(), should.time_of_day.count()) << edge.zone << " " << off.count();
}

TEST(TimeZone, JumpsExactlyAtTheEdge) {
  for (const Edge& edge : edges()) {
    const TimeZone zone = zone_of(edge.zone);
    for (const seconds off : {-86400s, -2s, -1s, 0s, 1s, 2s, 86400s}) {
      const auto offset = off < 0s ? edge.before : edge.after;
      expect_same(zone.local(edge.at + off), shifted(edge.at + off, offset), edge, off);
    }
  }
}

TEST(TimeZone, GivesTheMomentOfTheJumpForATimeThatNeverIs) {
  for (const Edge& edge : edges()) {
    if (edge.after < edge.before) continue;
    const TimeZone zone = zone_of(edge.zone);
    for (base::Minutes into{0}; into < edge.after - edge.before; into += 1min) {
      const LocalTime wall = shifted(edge.at + into, edge.before);
      EXPECT_EQ(zone.moment_of(wall.day, wall.time_of_day), edge.at) << edge.zone << into.count();
    }
    const LocalTime last = shifted(edge.at - 1min, edge.before);
    EXPECT_EQ(zone.moment_of(last.day, last.time_of_day), edge.at - 1min) << edge.zone;
    const LocalTime next = shifted(edge.at + 1min, edge.after);
    EXPECT_EQ(zone.moment_of(next.day, next.time_of_day), edge.at + 1min) << edge.zone;
  }
}

TEST(TimeZone, GivesTheEarlierMomentOfATimeThatComesTwice) {
  for (const Edge& edge : edges()) {
    if (edge.after > edge.before) continue;
    const TimeZone zone = zone_of(edge.zone);
    for (base::Minutes into{0}; into < edge.before - edge.after; into += 1min) {
      const LocalTime wall = shifted(edge.at + into, edge.after);
      EXPECT_EQ(zone.moment_of(wall.day, wall.time_of_day),
                edge.at + into - (edge.before - edge.after))
          << edge.zone << into.count();
    }
  }
}

TEST(TimeZone, ChangesTheDayExactlyAtMidnight) {
  constexpr std::chrono::days three_days(3);
  for (const Edge& edge : edges()) {
    const TimeZone zone = zone_of(edge.zone);
    const base::Day middle = zone.local(edge.at).day;
    for (base::Day day = middle - three_days; day <= middle + three_days;
         day += std::chrono::days(1)) {
      if (std::string_view(edge.zone) == "Pacific/Apia" && base::iso(day) == "2011-12-30") continue;
      const base::Moment midnight = zone.moment_of(day, 0min);
      EXPECT_EQ(zone.local(midnight).day, day) << edge.zone << base::iso(day);
      EXPECT_EQ(zone.local(midnight + 2s).day, day) << edge.zone << base::iso(day);
      EXPECT_LT(zone.local(midnight - 1s).day, day) << edge.zone << base::iso(day);
      EXPECT_LT(zone.local(midnight - 2s).day, day) << edge.zone << base::iso(day);
    }
  }
}

TEST(TimeZone, CanShowYesterdayAgainAfterMidnight) {
  // 00:00 in Santiago was put back to 23:00: the day before lasts an hour longer.
  const TimeZone zone = zone_of("America/Santiago");
  const base::Day day = *base::parse_day("2025-04-05");
  EXPECT_EQ(zone.moment_of(day + std::chrono::days(1), 0min) - zone.moment_of(day, 0min), 25h);
}

TEST(TimeZone, SkipsADayThatNeverWas) {
  const TimeZone zone = zone_of("Pacific/Apia");
  const base::Day missing = *base::parse_day("2011-12-30");
  EXPECT_EQ(zone.moment_of(missing, 12h), zone.moment_of(missing + std::chrono::days(1), 0min));
}

TEST(TimeZone, OfAMomentAndBackIsTheSameMinute) {
  EXPECT_TRUE(rc::check(
      "moment_of(local(moment)) is the moment's minute, or the same wall time earlier", [] {
        const TimeZone zone =
            zone_of(edges()[*rc::gen::inRange<std::size_t>(0, edges().size())].zone);
        const auto moment =
            base::from_epoch_seconds(*rc::gen::inRange<std::int64_t>(0, 2'100'000'000));
        const LocalTime local = zone.local(moment);
        RC_ASSERT(0min <= local.time_of_day && local.time_of_day < 24h);
        const base::Moment back = zone.moment_of(local.day, local.time_of_day);
        const LocalTime again = zone.local(back);
        RC_ASSERT(back <= moment);
        RC_ASSERT(again.day == local.day && again.time_of_day == local.time_of_day);
      }));
}

TEST(TimeZone, WithoutSummerTimeNeverChanges) {
  for (const char* name :
       {"America/Phoenix", "Pacific/Honolulu", "America/Puerto_Rico", "Etc/UTC"}) {
    const TimeZone zone = zone_of(name);
    const auto winter = zone.local(utc("2025-01-15", 12h));
    const auto summer = zone.local(utc("2025-07-15", 12h));
    EXPECT_EQ(winter.time_of_day, summer.time_of_day) << name;
  }
}

TEST(TimeZone, Utc) {
  const TimeZone zone = TimeZone::utc();
  EXPECT_EQ(zone.name(), "Etc/UTC");
  EXPECT_EQ(zone.moment_of(*base::parse_day("1970-01-02"), 1min), base::from_epoch_seconds(86460));
  EXPECT_EQ(base::iso(zone.local(base::from_epoch_seconds(-1)).day), "1969-12-31");
}

TEST(TimeZone, ThatIsUnknownNamesTheSetting) {
  for (const char* name :
       {"", "Mars/Olympus", "america/new_york", "EST5", "../etc/passwd", "America", "tzdata.zi",
        "zone.tab", "posixrules", "leapseconds", "New York"}) {
    const auto zone = TimeZone::find(name);
    ASSERT_FALSE(zone) << name;
    EXPECT_EQ(zone.problem().field, "TIME_ZONE");
    EXPECT_NE(zone.problem().remedy.find("America/New_York"), std::string::npos);
  }
}

}  // namespace
}  // namespace platform

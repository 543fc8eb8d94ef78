#include "platform/time_zone.h"

#include <date/tz.h>

#include "platform/failure.h"

namespace platform {
namespace {

date::local_seconds local_seconds(base::Day day, base::Minutes time_of_day) {
  return date::local_seconds(std::chrono::seconds(day.time_since_epoch()) + time_of_day);
}

}  // namespace

base::Result<TimeZone> TimeZone::find(std::string_view name) {
  try {
    const date::time_zone* zone = date::locate_zone(name);
    // The file is read at the first question: a broken one should show now, not at five in the
    // morning.
    zone->get_info(base::Moment{});
    return TimeZone(std::string(name), zone);
  } catch (const std::runtime_error&) {
    return base::Problem{
        "TIME_ZONE", "is not a time zone that this machine knows",
        "write a name like America/New_York, in exactly this spelling (timedatectl "
        "list-timezones shows all; they come with the package tzdata)"};
  }
}

TimeZone TimeZone::utc() {
  auto zone = find("Etc/UTC");
  if (!zone) throw Failure("the machine has no time zone data: install the package tzdata");
  return std::move(zone).value();
}

LocalTime TimeZone::local(base::Moment moment) const {
  const auto since_epoch = zone_->to_local(moment).time_since_epoch();
  const auto day = std::chrono::floor<std::chrono::days>(since_epoch);
  return {base::Day(day), std::chrono::floor<base::Minutes>(since_epoch - day)};
}

base::Moment TimeZone::moment_of(base::Day day, base::Minutes time_of_day) const {
  const date::local_seconds wall = local_seconds(day, time_of_day);
  const date::local_info info = zone_->get_info(wall);
  if (info.result == date::local_info::nonexistent) return info.first.end;
  // Of a time that comes twice, `first` is the earlier.
  return base::Moment(wall.time_since_epoch() - info.first.offset);
}

}  // namespace platform

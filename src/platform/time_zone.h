// "Today" has one rule: the site's zone (IANA name, the system's tzdata), asked once per act.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/time.h"

namespace date {
class time_zone;  // NOLINT(readability-identifier-naming): the library's own name
}

namespace platform {

struct LocalTime {
  base::Day day;
  base::Minutes time_of_day;  // shown by the wall clock, 00:00 to 23:59
};

/// Immutable and thread-safe.
class TimeZone {
 public:
  /// "America/New_York". A Problem names the field TIME_ZONE and a remedy.
  static base::Result<TimeZone> find(std::string_view name);
  /// Throws Failure when the machine has no time zone data.
  static TimeZone utc();

  const std::string& name() const { return name_; }
  LocalTime local(base::Moment moment) const;
  /// The moment at which a wall clock shows this; the earlier one when it shows it twice, the
  /// moment of the jump when it never does.
  base::Moment moment_of(base::Day day, base::Minutes time_of_day) const;

 private:
  TimeZone(std::string name, const date::time_zone* zone) : name_(std::move(name)), zone_(zone) {}
  std::string name_;
  const date::time_zone* zone_;  // owned by the library for ever
};

}  // namespace platform

// Dates by which the REST API's lists are narrowed: "DateSent", "DateSent>" and "DateSent<".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "http/message.h"
#include "simulator/moment.h"

namespace simulator {

/// "2026-11-22T15:04:05Z"; nothing when it is no moment in UTC.
std::optional<Moment> moment_in(std::string_view text);

class DateFilter {
 public:
  /// Of the parameters with that name, bare or followed by ">" or "<": each a day in UTC
  /// ("2026-11-22") or a moment ("2026-11-22T15:04:05Z"). Nothing when one is neither.
  static std::optional<DateFilter> read(const http::Form& query, std::string_view name);

  /// Both ends belong to it; a day is compared by days, a moment by seconds.
  bool holds(Moment moment) const;
  /// What has not happened yet is within no bounds.
  bool holds(const std::optional<Moment>& moment) const {
    return moment ? holds(*moment) : bounds_.empty();
  }

 private:
  struct Bound {
    char sign = '=';  // or '>' or '<'
    bool is_day = false;
    Moment moment = {};
  };
  std::vector<Bound> bounds_;
};

}  // namespace simulator

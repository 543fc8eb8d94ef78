#include "app/check_pin.h"

#include <algorithm>

#include "domain/people/phone_number.h"
#include "store/queries/people.h"
#include "store/queries/sign_in.h"

namespace app {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr std::int64_t failures_an_hour_by_caller = 10;
constexpr std::int64_t failures_an_hour_on_line = 60;

// For the person whose employee number was keyed.
constexpr std::int64_t failures_before_waiting = 5;
constexpr std::int64_t failures_before_the_end = 50;  // until HR issues a new PIN
constexpr seconds first_wait{30};
constexpr seconds longest_wait = hours(1);

std::string caller_of(std::string_view from) {
  return people::PhoneNumber::is_caller_id(from) ? std::string(from) : "withheld";
}

/// 30 seconds after the fifth failure, then twice as long after each further one.
seconds wait_after(std::int64_t failures) {
  if (failures < failures_before_waiting) return seconds(0);
  seconds wait = first_wait;
  for (std::int64_t more = failures_before_waiting; more < failures && wait < longest_wait; ++more)
    wait *= 2;
  return std::min(wait, longest_wait);
}

bool must_wait(const store::MemberFailures& failures, base::Moment now) {
  if (failures.count >= failures_before_the_end) return true;
  return failures.last && now < *failures.last + wait_after(failures.count);
}

}  // namespace

callout::CallEvent check_pin(store::Transaction& tx, const Line& line, const PinTry& attempt,
                             base::Moment now) {
  const base::Day today = wall_clock(line.time_zone, now).day;
  const auto owner = store::member_with_pin(tx, line.vault.pin_hash(attempt.digits), today);
  std::optional<people::MemberId> named;
  bool is_right = owner.has_value();
  if (attempt.has_employee_number) {
    named = store::member_with_number(tx, attempt.employee_number, today);
    const auto failures = store::pin_failures_of_member(tx, named.value_or(people::MemberId(0)));
    is_right = owner && owner == named && !must_wait(failures, now);
  }
  if (is_right && !is_sign_in_closed(tx, attempt.from, now)) {
    const auto employee = store::find_employee(tx, *owner, line.time_zone);
    return callout::PinAccepted{.member = *owner, .language = employee->language};
  }
  store::note_pin_failure(
      tx, {.call_sid = attempt.call_sid, .caller = caller_of(attempt.from), .member = named}, now);
  return callout::PinRefused{.is_closed = is_sign_in_closed(tx, attempt.from, now)};
}

bool is_sign_in_closed(store::Transaction& tx, std::string_view from, base::Moment now) {
  const base::Moment since = now - hours(1);
  return store::pin_failures_of_caller(tx, caller_of(from), since) >= failures_an_hour_by_caller ||
         store::pin_failures_on_line(tx, since) >= failures_an_hour_on_line;
}

}  // namespace app

#include "demo/life.h"

#include <cstdio>
#include <utility>

#include "app/after_failure.h"
#include "app/unanswered.h"

namespace demo {
namespace {

constexpr std::uint64_t seed = 20'260'117;
// The longest that anything open waits for its word: a question, a call's end, a cut-off text.
constexpr std::chrono::minutes longest_story{13};
// Until what follows from an act has been delivered.
constexpr std::chrono::seconds settling{10};

}  // namespace

Life::Life(store::Transaction& tx, const Parts& parts)
    : tx_(tx),
      parts_(parts),
      zone_(platform::TimeZone::find(parts.time_zone).value()),
      dice_(seed),
      line_({.vault = parts.vault,
             .random = dice_.random(),
             .time_zone = parts.time_zone,
             .own_numbers = parts.line_numbers}),
      post_(tx, parts.database.dialect(), line_, parts.texts, parts.mails) {}

void Life::at(base::Moment when, Act act) {
  if (when + settling <= present()) planned_.push({when, plans_++, std::move(act)});
}

void Life::begin(base::Moment when, Act act) {
  if (when + longest_story <= present()) at(when, std::move(act));
}

void Life::run() {
  while (!planned_.empty()) {
    const Planned next = planned_.top();
    planned_.pop();
    pass(next.when);
    next.act();
    post_.carry(now_);
  }
  pass(present());
}

/// What the server's own timers do, in their time.
void Life::pass(base::Moment until) {
  now_ = until;
  const int unanswered = app::close_unanswered(tx_, line_, now_);
  const int forgotten = app::close_forgotten_calls(tx_, line_, rules_, now_);
  if (unanswered + forgotten > 0 || post_.is_due(now_)) post_.carry(now_);
}

base::Moment Life::moment(base::Day day, base::Minutes time_of_day) const {
  return zone_.moment_of(day, time_of_day);
}

base::Day Life::today() const {
  return zone_.local(now_).day;
}

base::Day Life::last_day() const {
  return zone_.local(present()).day;
}

std::string Life::next_id(std::string_view kind) {
  std::string digits(33, '\0');
  const int length = std::snprintf(digits.data(), digits.size(), "d%031llx",
                                   static_cast<unsigned long long>(++ids_));
  digits.resize(static_cast<std::size_t>(length));
  return std::string(kind) + digits;
}

}  // namespace demo

#include "server/timers.h"

#include "app/after_failure.h"
#include "app/guessable_pins.h"
#include "app/sign_in_throttle.h"
#include "app/unanswered.h"
#include "store/queries/answers.h"

namespace server {
namespace {

constexpr std::chrono::days answers_kept{7};

}  // namespace

int do_what_time_brings(store::Transaction& tx, const app::Line& line, const app::CallRules& rules,
                        std::size_t pin_length, base::Moment now) {
  int handled = app::close_unanswered(tx, line, now);
  handled += app::close_forgotten_calls(tx, line, rules, now);
  handled += app::escalate_overdue(tx, line.vault, now);
  handled += app::warn_of_guessable_pins(tx, line, pin_length, now) ? 1 : 0;
  handled += static_cast<int>(store::forget_answers(tx, now - answers_kept));
  app::forget_sign_ins(tx, now);
  return handled;
}

}  // namespace server

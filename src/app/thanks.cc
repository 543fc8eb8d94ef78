#include "app/thanks.h"

#include "store/queries/attempts.h"

namespace app {
namespace {

constexpr std::chrono::hours need_no_answer{12};

}  // namespace

bool is_thanks_for_something(store::Transaction& tx, std::string_view from,
                             const callout::TextCommand& command, base::Moment now) {
  if (!std::holds_alternative<callout::Thanks>(command)) return false;
  const base::Moment since = now - need_no_answer;
  return store::answers_since(tx, from, since) > 0 || store::was_texted_since(tx, from, since);
}

}  // namespace app

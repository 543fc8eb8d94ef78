// Something that arrived while nobody here took it, found later in the provider's lists. It ends as
// it would have ended then, but nobody is waiting any more: what would have been answered leaves as
// a text of its own, and "today" is the day on which it was said.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/take_call.h"
#include "app/take_text.h"
#include "store/queries/answers.h"

namespace app {

/// Older than this it leaves its trace and tells nobody: a day later it is not true any more.
inline constexpr std::chrono::hours too_late{24};

/// The channel's words for what came of a text.
struct LateAnswer {
  std::optional<std::string> words;  // none: nothing needs saying
  store::StoredAnswer to_webhook;    // for one that comes after all
};
using WordLateAnswer = std::function<LateAnswer(const TextAnswer&)>;

/// Nothing when its webhook has come in the meantime. `text.sent_at` is set.
void take_missed_text(store::Transaction& tx, const Line& line, const IncomingText& text,
                      const WordLateAnswer& word, base::Moment now);

/// A call that is over, and what was recorded in it. `call.began_at` is set.
struct MissedCall {
  IncomingCall call;
  std::string status;
  std::vector<RecordingNews> recordings;
};
/// Takes in as much of it as is not known.
void take_missed_call(store::Transaction& tx, const Line& line, const CallRules& rules,
                      const MissedCall& missed, base::Moment now);
/// Whether anything of it is not known.
bool is_call_missed(store::Transaction& tx, const Line& line, const MissedCall& missed);

}  // namespace app

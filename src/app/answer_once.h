// Exactly once: the first time an event's key is seen its work is done; every repeat gets the first
// answer, byte for byte, and nothing happens again. The keys are the provider's own ids, which are
// unique for ever; its idempotency header is not used, since a fallback and reconciliation arrive
// without it.
#pragma once

#include <functional>
#include <string_view>

#include "store/queries/answers.h"

namespace app {

/// Claims `key` and runs `f` in the same transaction, or returns what was answered before. When `f`
/// throws, nothing of it remains and the key is free again.
store::StoredAnswer answer_once(store::Transaction& tx, std::string_view key, base::Moment now,
                                const std::function<store::StoredAnswer()>& f);

}  // namespace app

// A notice that does not get through takes another way, then another person; at last it is an alarm
// on the board. Called in the transaction that settles the failure, so that the next way is never
// forgotten.
#pragma once

#include <chrono>

#include "platform/vault.h"
#include "store/database.h"
#include "store/queries/outbox.h"

namespace app {

/// An alert that nobody has accepted for so long takes another way while it is still being tried.
inline constexpr std::chrono::minutes alert_deadline{2};

/// `failed` has been marked failed for good.
/// An alert: the same person's other channel, unless that was tried or is under way; else, when
/// nobody else was told, HR; else an alarm. A picture for HR takes the other channel only. An
/// employee's receipt goes by e-mail when the text failed, and a decision about their request by
/// text when the mail did. Courtesies end here.
void after_failure(store::Transaction& tx, const platform::Vault& vault,
                   const store::Notice& failed, base::Moment now);

/// The same for every alert past its deadline, each once. Returns how many there were.
int escalate_overdue(store::Transaction& tx, const platform::Vault& vault, base::Moment now);

}  // namespace app

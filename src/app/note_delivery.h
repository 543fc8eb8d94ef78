// What the provider says later about a text it took: sent, delivered, or not. Callbacks come in any
// order and more than once; a status moves forward only.
#pragma once

#include <optional>
#include <string>

#include "app/sender.h"
#include "platform/vault.h"
#include "store/database.h"

namespace app {

struct DeliveryReport {
  std::optional<notice::NoticeId> notice;  // from the callback's own URL
  std::string provider_id;                 // the message's SID
  std::string status;  // "queued", "sending", "sent", "delivered", "undelivered", "failed"
  int error_code = 0;  // the provider's; 0: none
  ErrorClass error = ErrorClass::permanent;  // what the channel makes of it
};

/// Nothing happens for a message that is not ours. One that did not arrive is sent again at most
/// three times if its error may pass, and else is a failure like any other (after_failure.h).
/// "Delivered" always counts, also for a try that was taken for lost.
void note_delivery(store::Transaction& tx, const platform::Vault& vault,
                   const DeliveryReport& report, base::Moment now);

}  // namespace app

// Sends what the outbox holds, one channel each. A notice leaves at least once and, where the other
// side can be asked, at most once: whatever may have got through is looked up before it is sent
// again.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/sender.h"
#include "app/step.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/vault.h"
#include "store/database.h"

namespace app {

/// One thread at a time; several workers, also in other processes, may share a channel.
class OutboxWorker {
 public:
  /// All must outlive the worker. The clock says how late it has become while sending.
  OutboxWorker(store::Database& database, Sender& sender, const platform::Vault& vault,
               platform::Clock clock, platform::Random random, platform::Log log);

  /// Sends what is due at `now`, at most 20 notices. Claims nothing while the sender is not
  /// configured.
  Step step(base::Moment now);
  /// From any thread: `step` ends after the notice at hand; the others it had claimed wait again.
  void stop() { is_stopping_ = true; }

 private:
  std::vector<store::Notice> claim(base::Moment now, int& handled);
  bool settles_unsent(store::Transaction& tx, const store::Notice& notice, base::Moment now);
  bool render(store::Transaction& tx, store::Notice& notice, base::Moment now);
  void handle(const store::Notice& notice);
  void put_back(const store::Notice& notice);
  bool still_ours(const store::Notice& notice);
  SendOutcome look_then_send(const store::Notice& notice);
  void settle(store::Transaction& tx, const store::Notice& notice, const SendOutcome& outcome);
  void refused(store::Transaction& tx, const store::Notice& notice, const NotAccepted& why,
               base::Moment now);
  void fail(store::Transaction& tx, const store::Notice& notice, std::string_view error_class,
            int code, base::Moment now);
  void log(const store::Notice& notice, const SendOutcome& outcome) const;

  store::Database& database_;
  Sender& sender_;
  const platform::Vault& vault_;
  platform::Clock clock_;
  platform::Random random_;
  platform::Log log_;
  std::string owner_;
  base::Moment leased_at_;
  std::atomic<bool> is_stopping_{false};
};

}  // namespace app

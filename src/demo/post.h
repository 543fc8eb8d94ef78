// Brings the notices of the demo's past to nobody: each is worded as it was then, taken, and, if it
// is a text, delivered some seconds later.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/line.h"
#include "app/outbox_worker.h"
#include "app/sender.h"
#include "demo/one_transaction.h"

namespace demo {

/// Takes what another sender has worded. Now and then a text to an employee does not reach the
/// telephone, or the mail about a decision a full mailbox, so that the next way is taken.
class NobodysSender final : public app::Sender {
 public:
  explicit NobodysSender(const app::Sender& words) : words_(words) {}

  notice::Channel channel() const override { return words_.channel(); }
  bool is_configured() const override { return true; }
  std::string render(const store::Notice& notice) const override { return words_.render(notice); }
  app::SendOutcome send(const store::Notice& notice, const std::string& rendering) override;
  std::variant<std::optional<std::string>, app::NotAccepted> find_sent(
      const store::Notice& notice, const std::string& rendering) override;

  /// The texts that were taken since the last call.
  std::vector<notice::NoticeId> taken();
  /// Whether one was not taken since the last call: another way is due at once.
  bool has_refused() { return std::exchange(has_refused_, false); }

 private:
  int refusal_of(const store::Notice& notice) const;

  const app::Sender& words_;
  std::vector<notice::NoticeId> taken_;
  bool has_refused_ = false;
};

/// Lives no longer than the transaction.
class Post {
 public:
  Post(store::Transaction& tx, store::Dialect dialect, const app::Line& line,
       const app::Sender& texts, const app::Sender& mails);
  Post(const Post&) = delete;
  Post& operator=(const Post&) = delete;

  /// All that is due at `now`.
  void carry(base::Moment now);
  /// Whether anything is that waited when it was carried last.
  bool is_due(base::Moment now) const { return next_ && *next_ <= now; }

 private:
  void deliver(base::Moment now);

  store::Transaction& tx_;
  const app::Line& line_;
  base::Moment now_;
  std::optional<base::Moment> next_;
  OneTransaction database_;
  NobodysSender texts_;
  NobodysSender mails_;
  app::OutboxWorker text_worker_;
  app::OutboxWorker mail_worker_;
};

}  // namespace demo

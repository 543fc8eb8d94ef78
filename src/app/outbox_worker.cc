#include "app/outbox_worker.h"

#include <exception>
#include <utility>

#include "app/after_failure.h"
#include "app/backoff.h"
#include "store/queries/alarms.h"
#include "store/queries/opt_outs.h"

namespace app {
namespace {

constexpr int batch = 20;
constexpr std::chrono::seconds lease{30};
// A look-up and a try take at most 20 s, so that a lease this young outlasts them.
constexpr std::chrono::seconds fresh{5};

bool is_too_old(const store::Notice& notice, base::Moment now) {
  // Nobody is helped any more: the notice is given up.
  return now - notice.created_at >= notice::lifetime(notice.kind);
}

store::AlarmKind configuration_alarm(notice::Channel channel) {
  return channel == notice::Channel::sms ? store::AlarmKind::provider_configuration
                                         : store::AlarmKind::mail_configuration;
}

}  // namespace

OutboxWorker::OutboxWorker(store::Database& database, Sender& sender, const platform::Vault& vault,
                           platform::Clock clock, platform::Random random, platform::Log log)
    : database_(database),
      sender_(sender),
      vault_(vault),
      clock_(std::move(clock)),
      random_(std::move(random)),
      log_(std::move(log)),
      owner_(platform::random_token(random_)) {}

Step OutboxWorker::step(base::Moment now) {
  if (!sender_.is_configured() || is_stopping_) return {};
  Step step;
  leased_at_ = now;
  for (const store::Notice& notice : claim(now, step.handled)) handle(notice);
  database_.read(
      [&](store::Transaction& tx) { step.next = store::next_due(tx, sender_.channel()); });
  return step;
}

std::vector<store::Notice> OutboxWorker::claim(base::Moment now, int& handled) {
  std::vector<store::Notice> to_send;
  database_.write([&](store::Transaction& tx) {
    to_send.clear();  // the job may run again
    auto claimed = store::claim_due(tx, vault_, sender_.channel(), owner_, now, lease, batch);
    handled = static_cast<int>(claimed.size());
    for (store::Notice& notice : claimed) {
      if (settles_unsent(tx, notice, now) || !render(tx, notice, now)) continue;
      to_send.push_back(std::move(notice));
    }
  });
  return to_send;
}

/// True for what must not leave at all.
bool OutboxWorker::settles_unsent(store::Transaction& tx, const store::Notice& notice,
                                  base::Moment now) {
  if (notice.in_doubt) return false;
  if (is_too_old(notice, now)) {
    fail(tx, notice, "gave_up", 0, now);
    return true;
  }
  if (notice.channel == notice::Channel::sms && store::is_opted_out(tx, notice.address)) {
    fail(tx, notice, code_of(ErrorClass::opted_out), 0, now);
    return true;
  }
  return false;
}

/// Words it once and keeps the words before they leave. False when it can't be worded: then it
/// fails, and does not hold up the others.
bool OutboxWorker::render(store::Transaction& tx, store::Notice& notice, base::Moment now) {
  if (!notice.rendering.empty()) return true;
  try {
    notice.rendering = sender_.render(notice);
  } catch (const store::Failure&) {
    throw;
  } catch (const std::exception&) {
    notice.rendering.clear();
  }
  if (notice.rendering.empty()) {
    fail(tx, notice, "no_words", 0, now);
    return false;
  }
  store::keep_rendering(tx, vault_, notice.id, notice.rendering);
  return true;
}

void OutboxWorker::handle(const store::Notice& notice) {
  if (is_stopping_) return put_back(notice);
  if (!still_ours(notice)) return;
  SendOutcome outcome = NotAccepted{.error = ErrorClass::retry, .code = 0, .in_doubt = true};
  try {
    outcome = look_then_send(notice);
  } catch (const std::exception&) {
    // One notice that breaks its sender must not keep the others from leaving.
    log_.write(platform::Level::error, "sender failed",
               {{platform::LogField::id, notice.id.value()}});
  }
  database_.write([&](store::Transaction& tx) { settle(tx, notice, outcome); });
  log(notice, outcome);
}

/// Unsent, so that the next start need not wait for the lease to run out.
void OutboxWorker::put_back(const store::Notice& notice) {
  database_.write([&](store::Transaction& tx) {
    store::mark_retry(tx, notice.id, clock_(), "stopped", 0, notice.in_doubt);
  });
}

bool OutboxWorker::still_ours(const store::Notice& notice) {
  const base::Moment now = clock_();
  if (now < leased_at_ + fresh) return true;
  bool ours = false;
  database_.write([&](store::Transaction& tx) {
    ours = store::renew_lease(tx, notice.id, owner_, now + lease);
  });
  return ours;
}

SendOutcome OutboxWorker::look_then_send(const store::Notice& notice) {
  if (!notice.in_doubt) return sender_.send(notice, notice.rendering);
  auto found = sender_.find_sent(notice, notice.rendering);
  if (auto* not_looked = std::get_if<NotAccepted>(&found)) {
    not_looked->in_doubt = true;
    return *not_looked;
  }
  if (auto& provider_id = std::get<0>(found)) return Accepted{*std::move(provider_id)};
  if (is_too_old(notice, clock_())) return NotAccepted{};
  return sender_.send(notice, notice.rendering);
}

void OutboxWorker::settle(store::Transaction& tx, const store::Notice& notice,
                          const SendOutcome& outcome) {
  const base::Moment now = clock_();
  if (const auto* accepted = std::get_if<Accepted>(&outcome)) {
    store::mark_accepted(tx, notice.id, accepted->provider_id, now);
    return;
  }
  refused(tx, notice, std::get<NotAccepted>(outcome), now);
}

void OutboxWorker::refused(store::Transaction& tx, const store::Notice& notice,
                           const NotAccepted& why, base::Moment now) {
  const bool may_get_better =
      why.error == ErrorClass::retry || why.error == ErrorClass::configuration;
  if (why.error == ErrorClass::configuration) {
    store::raise_alarm(tx, {.kind = configuration_alarm(notice.channel)}, now);
  }
  if (why.error == ErrorClass::opted_out) {
    store::note_refused_as_opted_out(tx, notice.address, now);
  }
  if (!may_get_better) return fail(tx, notice, code_of(why.error), why.code, now);
  const base::Moment next = now + backoff(random_, notice.attempts);
  // One in doubt is looked up once more, however late it is.
  const bool is_hopeless = is_too_old(notice, now) || (is_too_old(notice, next) && !why.in_doubt);
  if (is_hopeless) return fail(tx, notice, "gave_up", why.code, now);
  store::mark_retry(tx, notice.id, next, code_of(why.error), why.code, why.in_doubt);
}

void OutboxWorker::fail(store::Transaction& tx, const store::Notice& notice,
                        std::string_view error_class, int code, base::Moment now) {
  store::mark_failed(tx, notice.id, error_class, code, now);
  after_failure(tx, vault_, notice, now);
}

void OutboxWorker::log(const store::Notice& notice, const SendOutcome& outcome) const {
  using platform::LogField;
  const auto channel = notice::code_of(notice.channel);
  const auto* refusal = std::get_if<NotAccepted>(&outcome);
  if (refusal == nullptr) {
    log_.write(platform::Level::info, "notice accepted",
               {{LogField::id, notice.id.value()}, {LogField::channel, channel}});
    return;
  }
  log_.write(platform::Level::warning, "notice not accepted",
             {{LogField::id, notice.id.value()},
              {LogField::channel, channel},
              {LogField::attempt, std::int64_t{notice.attempts} + 1},
              {LogField::outcome, code_of(refusal->error)},
              {LogField::code, std::int64_t{refusal->code}}});
}

}  // namespace app

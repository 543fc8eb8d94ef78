#include "store/queries/outbox.h"

#include <algorithm>
#include <tuple>

#include "store/queries/alarms.h"
#include "store/queries/notice_facts.h"

namespace store {
namespace {

constexpr std::string_view arguments_place = "outbox.arguments";
constexpr std::string_view rendering_place = "outbox.rendering";

constexpr Sql insert_notice(R"sql(
  INSERT INTO outbox (kind, channel, priority, user_id, address, language, arguments_sealed,
    call_out_id, attempt_id, pto_request_id, instead_of_id, state, next_attempt_at, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12, $13) RETURNING id
)sql");

// What is due is asked twice: on PostgreSQL the outer WHERE is judged anew on a row that another
// node claimed in between, the inner one is not.
constexpr Sql claim(R"sql(
  UPDATE outbox SET state = 'sending', leased_until = $3, lease_owner = $4, attempts = attempts + 1,
    in_doubt = CASE WHEN state = 'sending' THEN 1 ELSE in_doubt END,
    first_tried_at = COALESCE(first_tried_at, $2)
  WHERE ((state = 'waiting' AND next_attempt_at <= $2) OR (state = 'sending' AND leased_until <= $2))
    AND id IN (
      SELECT id FROM outbox
      WHERE state IN ('waiting', 'sending') AND channel = $1
        AND ((state = 'waiting' AND next_attempt_at <= $2)
          OR (state = 'sending' AND leased_until <= $2))
      ORDER BY priority, next_attempt_at, id LIMIT $5)
  RETURNING id, kind, channel, user_id, address, language, arguments_sealed, rendering_sealed,
    call_out_id, attempt_id, pto_request_id, attempts, in_doubt, created_at, priority,
    next_attempt_at
)sql");

constexpr Sql select_notice(R"sql(
  SELECT id, kind, channel, user_id, address, language, arguments_sealed, rendering_sealed,
    call_out_id, attempt_id, pto_request_id, attempts, in_doubt, created_at
  FROM outbox WHERE id = $1
)sql");

constexpr Sql update_lease(R"sql(
  UPDATE outbox SET leased_until = $3
  WHERE id = $1 AND lease_owner = $2 AND state = 'sending' RETURNING id
)sql");

constexpr Sql select_next_due(R"sql(
  SELECT MIN(CASE WHEN state = 'waiting' THEN next_attempt_at ELSE leased_until END)
  FROM outbox WHERE state IN ('waiting', 'sending') AND channel = $1
)sql");

constexpr Sql update_rendering(R"sql(
  UPDATE outbox SET rendering_sealed = $2 WHERE id = $1
)sql");

constexpr Sql update_accepted(R"sql(
  UPDATE outbox SET state = CASE WHEN state = 'sending' THEN 'accepted' ELSE state END,
    provider_id = COALESCE($2, provider_id), accepted_at = COALESCE(accepted_at, $3),
    leased_until = NULL, lease_owner = NULL, in_doubt = 0
  WHERE id = $1
)sql");

// The next try is a message of its own at the provider, so what was said of the last one goes.
constexpr Sql update_retry(R"sql(
  UPDATE outbox SET state = 'waiting', next_attempt_at = $2, error_class = $3, error_code = $4,
    in_doubt = $5, provider_id = NULL, provider_status = NULL, leased_until = NULL,
    lease_owner = NULL
  WHERE id = $1 AND state IN ('waiting', 'sending', 'accepted')
)sql");

constexpr Sql update_failed(R"sql(
  UPDATE outbox SET state = 'failed', error_class = $2, error_code = $3, settled_at = $4,
    leased_until = NULL, lease_owner = NULL
  WHERE id = $1 AND state NOT IN ('delivered', 'dropped')
)sql");

constexpr Sql update_dropped(R"sql(
  UPDATE outbox SET state = 'dropped', settled_at = $2 WHERE id = $1 AND state = 'waiting'
)sql");

constexpr Sql update_cut_off_dropped(R"sql(
  UPDATE outbox SET state = 'dropped', settled_at = $2
  WHERE attempt_id = $1 AND state = 'waiting' AND kind IN ('cut_off', 'incomplete_call')
)sql");

constexpr Sql select_next_cut_off(R"sql(
  SELECT MIN(next_attempt_at) FROM outbox
  WHERE state = 'waiting' AND attempts = 0 AND next_attempt_at > $1
    AND kind IN ('cut_off', 'incomplete_call')
)sql");

constexpr Sql select_newest_outcome(R"sql(
  SELECT state, error_class FROM outbox
  WHERE address = $1 AND channel = 'sms' AND created_at >= $2
    AND (state IN ('accepted', 'delivered') OR (state = 'failed' AND error_class = 'permanent'))
  ORDER BY id DESC LIMIT 1
)sql");

constexpr Sql select_delivery(R"sql(
  SELECT id, kind, state, provider_id, provider_status, attempts FROM outbox WHERE id = $1
)sql");

constexpr Sql select_delivery_by_provider_id(R"sql(
  SELECT id, kind, state, provider_id, provider_status, attempts FROM outbox
  WHERE provider_id = $1 ORDER BY id LIMIT 1
)sql");

constexpr Sql update_provider_status(R"sql(
  UPDATE outbox SET provider_status = $2 WHERE id = $1
)sql");

constexpr Sql update_delivered(R"sql(
  UPDATE outbox SET state = 'delivered', accepted_at = COALESCE(accepted_at, $2),
    provider_id = COALESCE($3, provider_id), settled_at = $2, leased_until = NULL, lease_owner = NULL, in_doubt = 0
  WHERE id = $1
)sql");

/// The columns of `claim` and `select_notice`; nothing when a part does not open or has no meaning
/// here.
std::optional<Notice> read_notice(const Row& row, const platform::Vault& vault) {
  const auto kind = notice::parse_kind(row.text(1));
  const auto channel = notice::parse_channel(row.text(2));
  const auto arguments = vault.open(arguments_place, row.bytes(6));
  auto facts = arguments ? read_facts(*arguments) : std::nullopt;
  if (!kind || !channel || !facts) return {};
  std::string rendering;
  if (const auto sealed = row.maybe_bytes(7)) {
    auto opened = vault.open(rendering_place, *sealed);
    if (!opened) return {};
    rendering = *std::move(opened);
  }
  return Notice{.id = row.id<notice::NoticeId>(0),
                .kind = *kind,
                .channel = *channel,
                .user = row.maybe_id<people::UserId>(3),
                .address = row.text(4),
                .language = people::parse_language(row.text(5)).value_or(people::Language::en),
                .facts = *std::move(facts),
                .rendering = std::move(rendering),
                .call_out = row.maybe_id<CallOutId>(8),
                .attempt = row.maybe_id<AttemptId>(9),
                .request = row.maybe_id<RequestId>(10),
                .attempts = static_cast<int>(row.integer(11)),
                .in_doubt = row.flag(12),
                .created_at = row.moment(13)};
}

void give_up_unreadable(Transaction& tx, const Row& row, base::Moment now) {
  const auto id = row.id<notice::NoticeId>(0);
  mark_failed(tx, id, "unreadable", 0, now);
  raise_alarm(tx,
              {.kind = AlarmKind::nobody_could_be_told,
               .call_out = row.maybe_id<CallOutId>(8),
               .attempt = row.maybe_id<AttemptId>(9),
               .notice = id},
              now);
}

std::optional<Delivery> read_delivery(const Rows& rows) {
  if (rows.empty()) return {};
  const Row& row = rows.front();
  return Delivery{.id = row.id<notice::NoticeId>(0),
                  .kind = notice::parse_kind(row.text(1)).value_or(notice::Kind::receipt),
                  .state = row.text(2),
                  .provider_id = row.text_or_empty(3),
                  .provider_status = row.text_or_empty(4),
                  .attempts = static_cast<int>(row.integer(5))};
}

}  // namespace

notice::NoticeId enqueue(Transaction& tx, const platform::Vault& vault, const NewNotice& notice,
                         base::Moment now) {
  const Rows rows = tx.run(
      insert_notice,
      {notice::code_of(notice.kind), notice::code_of(notice.channel), notice::priority(notice.kind),
       notice.user, notice.address, people::code_of(notice.language),
       vault.seal(arguments_place, write_facts(notice.facts)), notice.call_out, notice.attempt,
       notice.request, notice.instead_of, notice.not_before.value_or(now), now});
  return rows.front().id<notice::NoticeId>(0);
}

std::vector<Notice> claim_due(Transaction& tx, const platform::Vault& vault,
                              notice::Channel channel, std::string_view owner, base::Moment now,
                              std::chrono::seconds lease, int limit) {
  Rows rows = tx.run(claim, {notice::code_of(channel), now, now + lease, owner, limit});
  // RETURNING promises no order.
  std::ranges::sort(rows, {}, [](const Row& row) {
    return std::tuple(row.integer(14), row.integer(15), row.integer(0));
  });
  std::vector<Notice> claimed;
  for (const Row& row : rows) {
    auto notice = read_notice(row, vault);
    if (!notice) {
      give_up_unreadable(tx, row, now);
      continue;
    }
    notice->attempts -= 1;  // this one has only begun
    claimed.push_back(*std::move(notice));
  }
  return claimed;
}

bool renew_lease(Transaction& tx, notice::NoticeId id, std::string_view owner, base::Moment until) {
  return !tx.run(update_lease, {id, owner, until}).empty();
}

std::optional<base::Moment> next_due(Transaction& tx, notice::Channel channel) {
  return tx.run(select_next_due, {notice::code_of(channel)}).front().maybe_moment(0);
}

void keep_rendering(Transaction& tx, const platform::Vault& vault, notice::NoticeId id,
                    std::string_view rendering) {
  tx.run(update_rendering, {id, vault.seal(rendering_place, rendering)});
}

void mark_accepted(Transaction& tx, notice::NoticeId id, std::string_view provider_id,
                   base::Moment now) {
  const auto known = provider_id.empty() ? Value() : Value(provider_id);
  tx.run(update_accepted, {id, known, now});
}

void mark_retry(Transaction& tx, notice::NoticeId id, base::Moment next_attempt,
                std::string_view error_class, int error_code, bool in_doubt) {
  tx.run(update_retry, {id, next_attempt, error_class, error_code, in_doubt});
}

void mark_failed(Transaction& tx, notice::NoticeId id, std::string_view error_class, int error_code,
                 base::Moment now) {
  tx.run(update_failed, {id, error_class, error_code, now});
}

void drop(Transaction& tx, notice::NoticeId id, base::Moment now) {
  tx.run(update_dropped, {id, now});
}

void drop_cut_off_notices(Transaction& tx, AttemptId attempt, base::Moment now) {
  tx.run(update_cut_off_dropped, {attempt, now});
}

std::optional<base::Moment> next_cut_off_due(Transaction& tx, base::Moment after) {
  return tx.run(select_next_cut_off, {after}).front().maybe_moment(0);
}

bool do_texts_fail(Transaction& tx, std::string_view phone, base::Moment since) {
  const Rows newest = tx.run(select_newest_outcome, {phone, since});
  return !newest.empty() && newest.front().text(0) == "failed";
}

std::optional<Delivery> notice_by_provider_id(Transaction& tx, std::string_view provider_id) {
  return read_delivery(tx.run(select_delivery_by_provider_id, {provider_id}));
}

std::optional<Delivery> notice_by_id(Transaction& tx, notice::NoticeId id) {
  return read_delivery(tx.run(select_delivery, {id}));
}

void note_provider_status(Transaction& tx, notice::NoticeId id, std::string_view status) {
  tx.run(update_provider_status, {id, status});
}

void mark_delivered(Transaction& tx, notice::NoticeId id, std::string_view provider_id,
                    base::Moment now) {
  const auto known = provider_id.empty() ? Value() : Value(provider_id);
  tx.run(update_delivered, {id, now, known});
}

std::optional<Notice> find_notice(Transaction& tx, const platform::Vault& vault,
                                  notice::NoticeId id) {
  const Rows rows = tx.run(select_notice, {id});
  if (rows.empty()) return {};
  return read_notice(rows.front(), vault);
}

}  // namespace store

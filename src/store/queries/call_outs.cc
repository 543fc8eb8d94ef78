#include "store/queries/call_outs.h"

namespace store {
namespace {

constexpr std::string_view reason_place = "pto_requests.reason";
constexpr std::string_view message_place = "call_out_records.message_text";
constexpr std::string_view attached_place = "call_out_messages.message_text";
constexpr std::string_view name_place = "call_out_records.claimed_name";

constexpr Sql insert_request(R"sql(
  INSERT INTO pto_requests (member_id, start_date, end_date, pto_type, status, is_call_out, reason, fmla,
    fmla_claimed_at, during_request_id, extends_request_id, created_at, updated_at)
  VALUES ($1, $2, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, $10) RETURNING id
)sql");

constexpr Sql update_type(R"sql(
  UPDATE pto_requests SET pto_type = CASE WHEN status = 'pending' THEN $2 ELSE pto_type END,
    updated_at = $3, version = version + 1,
    fmla = CASE WHEN $2 = 'fmla' AND fmla = 'none' THEN 'claimed' ELSE fmla END,
    fmla_claimed_at = CASE WHEN $2 = 'fmla' THEN COALESCE(fmla_claimed_at, $3) ELSE fmla_claimed_at END
  WHERE id = $1 AND status IN ('pending', 'approved')
)sql");

constexpr Sql update_cancelled(R"sql(
  UPDATE pto_requests SET status = 'cancelled', updated_at = $2, version = version + 1
  WHERE id = $1 AND status IN ('pending', 'approved')
)sql");

constexpr Sql select_leave(R"sql(
  SELECT id FROM pto_requests
  WHERE member_id = $1 AND is_call_out = 0 AND status = 'approved' AND start_date <= $2 AND end_date >= $2
  ORDER BY id LIMIT 1
)sql");

constexpr Sql next_receipt_number(R"sql(
  INSERT INTO counters (name, value) VALUES ('receipt', 101)
  ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value
)sql");

constexpr Sql insert_call_out(R"sql(
  INSERT INTO call_out_records (receipt_number, member_id, pto_request_id, day, call_sid, source,
    phone_number_used, verified, authentication_method, message_text, acknowledge_code, extends_id,
    created_at, processed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13) RETURNING id
)sql");

constexpr Sql select_by_id(R"sql(
  SELECT id, receipt_number, member_id, pto_request_id, day, source, acknowledge_code, created_at,
         acknowledged_at, acknowledged_as, acknowledged_by
  FROM call_out_records WHERE id = $1
)sql");

constexpr Sql select_live(R"sql(
  SELECT id, receipt_number, member_id, pto_request_id, day, source, acknowledge_code, created_at,
         acknowledged_at, acknowledged_as, acknowledged_by
  FROM call_out_records
  WHERE member_id = $1 AND day = $2 AND withdrawn_at IS NULL AND rejected_at IS NULL
)sql");

constexpr Sql select_live_id(R"sql(
  SELECT id FROM call_out_records WHERE id = $1 AND withdrawn_at IS NULL AND rejected_at IS NULL
)sql");

constexpr Sql select_unverified(R"sql(
  SELECT id, receipt_number, member_id, pto_request_id, day, source, acknowledge_code, created_at,
         acknowledged_at, acknowledged_as, acknowledged_by
  FROM call_out_records
  WHERE member_id IS NULL AND phone_number_used = $1 AND day = $2
    AND withdrawn_at IS NULL AND rejected_at IS NULL
  ORDER BY id LIMIT 1
)sql");

constexpr Sql select_newest(R"sql(
  SELECT id, receipt_number, member_id, pto_request_id, day, source, acknowledge_code, created_at,
         acknowledged_at, acknowledged_as, acknowledged_by
  FROM call_out_records
  WHERE member_id = $1 AND withdrawn_at IS NULL AND rejected_at IS NULL
  ORDER BY created_at DESC, id DESC LIMIT 1
)sql");

constexpr Sql select_by_code(R"sql(
  SELECT id, receipt_number, member_id, pto_request_id, day, source, acknowledge_code, created_at,
         acknowledged_at, acknowledged_as, acknowledged_by
  FROM call_out_records
  WHERE acknowledge_code = $1 AND created_at >= $2
  ORDER BY CASE WHEN withdrawn_at IS NULL AND rejected_at IS NULL THEN 0 ELSE 1 END,
    created_at DESC, id DESC LIMIT 1
)sql");

constexpr Sql select_codes(R"sql(
  SELECT acknowledge_code FROM call_out_records WHERE created_at >= $1 AND acknowledge_code IS NOT NULL
)sql");

constexpr Sql insert_message(R"sql(
  INSERT INTO call_out_messages (call_out_id, attempt_id, message_text, created_at) VALUES ($1, $2, $3, $4)
)sql");

constexpr Sql select_words(R"sql(
  SELECT 0, message_text FROM call_out_records WHERE id = $1
  UNION ALL
  SELECT 1, message_text FROM call_out_messages WHERE call_out_id = $1
)sql");

constexpr Sql select_told(R"sql(
  SELECT id FROM outbox
  WHERE call_out_id = $1 AND kind IN ('call_out_recorded', 'call_out_updated', 'needs_verification')
    AND state NOT IN ('failed', 'dropped')
  LIMIT 1
)sql");

constexpr Sql update_claimed_name(R"sql(
  UPDATE call_out_records SET claimed_name_sealed = $2 WHERE id = $1
)sql");

constexpr Sql update_withdrawn(R"sql(
  UPDATE call_out_records SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL
)sql");

constexpr Sql update_acknowledged(R"sql(
  UPDATE call_out_records SET acknowledged_by = $2, acknowledged_as = $3, acknowledged_at = $4
  WHERE id = $1 AND acknowledged_at IS NULL RETURNING id
)sql");

constexpr Sql update_unacknowledged(R"sql(
  UPDATE call_out_records
  SET acknowledged_by = NULL, acknowledged_as = NULL, acknowledged_at = NULL
  WHERE id = $1 AND acknowledged_at IS NOT NULL RETURNING id
)sql");

constexpr Sql select_numbers_asked(R"sql(
  SELECT DISTINCT address FROM outbox
  WHERE call_out_id = $1 AND kind = 'needs_verification' AND channel = 'sms'
    AND state IN ('sending', 'accepted', 'delivered')
)sql");

constexpr Sql select_alerted(R"sql(
  SELECT o.user_id, COALESCE(u.name, '') FROM outbox o LEFT JOIN users u ON u.id = o.user_id
  WHERE o.call_out_id = $1 AND (o.address = $2 OR o.user_id IN (
      SELECT n.user_id FROM phone_numbers n
      WHERE n.phone = $2 AND n.released_at IS NULL AND n.is_shared = 0))
    AND o.kind IN ('call_out_recorded', 'call_out_updated', 'needs_verification')
  GROUP BY o.user_id, u.name ORDER BY MIN(o.id)
)sql");

CallOut call_out_of(const Row& row) {
  return {.id = row.id<CallOutId>(0),
          .receipt_number = row.integer(1),
          .member = row.maybe_id<people::MemberId>(2),
          .request = row.maybe_id<RequestId>(3),
          .day = row.day(4),
          .source = row.text(5),
          .acknowledge_code = row.text_or_empty(6),
          .created_at = row.moment(7),
          .acknowledged_at = row.maybe_moment(8),
          .acknowledged_as = row.text_or_empty(9),
          .acknowledged_by = row.maybe_id<people::UserId>(10)};
}

std::optional<CallOut> first_of(const Rows& rows) {
  if (rows.empty()) return {};
  return call_out_of(rows.front());
}

}  // namespace

RequestId add_request(Transaction& tx, const platform::Vault& vault, const NewRequest& request,
                      base::Moment now) {
  std::optional<base::Moment> claimed_at;
  if (request.claims_fmla) claimed_at = now;
  const Rows added = tx.run(
      insert_request,
      {request.member, request.day, request.pto_type, request.is_approved ? "approved" : "pending",
       vault.seal(reason_place, request.reason), request.claims_fmla ? "claimed" : "none",
       claimed_at, request.during, request.extends, now});
  return added.front().id<RequestId>(0);
}

void cancel_request(Transaction& tx, RequestId id, base::Moment now) {
  tx.run(update_cancelled, {id, now});
}

std::optional<RequestId> approved_leave_on(Transaction& tx, people::MemberId member,
                                           base::Day day) {
  const Rows found = tx.run(select_leave, {member, day});
  if (found.empty()) return {};
  return found.front().id<RequestId>(0);
}

CallOut record_call_out(Transaction& tx, const platform::Vault& vault, const NewCallOut& call_out,
                        base::Moment now) {
  const std::int64_t number = tx.run(next_receipt_number).front().integer(0);
  const Rows added =
      tx.run(insert_call_out,
             {number, call_out.member, call_out.request, call_out.day, call_out.call_sid,
              call_out.source, call_out.phone_number_used, call_out.is_verified,
              call_out.authentication_method, vault.seal(message_place, call_out.message_text),
              call_out.acknowledge_code, call_out.extends, now});
  return {.id = added.front().id<CallOutId>(0),
          .receipt_number = number,
          .member = call_out.member,
          .request = call_out.request,
          .day = call_out.day,
          .source = call_out.source,
          .acknowledge_code = call_out.acknowledge_code,
          .created_at = now,
          .acknowledged_at = {},
          .acknowledged_as = {}};
}

std::optional<CallOut> find_call_out(Transaction& tx, CallOutId id) {
  return first_of(tx.run(select_by_id, {id}));
}

bool is_live(Transaction& tx, CallOutId id) {
  return !tx.run(select_live_id, {id}).empty();
}

std::optional<CallOut> live_call_out(Transaction& tx, people::MemberId member, base::Day day) {
  return first_of(tx.run(select_live, {member, day}));
}

std::optional<CallOut> unverified_call_out(Transaction& tx, std::string_view phone, base::Day day) {
  return first_of(tx.run(select_unverified, {phone, day}));
}

std::optional<CallOut> newest_call_out(Transaction& tx, people::MemberId member) {
  return first_of(tx.run(select_newest, {member}));
}

std::optional<CallOut> call_out_by_code(Transaction& tx, std::string_view code,
                                        base::Moment since) {
  return first_of(tx.run(select_by_code, {code, since}));
}

std::vector<std::string> codes_since(Transaction& tx, base::Moment since) {
  std::vector<std::string> codes;
  for (const Row& row : tx.run(select_codes, {since})) codes.push_back(row.text(0));
  return codes;
}

void attach_message(Transaction& tx, const platform::Vault& vault, CallOutId id,
                    std::optional<AttemptId> attempt, std::string_view message, base::Moment now) {
  tx.run(insert_message, {id, attempt, vault.seal(attached_place, message), now});
}

bool is_told_already(Transaction& tx, const platform::Vault& vault, CallOutId id,
                     std::string_view message) {
  if (tx.run(select_told, {id}).empty()) return false;
  for (const Row& row : tx.run(select_words, {id})) {
    if (row.is_null(1)) continue;
    const std::string_view place = row.integer(0) == 0 ? message_place : attached_place;
    if (vault.open(place, row.bytes(1)) == message) return true;
  }
  return false;
}

void note_claimed_name(Transaction& tx, const platform::Vault& vault, CallOutId id,
                       std::string_view name) {
  tx.run(update_claimed_name, {id, vault.seal(name_place, name)});
}

void set_category(Transaction& tx, RequestId request, std::string_view pto_type, base::Moment now) {
  tx.run(update_type, {request, pto_type, now});
}

void withdraw_call_out(Transaction& tx, CallOutId id, base::Moment now) {
  tx.run(update_withdrawn, {id, now});
}

bool acknowledge_call_out(Transaction& tx, CallOutId id, std::optional<people::UserId> by,
                          std::string_view as, base::Moment now) {
  return !tx.run(update_acknowledged, {id, by, as, now}).empty();
}

bool forget_acknowledgement(Transaction& tx, CallOutId id) {
  return !tx.run(update_unacknowledged, {id}).empty();
}

std::vector<AlertedReader> alerted_at(Transaction& tx, CallOutId id, std::string_view address) {
  std::vector<AlertedReader> readers;
  for (const Row& row : tx.run(select_alerted, {id, address}))
    readers.push_back({row.maybe_id<people::UserId>(0), row.text(1)});
  return readers;
}

std::vector<std::string> numbers_asked(Transaction& tx, CallOutId id) {
  std::vector<std::string> numbers;
  for (const Row& row : tx.run(select_numbers_asked, {id})) numbers.push_back(row.text(0));
  return numbers;
}

}  // namespace store

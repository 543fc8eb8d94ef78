#include "store/queries/decisions.h"

namespace store {
namespace {

constexpr std::string_view denial_place = "pto_requests.denial_reason";

constexpr Sql select_request(R"sql(
  SELECT r.id, r.member_id, r.start_date, r.end_date, r.is_partial_day, r.start_time, r.end_time,
    r.pto_type, t.name, r.status, r.is_call_out, r.is_charged, r.during_request_id, r.version,
    r.updated_at, c.id, c.receipt_number
  FROM pto_requests r
  JOIN pto_types t ON t.code = r.pto_type
  LEFT JOIN call_out_records c ON c.pto_request_id = r.id
  WHERE r.id = $1
  ORDER BY c.id LIMIT 1
)sql");

constexpr Sql update_approved(R"sql(
  UPDATE pto_requests SET status = 'approved', decided_by = $3, decided_at = $4, updated_at = $4,
    version = version + 1
  WHERE id = $1 AND version = $2 AND status = 'pending' RETURNING id
)sql");

constexpr Sql update_denied(R"sql(
  UPDATE pto_requests SET status = 'denied', decided_by = $3, decided_at = $4, updated_at = $4,
    denial_reason = $5, version = version + 1
  WHERE id = $1 AND version = $2 AND status = 'pending' RETURNING id
)sql");

constexpr Sql update_charged(R"sql(
  UPDATE pto_requests SET is_charged = $3, updated_at = $4, version = version + 1
  WHERE id = $1 AND version = $2 RETURNING id
)sql");

constexpr Sql update_cancelled(R"sql(
  UPDATE pto_requests SET status = 'cancelled', updated_at = $3, version = version + 1
  WHERE id = $1 AND version = $2 AND status IN ('pending', 'approved') RETURNING id
)sql");

constexpr Sql select_last_change(R"sql(
  SELECT CASE WHEN actor = 'line' THEN '' ELSE actor END, at FROM audit_entries
  WHERE subject = 'pto_requests' AND subject_id = $1 AND at >= $2
  ORDER BY id DESC LIMIT 1
)sql");

constexpr Sql select_taking_back_asked(R"sql(
  SELECT id FROM audit_entries
  WHERE subject = 'call_out_records' AND subject_id = $1 AND action = 'taking back asked' LIMIT 1
)sql");

std::optional<leave::PartOfDay> part_of(const Row& row) {
  if (!row.flag(4) || row.is_null(5) || row.is_null(6)) return {};
  return leave::PartOfDay{row.minutes(5), row.minutes(6)};
}

leave::RequestStatus status_of(const Row& row) {
  const auto status = leave::parse_request_status(row.text(9));
  if (!status) throw Failure("a request of no known status");
  return *status;
}

}  // namespace

std::optional<RequestOnFile> find_request(Transaction& tx, RequestId id) {
  const Rows found = tx.run(select_request, {id});
  if (found.empty()) return {};
  const Row& row = found.front();
  return RequestOnFile{
      .id = row.id<RequestId>(0),
      .member = row.id<people::MemberId>(1),
      .days = {row.day(2), row.day(3)},
      .part = part_of(row),
      .pto_type = row.text(7),
      .pto_type_name = row.text(8),
      .state = {.status = status_of(row), .is_call_out = row.flag(10), .is_charged = row.flag(11)},
      .during = row.maybe_id<RequestId>(12),
      .version = row.integer(13),
      .updated_at = row.moment(14),
      .call_out = row.maybe_id<CallOutId>(15),
      .receipt_number = row.maybe_integer(16).value_or(0)};
}

bool approve_request(Transaction& tx, const Ruling& ruling, base::Moment now) {
  return !tx.run(update_approved, {ruling.request, ruling.made_on, ruling.by, now}).empty();
}

bool deny_request(Transaction& tx, const platform::Vault& vault, const Ruling& ruling,
                  std::string_view reason, base::Moment now) {
  return !tx.run(update_denied,
                 {ruling.request, ruling.made_on, ruling.by, now, vault.seal(denial_place, reason)})
              .empty();
}

bool set_charged(Transaction& tx, const Ruling& ruling, bool is_charged, base::Moment now) {
  return !tx.run(update_charged, {ruling.request, ruling.made_on, is_charged, now}).empty();
}

bool cancel_request(Transaction& tx, const Ruling& ruling, base::Moment now) {
  return !tx.run(update_cancelled, {ruling.request, ruling.made_on, now}).empty();
}

bool is_taking_back_asked(Transaction& tx, CallOutId id) {
  return !tx.run(select_taking_back_asked, {id}).empty();
}

Change last_change(Transaction& tx, const RequestOnFile& request) {
  const Rows found = tx.run(select_last_change, {request.id, request.updated_at});
  if (found.empty()) return {.by = {}, .at = request.updated_at};
  return {.by = found.front().text(0), .at = found.front().moment(1)};
}

}  // namespace store

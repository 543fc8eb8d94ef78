#include "store/queries/assignments.h"

#include "store/queries/call_outs.h"
#include "store/queries/recordings.h"

namespace store {
namespace {

constexpr std::string_view message_place = "call_out_records.message_text";

constexpr Sql select_state(R"sql(
  SELECT CASE WHEN merged_into_id IS NOT NULL THEN 'merged'
    WHEN rejected_at IS NOT NULL THEN 'rejected'
    WHEN withdrawn_at IS NOT NULL THEN 'taken_back'
    WHEN member_id IS NULL THEN 'unverified' ELSE 'live' END
  FROM call_out_records WHERE id = $1
)sql");

constexpr Sql select_report(R"sql(
  SELECT c.call_sid, c.phone_number_used, c.message_text, CASE WHEN EXISTS (
    SELECT 1 FROM recordings r WHERE r.call_out_id = c.id AND r.state <> 'absent') THEN 1 ELSE 0 END
  FROM call_out_records c WHERE c.id = $1
)sql");

constexpr Sql update_assigned(R"sql(
  UPDATE call_out_records SET member_id = $2, verified = 1, authentication_method = 'manual',
    processed_at = $3
  WHERE id = $1 AND member_id IS NULL AND withdrawn_at IS NULL AND rejected_at IS NULL RETURNING id
)sql");

// Its person's from now on, so that only who answers for them reads it; taken back, so that nothing
// that counts live ones counts it.
constexpr Sql update_merged(R"sql(
  UPDATE call_out_records SET member_id = $2, verified = 1, authentication_method = 'manual',
    merged_into_id = $3, withdrawn_at = $4, processed_at = $4
  WHERE id = $1 AND member_id IS NULL AND withdrawn_at IS NULL AND rejected_at IS NULL
  RETURNING message_text, created_at,
    (SELECT MIN(a.id) FROM attempts a WHERE a.call_out_id = call_out_records.id)
)sql");

constexpr Sql update_rejected(R"sql(
  UPDATE call_out_records SET rejected_at = $2, processed_at = $2
  WHERE id = $1 AND member_id IS NULL AND withdrawn_at IS NULL AND rejected_at IS NULL RETURNING id
)sql");

constexpr Sql update_reopened(R"sql(
  UPDATE call_out_records SET rejected_at = NULL, processed_at = created_at,
    acknowledged_by = NULL, acknowledged_as = NULL, acknowledged_at = NULL
  WHERE id = $1 AND rejected_at IS NOT NULL RETURNING id
)sql");

constexpr Sql select_merged_into(R"sql(
  SELECT merged_into_id FROM call_out_records WHERE id = $1 AND merged_into_id IS NOT NULL
)sql");

constexpr Sql move_messages(R"sql(
  UPDATE call_out_messages SET call_out_id = $2 WHERE call_out_id = $1
)sql");

// What the call says later goes where its words went.
constexpr Sql move_calls(R"sql(
  UPDATE calls SET call_out_id = $2 WHERE call_out_id = $1
)sql");

constexpr Sql update_attempts(R"sql(
  UPDATE attempts SET member_id = $3, call_out_id = $2 WHERE call_out_id = $1
)sql");

constexpr Sql update_documents(R"sql(
  UPDATE documents SET member_id = $2
  WHERE member_id IS NULL AND attempt_id IN (SELECT a.id FROM attempts a WHERE a.call_out_id = $1)
)sql");

constexpr Sql update_request(R"sql(
  UPDATE call_out_records SET pto_request_id = $2, extends_id = $3 WHERE id = $1
)sql");

constexpr Sql select_hand(R"sql(
  SELECT CASE WHEN actor = 'line' THEN '' ELSE actor END, at FROM audit_entries
  WHERE subject = 'call_out_records' AND subject_id = $1 AND action IN
    ('call-out assigned', 'call-out merged', 'call-out rejected', 'call-out taken back')
  ORDER BY id DESC LIMIT 1
)sql");

constexpr Sql select_employed(R"sql(
  SELECT m.id FROM team_members m JOIN users u ON u.id = m.user_id AND u.is_active = 1
  WHERE m.id = $1
    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
)sql");

CallOutState parse_state(std::string_view code) {
  if (code == "unverified") return CallOutState::unverified;
  if (code == "taken_back") return CallOutState::taken_back;
  if (code == "rejected") return CallOutState::rejected;
  if (code == "merged") return CallOutState::merged;
  return CallOutState::live;
}

/// Attempts, and the pictures that came with them.
void name_attempts(Transaction& tx, CallOutId id, CallOutId now_of, people::MemberId member) {
  tx.run(update_documents, {id, member});
  tx.run(update_attempts, {id, now_of, member});
}

}  // namespace

std::optional<CallOutState> state_of_call_out(Transaction& tx, CallOutId id) {
  const Rows found = tx.run(select_state, {id});
  if (found.empty()) return {};
  return parse_state(found.front().text(0));
}

std::optional<Report> find_report(Transaction& tx, const platform::Vault& vault, CallOutId id) {
  const Rows found = tx.run(select_report, {id});
  if (found.empty()) return {};
  const Row& row = found.front();
  const auto message = row.maybe_bytes(2);
  return Report{.call_sid = row.text_or_empty(0),
                .phone_number_used = row.text_or_empty(1),
                .message = message ? vault.open(message_place, *message).value_or("") : "",
                .has_recording = row.flag(3)};
}

bool assign_call_out(Transaction& tx, CallOutId id, people::MemberId member, base::Moment now) {
  if (tx.run(update_assigned, {id, member, now}).empty()) return false;
  name_attempts(tx, id, id, member);
  return true;
}

bool merge_call_out(Transaction& tx, const platform::Vault& vault, CallOutId id, CallOutId into,
                    people::MemberId member, base::Moment now) {
  const Rows merged = tx.run(update_merged, {id, member, into, now});
  if (merged.empty()) return false;
  const Row& row = merged.front();
  const auto sealed = row.maybe_bytes(0);
  const auto message = sealed ? vault.open(message_place, *sealed) : std::nullopt;
  attach_message(tx, vault, into, row.maybe_id<AttemptId>(2), message.value_or(""), row.moment(1));
  tx.run(move_messages, {id, into});
  tx.run(move_calls, {id, into});
  name_attempts(tx, id, into, member);
  move_recordings(tx, id, into);
  return true;
}

bool reject_call_out(Transaction& tx, CallOutId id, base::Moment now) {
  return !tx.run(update_rejected, {id, now}).empty();
}

bool reopen_call_out(Transaction& tx, CallOutId id) {
  return !tx.run(update_reopened, {id}).empty();
}

std::optional<CallOutId> merged_into(Transaction& tx, CallOutId id) {
  const Rows found = tx.run(select_merged_into, {id});
  if (found.empty()) return {};
  return found.front().id<CallOutId>(0);
}

void link_request(Transaction& tx, CallOutId id, RequestId request,
                  std::optional<CallOutId> extends) {
  tx.run(update_request, {id, request, extends});
}

std::optional<Hand> last_hand(Transaction& tx, CallOutId id) {
  const Rows found = tx.run(select_hand, {id});
  if (found.empty()) return {};
  return Hand{found.front().text(0), found.front().moment(1)};
}

bool is_employed(Transaction& tx, people::MemberId member, base::Day day) {
  return !tx.run(select_employed, {member, day}).empty();
}

}  // namespace store

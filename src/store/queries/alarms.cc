#include "store/queries/alarms.h"

namespace store {
namespace {

constexpr Sql select_same(R"sql(
  SELECT id FROM alarms
  WHERE closed_at IS NULL AND kind = $1 AND call_out_id IS NOT DISTINCT FROM $2
    AND attempt_id IS NOT DISTINCT FROM $3
  LIMIT 1
)sql");

constexpr Sql insert_alarm(R"sql(
  INSERT INTO alarms (kind, call_out_id, attempt_id, outbox_id, raised_at)
  VALUES ($1, $2, $3, $4, $5)
)sql");

constexpr Sql select_alarm(R"sql(
  SELECT CASE WHEN kind IN ('nobody_to_tell', 'nobody_could_be_told') THEN 1 ELSE 0 END,
    call_out_id, attempt_id
  FROM alarms WHERE id = $1
)sql");

constexpr Sql update_closed(R"sql(
  UPDATE alarms SET closed_at = $3, closed_by = $2 WHERE id = $1 AND closed_at IS NULL RETURNING id
)sql");

constexpr Sql update_closed_of_call_out(R"sql(
  UPDATE alarms SET closed_at = $3, closed_by = $2 WHERE call_out_id = $1 AND closed_at IS NULL
)sql");

constexpr Sql select_answering(R"sql(
  SELECT role FROM user_roles WHERE user_id = $1 AND role IN ('manager', 'hr', 'administrator') LIMIT 1
)sql");

constexpr Sql select_administrator(R"sql(
  SELECT role FROM user_roles WHERE user_id = $1 AND role = 'administrator'
)sql");

constexpr Sql count_open(R"sql(
  SELECT COUNT(*) FROM alarms WHERE closed_at IS NULL
)sql");

}  // namespace

std::string_view code_of(AlarmKind kind) {
  switch (kind) {
    case AlarmKind::nobody_to_tell: return "nobody_to_tell";
    case AlarmKind::nobody_could_be_told: return "nobody_could_be_told";
    case AlarmKind::provider_configuration: return "provider_configuration";
    case AlarmKind::mail_configuration: return "mail_configuration";
    case AlarmKind::recording_lost: return "recording_lost";
    case AlarmKind::unclaimed_recording: return "unclaimed_recording";
    case AlarmKind::pins_guessable: return "pins_guessable";
  }
  throw Failure("an alarm of no kind");
}

bool raise_alarm(Transaction& tx, const NewAlarm& alarm, base::Moment now) {
  const auto kind = code_of(alarm.kind);
  if (!tx.run(select_same, {kind, alarm.call_out, alarm.attempt}).empty()) return false;
  tx.run(insert_alarm, {kind, alarm.call_out, alarm.attempt, alarm.notice, now});
  return true;
}

std::int64_t open_alarms(Transaction& tx) {
  return tx.run(count_open).front().integer(0);
}

std::optional<AlarmOnFile> find_alarm(Transaction& tx, std::int64_t id) {
  const Rows found = tx.run(select_alarm, {id});
  if (found.empty()) return {};
  return AlarmOnFile{.is_unheard = found.front().flag(0),
                     .call_out = found.front().maybe_id<CallOutId>(1),
                     .attempt = found.front().maybe_id<AttemptId>(2)};
}

bool close_alarm(Transaction& tx, std::int64_t id, people::UserId by, base::Moment now) {
  return !tx.run(update_closed, {id, by, now}).empty();
}

bool sees_to_installation(Transaction& tx, people::UserId user) {
  return !tx.run(select_answering, {user}).empty();
}

bool is_administrator(Transaction& tx, people::UserId user) {
  return !tx.run(select_administrator, {user}).empty();
}

void close_alarms_of(Transaction& tx, CallOutId call_out, people::UserId by, base::Moment now) {
  tx.run(update_closed_of_call_out, {call_out, by, now});
}

}  // namespace store

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

}  // namespace store

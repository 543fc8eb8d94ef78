// What needs somebody now because nobody could be told, or a setting is wrong. On the board until
// closed.
#pragma once

#include <optional>
#include <string_view>

#include "domain/notice/notice.h"
#include "domain/people/person.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

enum class AlarmKind {
  nobody_to_tell,          // no manager, no recipient, no HR person with a way to be reached
  nobody_could_be_told,    // every way failed
  provider_configuration,  // the provider refuses our account or number
  mail_configuration,
  recording_lost,       // what somebody said on the phone could not be fetched from the provider
  unclaimed_recording,  // the provider has one of a call that never reached us
  pins_guessable,       // one guess in a hundred may be right
};
std::string_view code_of(AlarmKind kind);

struct NewAlarm {
  AlarmKind kind = AlarmKind::nobody_to_tell;
  std::optional<CallOutId> call_out = {};
  std::optional<AttemptId> attempt = {};
  std::optional<notice::NoticeId> notice = {};
};
/// Raises it once: while the same alarm (kind, call-out, attempt) is open, another is not added.
/// False when it was open already.
bool raise_alarm(Transaction& tx, const NewAlarm& alarm, base::Moment now);
std::int64_t open_alarms(Transaction& tx);

/// What an alarm is about; neither: the installation.
struct AlarmOnFile {
  /// Nobody could be told of an absence: administrators learn of it, whoever it is about.
  bool is_unheard = false;
  std::optional<CallOutId> call_out;
  std::optional<AttemptId> attempt;
};
std::optional<AlarmOnFile> find_alarm(Transaction& tx, std::int64_t id);
/// Somebody has seen to it. False when that was so already.
bool close_alarm(Transaction& tx, std::int64_t id, people::UserId by, base::Moment now);
/// Who sees to those about the installation: managers, HR and administrators.
bool sees_to_installation(Transaction& tx, people::UserId user);
bool is_administrator(Transaction& tx, people::UserId user);
/// All that are open about a call-out.
void close_alarms_of(Transaction& tx, CallOutId call_out, people::UserId by, base::Moment now);

}  // namespace store

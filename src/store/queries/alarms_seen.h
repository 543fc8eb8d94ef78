// The open alarms that concern a reader: what has to do with somebody's absence goes by who may see
// that, the rest is for everybody who answers for others. That nobody could be told of an absence
// is for administrators as well, without whose or which: there may be nobody else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/queries/people_seen.h"

namespace store {

struct AlarmSeen {
  std::int64_t id = 0;
  std::string kind;  // as code_of(AlarmKind)
  base::Moment raised_at;
  std::optional<CallOutId> call_out;
  std::optional<AttemptId> attempt;
  std::optional<PersonSeen> person;
};
/// Newest first, at most 200. Those without call-out and attempt only for managers, HR and
/// administrators.
std::vector<AlarmSeen> open_alarms_seen(Transaction& tx, const Reader& reader);

}  // namespace store

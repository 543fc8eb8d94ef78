// The audit trail: append-only, each entry's hash covering the one before (SQLite: chained in
// line).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/people/person.h"
#include "store/database.h"

namespace store {

struct NewAudit {
  std::string actor;  // "line", "command line", "Ana Ruiz"'s role: never a secret
  std::optional<people::UserId> actor_user = {};
  std::string action;   // "call-out recorded"
  std::string subject;  // the table: "call_out_records"
  std::optional<std::int64_t> subject_id = {};
  std::string detail = {};  // names encrypted fields without their values
};
void append_audit(Transaction& tx, const NewAudit& entry, base::Moment now);

/// The id of the first entry whose hash does not follow from its content and the entry before, or
/// that follows a gap; nothing when the chain holds.
std::optional<std::int64_t> first_broken_audit_entry(Transaction& tx);

}  // namespace store

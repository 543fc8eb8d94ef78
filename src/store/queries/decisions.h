// Requests as they are decided: each decision names the version that it was made on, so that of two
// at once exactly one counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/leave/absence_hours.h"
#include "domain/leave/decision.h"
#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

struct RequestOnFile {
  RequestId id;
  people::MemberId member;
  base::DayRange days;
  std::optional<leave::PartOfDay> part;  // unset: whole days
  std::string pto_type;                  // "sick"
  std::string pto_type_name;             // "Sick Leave"
  leave::RequestState state;
  std::optional<RequestId> during;  // approved leave on which a call-out falls
  std::int64_t version = 0;
  base::Moment updated_at;
  std::optional<CallOutId> call_out;  // by which it came
  std::int64_t receipt_number = 0;    // of that; 0 without one
};
std::optional<RequestOnFile> find_request(Transaction& tx, RequestId id);

struct Ruling {
  RequestId request;
  std::int64_t made_on = 0;  // the version
  people::UserId by;
};
/// False when the request has another version now; then nothing is written.
bool approve_request(Transaction& tx, const Ruling& ruling, base::Moment now);
bool deny_request(Transaction& tx, const platform::Vault& vault, const Ruling& ruling,
                  std::string_view reason, base::Moment now);
/// Whether hours are taken for it. Who approved or denied it stays.
bool set_charged(Transaction& tx, const Ruling& ruling, bool is_charged, base::Moment now);

/// Whether the person has asked to take the call-out back when it was too late to do so by text.
bool is_taking_back_asked(Transaction& tx, CallOutId id);

/// Pending or approved until now.
bool cancel_request(Transaction& tx, const Ruling& ruling, base::Moment now);

/// Who changed it last, and when.
struct Change {
  std::string by;  // empty: the line, or the person themselves by it
  base::Moment at;
};
Change last_change(Transaction& tx, const RequestOnFile& request);

}  // namespace store

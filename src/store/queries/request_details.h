// A request with everything about it but its call-out (call_out_details.h). Who may see it is asked
// before (access_to).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/vault.h"
#include "store/queries/attempts_seen.h"
#include "store/queries/entry_row.h"

namespace store {

struct RequestDetails {
  RequestId id;
  std::int64_t version = 0;
  people::MemberId member;
  PersonSeen person;
  base::DayRange days;
  std::optional<base::Minutes> start_time;
  std::optional<base::Minutes> end_time;
  TypeSeen type;
  std::string status;
  bool is_call_out = false;
  bool is_charged = false;
  std::string fmla;
  std::string reason;
  bool has_reason = false;
  std::string denial_reason;  // what the employee is told
  bool has_denial_reason = false;
  std::optional<RequestId> during;
  std::optional<RequestId> extends;
  base::Moment created_at;
  std::optional<Acknowledged> decided;
};
std::optional<RequestDetails> read_request(Transaction& tx, const platform::Vault& vault,
                                           RequestId id, Words words);

/// Whose request it is; nothing for one that is not there.
std::optional<people::MemberId> member_of_request(Transaction& tx, RequestId id);

/// A bank with its name for people.
struct BankSeen {
  std::string code;
  std::string name;
  base::Minutes balance{};
};
/// Those that the type draws on, in its order (banks_of).
std::vector<BankSeen> balances_of(Transaction& tx, people::MemberId member,
                                  std::string_view pto_type);

}  // namespace store

// A row of the board and of the inbox: a request, or a call-out that nobody has been assigned to.
// The queries that give such rows name the same columns in the same order.
#pragma once

#include <optional>
#include <string>

#include "store/queries/people_seen.h"

namespace store {

struct Acknowledged {
  std::string by;
  base::Moment at;
};
struct TypeSeen {
  std::string code;
  std::string name;
};
struct Entry {
  std::optional<RequestId> request;
  std::optional<CallOutId> call_out;
  std::int64_t receipt_number = 0;  // 0: no call-out
  std::optional<PersonSeen> person;
  std::string phone_number_used;  // E.164; empty: withheld, or none
  base::DayRange days;
  std::optional<base::Minutes> start_time;
  std::optional<base::Minutes> end_time;
  std::optional<TypeSeen> type;
  std::string status;  // a request's; "unverified" and "rejected" for a call-out without one
  bool is_call_out = false;
  bool is_charged = false;
  std::string source;                 // empty: no call-out
  std::string authentication_method;  // likewise
  base::Moment received_at;
  std::optional<Acknowledged> acknowledged;
  bool has_recording = false;  // one that is here or on its way
  bool has_words = false;
  bool is_during_leave = false;
  bool is_extension = false;
  bool is_own = false;
  base::Moment listed_at;  // its place in the inbox
};

/// Columns: request, call-out, receipt number; person (4); number; first and last day; start and
/// end time; type's code and name; status; is_call_out, is_charged; source, method; received;
/// acknowledged at, by; has recording, has words, during leave, extension, own; listed.
Entry entry_of(const Row& row);

/// What may be shown of a number that a call or text came from; empty for one that was withheld.
std::string shown_number(const std::string& number);

/// The least length of a sealed text that is not empty: what platform::Vault adds (version, nonce,
/// tag), and one byte.
inline constexpr int least_sealed_words = 1 + 24 + 16 + 1;

}  // namespace store

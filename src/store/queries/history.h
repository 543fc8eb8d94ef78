// What has been done about a request or a call-out, and what reached whom of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/ids.h"

namespace store {

struct HistoryEntry {
  base::Moment at;
  std::string actor;   // a person's name; empty: the line itself
  std::string action;  // "call_out_recorded"; "recording_heard" for each listening
};
/// Oldest first. Either may be missing: an unverified call-out has no request, leave no call-out.
std::vector<HistoryEntry> history_of(Transaction& tx, std::optional<RequestId> request,
                                     std::optional<CallOutId> call_out);

struct NoticeSeen {
  std::string kind;     // "receipt"
  std::string channel;  // "sms" or "email"
  std::string to;       // a name; the address of a listed recipient without one
  bool is_employee = false;
  std::string state;  // waiting, accepted, delivered, failed or dropped
  base::Moment at;    // of the state
};
/// In the order in which they were made.
std::vector<NoticeSeen> notices_of(Transaction& tx, std::optional<RequestId> request,
                                   std::optional<CallOutId> call_out);

}  // namespace store

// Call-outs that came without a person, and what somebody says of them: whose they are, or
// nobody's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

enum class CallOutState {
  unverified,  // nobody has said whose it is
  live,
  taken_back,
  rejected,
  merged  // its words were added to another of that person and day
};
std::optional<CallOutState> state_of_call_out(Transaction& tx, CallOutId id);

/// What it says of itself.
struct Report {
  std::string call_sid;
  std::string phone_number_used;  // empty: withheld
  std::string message;
  bool has_recording = false;
};
std::optional<Report> find_report(Transaction& tx, const platform::Vault& vault, CallOutId id);

/// The last two are false, and change nothing, when it is not unverified any more.
/// From then on it is that person's, method manual. Throws Conflict when they have a live one of
/// that day.
bool assign_call_out(Transaction& tx, CallOutId id, people::MemberId member, base::Moment now);
/// It leaves the live ones; words, recordings and attempts go over to `into`, which is that
/// person's.
bool merge_call_out(Transaction& tx, const platform::Vault& vault, CallOutId id, CallOutId into,
                    people::MemberId member, base::Moment now);
bool reject_call_out(Transaction& tx, CallOutId id, base::Moment now);
/// A rejected one is unverified again, and nobody has seen it. False when it is not rejected.
bool reopen_call_out(Transaction& tx, CallOutId id);

/// To which its words were added; nothing for one that was not merged.
std::optional<CallOutId> merged_into(Transaction& tx, CallOutId id);

/// The request, and the call-out that it extends, of one that was assigned.
void link_request(Transaction& tx, CallOutId id, RequestId request,
                  std::optional<CallOutId> extends);

/// Who assigned, rejected or took it back.
struct Hand {
  std::string by;  // empty: the person themselves by the line
  base::Moment at;
};
std::optional<Hand> last_hand(Transaction& tx, CallOutId id);

/// Active, and the day is between their first and last one.
bool is_employed(Transaction& tx, people::MemberId member, base::Day day);

}  // namespace store

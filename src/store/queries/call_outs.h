// Call-outs and their requests: recorded exactly once a person and day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

struct NewRequest {
  people::MemberId member;
  base::Day day;
  std::string pto_type = "sick";
  bool is_approved = false;
  std::string reason;
  bool claims_fmla = false;
  std::optional<RequestId> during = {};   // approved leave of that day
  std::optional<RequestId> extends = {};  // the call-out of the working day before
};
/// A call-out's request: one whole day.
RequestId add_request(Transaction& tx, const platform::Vault& vault, const NewRequest& request,
                      base::Moment now);
void cancel_request(Transaction& tx, RequestId id, base::Moment now);
/// Approved leave (not a call-out) of the member that holds the day.
std::optional<RequestId> approved_leave_on(Transaction& tx, people::MemberId member, base::Day day);

struct NewCallOut {
  std::optional<people::MemberId> member;  // nothing: unverified
  std::optional<RequestId> request;
  base::Day day;
  std::string call_sid;
  std::string source;  // "sms"
  std::string phone_number_used;
  bool is_verified = true;
  std::string authentication_method;  // "phone_match"
  std::string message_text;
  std::string acknowledge_code;
  std::optional<CallOutId> extends = {};
};
struct CallOut {
  CallOutId id;
  std::int64_t receipt_number = 0;
  std::optional<people::MemberId> member;
  std::optional<RequestId> request;
  base::Day day;
  std::string source;
  std::string acknowledge_code;
  base::Moment created_at;
  std::optional<base::Moment> acknowledged_at;
  std::string acknowledged_as;  // who, as people are told
  std::optional<people::UserId> acknowledged_by = {};
};
/// Takes the next receipt number. Throws Conflict when the person has a live call-out of that day.
CallOut record_call_out(Transaction& tx, const platform::Vault& vault, const NewCallOut& call_out,
                        base::Moment now);

std::optional<CallOut> find_call_out(Transaction& tx, CallOutId id);
/// Live: neither taken back nor rejected.
bool is_live(Transaction& tx, CallOutId id);
std::optional<CallOut> live_call_out(Transaction& tx, people::MemberId member, base::Day day);
/// The unverified one of a number and day.
std::optional<CallOut> unverified_call_out(Transaction& tx, std::string_view phone, base::Day day);
/// The newest live call-out of that person, whatever its day.
std::optional<CallOut> newest_call_out(Transaction& tx, people::MemberId member);
/// The newest live one with that code, no older than `since`; else the newest that was taken back,
/// rejected or merged, so that whoever was told the code hears what became of it.
std::optional<CallOut> call_out_by_code(Transaction& tx, std::string_view code, base::Moment since);
/// Codes given since a moment, so that a new one differs.
std::vector<std::string> codes_since(Transaction& tx, base::Moment since);

/// What came later of the same day: attached, never overwritten. Words of the first are kept when
/// empty.
void attach_message(Transaction& tx, const platform::Vault& vault, CallOutId id,
                    std::optional<AttemptId> attempt, std::string_view message, base::Moment now);
/// Whether these very words are on record for the call-out, and a notice of it has reached somebody
/// responsible, or may still: then they are no news.
bool is_told_already(Transaction& tx, const platform::Vault& vault, CallOutId id,
                     std::string_view message);
void note_claimed_name(Transaction& tx, const platform::Vault& vault, CallOutId id,
                       std::string_view name);
/// What the caller chose by key: the request's type while nothing is decided; "fmla" is a claim at
/// any time.
void set_category(Transaction& tx, RequestId request, std::string_view pto_type, base::Moment now);
void withdraw_call_out(Transaction& tx, CallOutId id, base::Moment now);
/// False when somebody was first.
bool acknowledge_call_out(Transaction& tx, CallOutId id, std::optional<people::UserId> by,
                          std::string_view as, base::Moment now);

/// So that nobody has seen it. False when that was so already.
bool forget_acknowledgement(Transaction& tx, CallOutId id);

/// Somebody who was sent an alert about the call-out at this address.
struct AlertedReader {
  std::optional<people::UserId> user;
  std::string name;  // of the account; empty for a listed recipient
};
/// Several when the number stands for an account and in a list.
std::vector<AlertedReader> alerted_at(Transaction& tx, CallOutId id, std::string_view address);
/// Numbers that were asked by text whose it is. One that the text has not left for is none.
std::vector<std::string> numbers_asked(Transaction& tx, CallOutId id);

}  // namespace store

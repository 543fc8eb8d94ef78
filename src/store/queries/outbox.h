// The outbox: every notice until its outcome is known. Written in the transaction of what it tells
// of.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/notice/notice.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

struct NewNotice {
  notice::Kind kind;
  notice::Channel channel;
  std::optional<people::UserId> user;
  std::string address;  // E.164, or an e-mail address
  people::Language language = people::Language::en;
  notice::Facts facts;
  std::optional<CallOutId> call_out = {};
  std::optional<AttemptId> attempt = {};
  std::optional<RequestId> request = {};
  std::optional<notice::NoticeId> instead_of = {};
  std::optional<base::Moment> not_before = {};  // unset: due at once
};

struct Notice {
  notice::NoticeId id;
  notice::Kind kind = notice::Kind::receipt;
  notice::Channel channel = notice::Channel::sms;
  std::optional<people::UserId> user;
  std::string address;
  people::Language language = people::Language::en;
  notice::Facts facts;
  std::string rendering;  // as first sent (channel's own format); empty before
  std::optional<CallOutId> call_out;
  std::optional<AttemptId> attempt;
  std::optional<RequestId> request;
  int attempts = 0;       // tries begun before this one
  bool in_doubt = false;  // an earlier try may have got through: look there first
  base::Moment created_at;
};

notice::NoticeId enqueue(Transaction& tx, const platform::Vault& vault, const NewNotice& notice,
                         base::Moment now);

/// Takes up to `limit` due notices of a channel, alerts before receipts, and leases them until
/// `now + lease`. One whose lease ran out (its worker died while sending) is claimed again, in
/// doubt. One that can't be read (altered, another key) fails here and raises an alarm: it must not
/// keep the others from leaving.
std::vector<Notice> claim_due(Transaction& tx, const platform::Vault& vault,
                              notice::Channel channel, std::string_view owner, base::Moment now,
                              std::chrono::seconds lease, int limit);
/// The heartbeat of a claim: false when somebody else has taken the notice over since, or it is
/// settled.
bool renew_lease(Transaction& tx, notice::NoticeId id, std::string_view owner, base::Moment until);
/// When the next notice of the channel is due, for the worker's sleep.
std::optional<base::Moment> next_due(Transaction& tx, notice::Channel channel);

void keep_rendering(Transaction& tx, const platform::Vault& vault, notice::NoticeId id,
                    std::string_view rendering);
/// A status callback may have been faster: what it settled stays settled.
void mark_accepted(Transaction& tx, notice::NoticeId id, std::string_view provider_id,
                   base::Moment now);
void mark_retry(Transaction& tx, notice::NoticeId id, base::Moment next_attempt,
                std::string_view error_class, int error_code, bool in_doubt);
void mark_failed(Transaction& tx, notice::NoticeId id, std::string_view error_class, int error_code,
                 base::Moment now);
/// Not to be sent any more (taken back before it left). One that is being sent, or left, stays.
void drop(Transaction& tx, notice::NoticeId id, base::Moment now);
/// The same for all that wait to say that this attempt came to nothing: it has come to something.
void drop_cut_off_notices(Transaction& tx, AttemptId attempt, base::Moment now);
/// And for all that wait about a call-out, or those of a kind about a call-out or a request.
void drop_waiting(Transaction& tx, CallOutId call_out, base::Moment now);
void drop_waiting(Transaction& tx, CallOutId call_out, notice::Kind kind, base::Moment now);
void drop_waiting(Transaction& tx, RequestId request, notice::Kind kind, base::Moment now);
/// When the first of those will leave that have not been tried and are due after a moment.
std::optional<base::Moment> next_cut_off_due(Transaction& tx, base::Moment after);
/// Whether texts to that number have failed for good lately (a landline, say) and none has arrived
/// since: then none is promised.
bool do_texts_fail(Transaction& tx, std::string_view phone, base::Moment since);

struct Delivery {
  notice::NoticeId id;
  notice::Kind kind = notice::Kind::receipt;
  std::string state;            // "accepted", "delivered", …
  std::string provider_id;      // of the newest try; empty before it was accepted
  std::string provider_status;  // "queued", "sent", …; empty before the first
  int attempts = 0;             // tries so far
};
std::optional<Delivery> notice_by_provider_id(Transaction& tx, std::string_view provider_id);
std::optional<Delivery> notice_by_id(Transaction& tx, notice::NoticeId id);
/// Moves forward only: the caller has ranked the status.
void note_provider_status(Transaction& tx, notice::NoticeId id, std::string_view status);
/// `provider_id`: of the try that has arrived, which may be one that nobody knew to be accepted.
void mark_delivered(Transaction& tx, notice::NoticeId id, std::string_view provider_id,
                    base::Moment now);

/// A notice with what the failure handling needs; nothing when it is not there or can't be read.
std::optional<Notice> find_notice(Transaction& tx, const platform::Vault& vault,
                                  notice::NoticeId id);

/// Another notice of the same kind about the same news of a call-out or attempt, and what became of
/// it.
struct Told {
  enum class Outcome {
    under_way,
    overdue,  // not accepted in time, still being tried
    arrived,  // the other side has it
    failed
  };
  std::optional<people::UserId> user;
  std::string address;
  notice::Channel channel = notice::Channel::sms;
  Outcome outcome = Outcome::under_way;
};
/// Without the notice itself and without those that were dropped.
std::vector<Told> told_of(Transaction& tx, const Notice& notice);
/// Alerts not accepted by anybody since `before`, not escalated yet; at most 200 at a time.
std::vector<notice::NoticeId> overdue_alerts(Transaction& tx, base::Moment before);
void mark_escalated(Transaction& tx, notice::NoticeId id);

}  // namespace store

// Notices that are not true any more before they have left.
#include "store/queries/outbox.h"

namespace store {
namespace {

constexpr Sql update_dropped_of_call_out(R"sql(
  UPDATE outbox SET state = 'dropped', settled_at = $2 WHERE call_out_id = $1 AND state = 'waiting'
)sql");

constexpr Sql update_dropped_of_kind(R"sql(
  UPDATE outbox SET state = 'dropped', settled_at = $3
  WHERE call_out_id = $1 AND kind = $2 AND state = 'waiting'
)sql");

constexpr Sql update_dropped_of_request(R"sql(
  UPDATE outbox SET state = 'dropped', settled_at = $3
  WHERE pto_request_id = $1 AND kind = $2 AND state = 'waiting'
)sql");

}  // namespace

void drop_waiting(Transaction& tx, CallOutId call_out, base::Moment now) {
  tx.run(update_dropped_of_call_out, {call_out, now});
}

void drop_waiting(Transaction& tx, CallOutId call_out, notice::Kind kind, base::Moment now) {
  tx.run(update_dropped_of_kind, {call_out, notice::code_of(kind), now});
}

void drop_waiting(Transaction& tx, RequestId request, notice::Kind kind, base::Moment now) {
  tx.run(update_dropped_of_request, {request, notice::code_of(kind), now});
}

}  // namespace store

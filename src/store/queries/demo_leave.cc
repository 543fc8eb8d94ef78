#include "store/queries/demo_leave.h"

namespace store {
namespace {

constexpr Sql insert_leave(R"sql(
  INSERT INTO pto_requests (member_id, start_date, end_date, pto_type, status, is_call_out,
    is_partial_day, start_time, end_time, reason, created_at, updated_at)
  VALUES ($1, $2, $3, $4, 'pending', 0, $5, $6, $7, $8, $9, $9) RETURNING id
)sql");

constexpr Sql update_over(R"sql(
  UPDATE pto_requests SET status = 'completed', version = version + 1, updated_at = $2
  WHERE status = 'approved' AND end_date < $1
)sql");

constexpr Sql update_ticks(R"sql(
  UPDATE pto_requests SET timekeeping_entered = 1, coverage_arranged = 1, version = version + 1,
    updated_at = $2
  WHERE id = $1 AND status IN ('approved', 'completed')
)sql");

}  // namespace

RequestId add_leave_of_the_demo(Transaction& tx, const platform::Vault& vault,
                                const LeaveOfTheDemo& wish, base::Moment now) {
  const auto& part = wish.part;
  return tx
      .run(insert_leave,
           {wish.member, wish.days.first, wish.days.last, wish.pto_type, part.has_value(),
            part ? Value(part->from) : Value(), part ? Value(part->until) : Value(),
            vault.seal("pto_requests.reason", wish.reason), now})
      .at(0)
      .id<RequestId>(0);
}

void complete_requests(Transaction& tx, base::Day ended_before, base::Moment now) {
  tx.run(update_over, {ended_before, now});
}

void tick_off_request(Transaction& tx, RequestId id, base::Moment now) {
  tx.run(update_ticks, {id, now});
}

}  // namespace store

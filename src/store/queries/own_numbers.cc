#include "store/queries/own_numbers.h"

namespace store {
namespace {

constexpr Sql select_holders(R"sql(
  SELECT user_id FROM phone_numbers WHERE phone = $1 AND released_at IS NULL
)sql");

constexpr Sql count_numbers(R"sql(
  SELECT COUNT(*) FROM phone_numbers WHERE user_id = $1 AND released_at IS NULL
)sql");

constexpr Sql upsert_number(R"sql(
  INSERT INTO phone_numbers (user_id, phone, is_shared, for_receipts, created_at)
  VALUES ($1, $2, 0, 0, $3)
  ON CONFLICT (user_id, phone) DO UPDATE SET is_shared = 0, for_receipts = 0, released_at = NULL
)sql");

}  // namespace

NumberFit fit_of_number(Transaction& tx, people::UserId user, std::string_view e164) {
  bool is_theirs = false;
  for (const Row& row : tx.run(select_holders, {e164})) {
    if (row.id<people::UserId>(0) != user) return NumberFit::somebody_elses;
    is_theirs = true;
  }
  if (is_theirs) return NumberFit::theirs_already;
  const bool is_room = tx.run(count_numbers, {user}).front().integer(0) < most_numbers;
  return is_room ? NumberFit::fits : NumberFit::too_many;
}

void add_number(Transaction& tx, people::UserId user, std::string_view e164, base::Moment now) {
  tx.run(upsert_number, {user, e164, now});
}

}  // namespace store

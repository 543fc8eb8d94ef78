#include "store/queries/opt_outs.h"

namespace store {
namespace {

constexpr Sql select_opt_out(R"sql(
  SELECT is_opted_out FROM phone_opt_outs WHERE phone = $1
)sql");

constexpr Sql upsert_opt_out(R"sql(
  INSERT INTO phone_opt_outs (phone, is_opted_out, learned_from, changed_at)
  VALUES ($1, 1, 'provider', $2)
  ON CONFLICT (phone) DO UPDATE SET is_opted_out = 1, learned_from = 'provider',
    changed_at = excluded.changed_at
)sql");

}  // namespace

bool is_opted_out(Transaction& tx, std::string_view phone) {
  const Rows rows = tx.run(select_opt_out, {phone});
  return !rows.empty() && rows.front().flag(0);
}

void note_refused_as_opted_out(Transaction& tx, std::string_view phone, base::Moment now) {
  tx.run(upsert_opt_out, {phone, now});
}

}  // namespace store

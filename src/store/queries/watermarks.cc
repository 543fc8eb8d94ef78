#include "store/queries/watermarks.h"

namespace store {
namespace {

constexpr Sql select_watermark(R"sql(
  SELECT value FROM watermarks WHERE name = $1
)sql");

constexpr Sql upsert_watermark(R"sql(
  INSERT INTO watermarks (name, value) VALUES ($1, $2)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value
)sql");

}  // namespace

std::optional<base::Moment> watermark(Transaction& tx, std::string_view name) {
  const Rows found = tx.run(select_watermark, {name});
  if (found.empty()) return {};
  return found.front().moment(0);
}

void set_watermark(Transaction& tx, std::string_view name, base::Moment moment) {
  tx.run(upsert_watermark, {name, moment});
}

}  // namespace store

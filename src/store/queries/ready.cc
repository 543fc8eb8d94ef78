#include "store/queries/ready.h"

namespace store {
namespace {

constexpr Sql select_version(R"sql(
  SELECT MAX(version) FROM schema_migrations
)sql");

}  // namespace

void check_ready(Transaction& tx) {
  if (tx.run(select_version).front().is_null(0)) throw Failure("the database holds no schema");
}

}  // namespace store

#include "store/sqlite_transaction.h"

#include <iterator>

namespace store {

Rows SqliteTransaction::run(Sql statement, std::initializer_list<Value> parameters) {
  // As PostgreSQL does, so that no job works on one of the two only.
  if (failure_) std::rethrow_exception(failure_);
  try {
    return connection_.run(statement.text(), {std::data(parameters), parameters.size()});
  } catch (const Failure&) {
    failure_ = std::current_exception();
    throw;
  }
}

}  // namespace store

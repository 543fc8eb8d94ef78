// An open transaction that looks like a database: what would commit many times is committed once.
#pragma once

#include "store/database.h"

namespace demo {

/// For one thread, and no longer than the transaction.
class OneTransaction final : public store::Database {
 public:
  OneTransaction(store::Transaction& tx, store::Dialect dialect) : tx_(tx), dialect_(dialect) {}

  using Database::write;
  store::Dialect dialect() const override { return dialect_; }
  /// A job that fails takes the whole transaction with it, whatever its neighbours did.
  std::vector<std::exception_ptr> write(std::span<const store::Job> jobs) override;
  void read(const store::Job& job) override { job(tx_); }
  /// Nobody hears of what is not committed yet.
  void on_change(OnChange /*listener*/) override {}

 private:
  store::Transaction& tx_;
  store::Dialect dialect_;
};

}  // namespace demo

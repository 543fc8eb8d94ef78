#include "demo/one_transaction.h"

namespace demo {

std::vector<std::exception_ptr> OneTransaction::write(std::span<const store::Job> jobs) {
  std::vector<std::exception_ptr> outcomes;
  for (const store::Job& job : jobs) {
    std::exception_ptr failure;
    try {
      job(tx_);
    } catch (...) {
      failure = std::current_exception();
    }
    outcomes.push_back(failure);
  }
  return outcomes;
}

}  // namespace demo

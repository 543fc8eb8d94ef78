#include "app/answer_once.h"

namespace app {

store::StoredAnswer answer_once(store::Transaction& tx, std::string_view key, base::Moment now,
                                const std::function<store::StoredAnswer()>& f) {
  if (!store::claim_key(tx, key, now)) return store::stored_answer(tx, key);
  const store::StoredAnswer answer = f();
  store::store_answer(tx, key, answer);
  return answer;
}

}  // namespace app

#include "store/queries/answers.h"

namespace store {
namespace {

constexpr Sql insert_key(R"sql(
  INSERT INTO webhook_answers (key, status, content_type, body, created_at) VALUES ($1, 0, '', '', $2)
  ON CONFLICT (key) DO NOTHING RETURNING status
)sql");

constexpr Sql update_answer(R"sql(
  UPDATE webhook_answers SET status = $2, content_type = $3, body = $4 WHERE key = $1
)sql");

constexpr Sql select_answer(R"sql(
  SELECT status, content_type, body FROM webhook_answers WHERE key = $1
)sql");

constexpr Sql delete_old(R"sql(
  DELETE FROM webhook_answers WHERE key IN (
    SELECT key FROM webhook_answers WHERE created_at < $1 ORDER BY created_at LIMIT 200)
  RETURNING status
)sql");

}  // namespace

bool claim_key(Transaction& tx, std::string_view key, base::Moment now) {
  return !tx.run(insert_key, {key, now}).empty();
}

void store_answer(Transaction& tx, std::string_view key, const StoredAnswer& answer) {
  tx.run(update_answer, {key, answer.status, answer.content_type, answer.body});
}

StoredAnswer stored_answer(Transaction& tx, std::string_view key) {
  auto answer = find_answer(tx, key);
  if (!answer) throw Failure("an answer was asked for whose key nobody has claimed");
  return *std::move(answer);
}

std::optional<StoredAnswer> find_answer(Transaction& tx, std::string_view key) {
  const Rows found = tx.run(select_answer, {key});
  if (found.empty()) return {};
  const Row& row = found.front();
  return StoredAnswer{
      .status = static_cast<int>(row.integer(0)), .content_type = row.text(1), .body = row.text(2)};
}

std::int64_t forget_answers(Transaction& tx, base::Moment before) {
  return static_cast<std::int64_t>(tx.run(delete_old, {before}).size());
}

}  // namespace store

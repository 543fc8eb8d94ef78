#include "store/queries/documents.h"

namespace store {
namespace {

constexpr Sql insert_document(R"sql(
  INSERT INTO documents (attempt_id, member_id, message_sid, media_sid, content_type, state,
    next_attempt_at, created_at)
  VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $6)
  ON CONFLICT (media_sid) DO NOTHING
)sql");

constexpr Sql select_due(R"sql(
  SELECT id, message_sid, media_sid, attempts, created_at FROM documents
  WHERE state = 'waiting' AND next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT $2
)sql");

constexpr Sql select_next_due(R"sql(
  SELECT MIN(next_attempt_at) FROM documents WHERE state = 'waiting'
)sql");

constexpr Sql update_kept(R"sql(
  UPDATE documents SET state = 'kept', content_type = $2, file_name = $3, size = $4, kept_at = $5
  WHERE id = $1 AND state = 'waiting'
)sql");

constexpr Sql update_retry(R"sql(
  UPDATE documents SET attempts = attempts + 1, next_attempt_at = $2
  WHERE id = $1 AND state = 'waiting'
)sql");

constexpr Sql update_failed(R"sql(
  UPDATE documents SET state = 'failed', attempts = attempts + 1
  WHERE id = $1 AND state = 'waiting'
)sql");

}  // namespace

void add_document(Transaction& tx, AttemptId attempt, std::optional<people::MemberId> member,
                  std::string_view message_sid, std::string_view media_sid,
                  std::string_view content_type, base::Moment now) {
  tx.run(insert_document, {attempt, member, message_sid, media_sid, content_type, now});
}

std::vector<WaitingDocument> due_documents(Transaction& tx, base::Moment now, int limit) {
  std::vector<WaitingDocument> documents;
  for (const Row& row : tx.run(select_due, {now, limit})) {
    documents.push_back({.id = row.id<DocumentId>(0),
                         .message_sid = row.text(1),
                         .media_sid = row.text(2),
                         .attempts = static_cast<int>(row.integer(3)),
                         .created_at = row.moment(4)});
  }
  return documents;
}

std::optional<base::Moment> next_document_due(Transaction& tx) {
  return tx.run(select_next_due).front().maybe_moment(0);
}

void mark_kept(Transaction& tx, DocumentId id, const KeptFile& file, base::Moment now) {
  tx.run(update_kept, {id, file.content_type, file.file_name, file.size, now});
}

void mark_retry(Transaction& tx, DocumentId id, base::Moment next_attempt) {
  tx.run(update_retry, {id, next_attempt});
}

void mark_failed(Transaction& tx, DocumentId id) {
  tx.run(update_failed, {id});
}

}  // namespace store

#include "store/queries/audit.h"

#include "platform/vault.h"

namespace store {
namespace {

constexpr Sql select_last(R"sql(
  SELECT id, hash FROM audit_entries ORDER BY id DESC LIMIT 1
)sql");

constexpr Sql insert_entry(R"sql(
  INSERT INTO audit_entries
    (id, at, actor, actor_user_id, action, subject, subject_id, detail, previous_hash, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
)sql");

constexpr Sql select_after(R"sql(
  SELECT id, at, actor, actor_user_id, action, subject, subject_id, detail, previous_hash, hash
  FROM audit_entries WHERE id > $1 ORDER BY id LIMIT 500
)sql");

// Each part is preceded by its length, so that no two different entries spell the same.
void add_part(std::string& text, std::string_view part) {
  text += std::to_string(part.size());
  text += ':';
  text += part;
}

base::Bytes hash_of(std::int64_t id, base::Moment at, const NewAudit& entry,
                    const base::Bytes& previous) {
  std::string text;
  add_part(text, base::hex(previous));
  add_part(text, std::to_string(id));
  add_part(text, std::to_string(base::epoch_seconds(at)));
  add_part(text, entry.actor);
  add_part(text, entry.actor_user ? std::to_string(entry.actor_user->value()) : "");
  add_part(text, entry.action);
  add_part(text, entry.subject);
  add_part(text, entry.subject_id ? std::to_string(*entry.subject_id) : "");
  add_part(text, entry.detail);
  return platform::sha256(text);
}

NewAudit entry_of(const Row& row) {
  return {.actor = row.text(2),
          .actor_user = row.maybe_id<people::UserId>(3),
          .action = row.text(4),
          .subject = row.text(5),
          .subject_id = row.maybe_integer(6),
          .detail = row.text(7)};
}

}  // namespace

void append_audit(Transaction& tx, const NewAudit& entry, base::Moment now) {
  const Rows last = tx.run(select_last);
  const std::int64_t id = last.empty() ? 1 : last.front().integer(0) + 1;
  const base::Bytes previous =
      last.empty() ? base::Bytes{} : last.front().maybe_bytes(1).value_or(base::Bytes{});
  tx.run(insert_entry,
         {id, now, entry.actor, entry.actor_user, entry.action, entry.subject, entry.subject_id,
          entry.detail, previous, hash_of(id, now, entry, previous)});
}

std::optional<std::int64_t> first_broken_audit_entry(Transaction& tx) {
  std::int64_t id = 0;
  base::Bytes previous;
  for (Rows rows = tx.run(select_after, {id}); !rows.empty(); rows = tx.run(select_after, {id})) {
    for (const Row& row : rows) {
      const bool follows =
          row.integer(0) == id + 1 && row.maybe_bytes(8).value_or(base::Bytes{}) == previous;
      id = row.integer(0);
      const base::Bytes expected = hash_of(id, row.moment(1), entry_of(row), previous);
      if (!follows || row.maybe_bytes(9) != expected) return id;
      previous = expected;
    }
  }
  return {};
}

}  // namespace store

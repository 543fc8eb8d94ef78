// The first answer to each of the provider's events, by the event's key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace store {

struct StoredAnswer {
  int status = 200;
  std::string content_type;
  std::string body;
  friend bool operator==(const StoredAnswer&, const StoredAnswer&) = default;
};

/// True when this transaction is the first to claim the key; it must then store the answer.
bool claim_key(Transaction& tx, std::string_view key, base::Moment now);
void store_answer(Transaction& tx, std::string_view key, const StoredAnswer& answer);
StoredAnswer stored_answer(Transaction& tx, std::string_view key);
/// Without a claim: nothing when the event has not been answered yet.
std::optional<StoredAnswer> find_answer(Transaction& tx, std::string_view key);
/// Forgets answers older than `before`: at most 200 at a time. Returns how many went.
std::int64_t forget_answers(Transaction& tx, base::Moment before);

}  // namespace store

// Pictures that came by text (a doctor's note): announced by a webhook, fetched later, kept
// encrypted in the data folder, for HR only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

/// Waiting to be fetched; `content_type` is as announced. The same picture announced twice is one
/// document.
void add_document(Transaction& tx, AttemptId attempt, std::optional<people::MemberId> member,
                  std::string_view message_sid, std::string_view media_sid,
                  std::string_view content_type, base::Moment now);

struct WaitingDocument {
  DocumentId id;
  std::string message_sid;
  std::string media_sid;
  int attempts = 0;
  base::Moment created_at;
};
/// Those whose time has come, the oldest first.
std::vector<WaitingDocument> due_documents(Transaction& tx, base::Moment now, int limit);
std::optional<base::Moment> next_document_due(Transaction& tx);

struct KeptFile {
  std::string content_type;
  std::string file_name;  // inside <data>/documents
  std::int64_t size = 0;  // of the picture, before it was sealed
};
void mark_kept(Transaction& tx, DocumentId id, const KeptFile& file, base::Moment now);
void mark_retry(Transaction& tx, DocumentId id, base::Moment next_attempt);
void mark_failed(Transaction& tx, DocumentId id);

}  // namespace store

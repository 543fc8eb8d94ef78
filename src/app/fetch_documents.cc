#include "app/fetch_documents.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "app/backoff.h"
#include "app/bare_type.h"
#include "app/kept_file.h"

namespace app {
namespace {

constexpr int batch = 5;
constexpr std::chrono::hours lifetime{24};
constexpr std::chrono::hours longest_wait{1};
constexpr std::array<std::string_view, 5> kept_types{"image/jpeg", "image/png", "image/gif",
                                                     "image/heic", "application/pdf"};

}  // namespace

DocumentFetcher::DocumentFetcher(store::Database& database, Provider& provider,
                                 const platform::Vault& vault, platform::Random random,
                                 platform::Log log, std::filesystem::path folder)
    : database_(database),
      provider_(provider),
      vault_(vault),
      random_(std::move(random)),
      log_(std::move(log)),
      folder_(std::move(folder)) {}

Step DocumentFetcher::step(base::Moment now) {
  if (!provider_.is_configured()) return {};
  std::vector<store::WaitingDocument> due;
  database_.read([&](store::Transaction& tx) { due = store::due_documents(tx, now, batch); });
  Step step;
  for (const store::WaitingDocument& document : due) {
    fetch(document, now);
    ++step.handled;
  }
  database_.read([&](store::Transaction& tx) { step.next = store::next_document_due(tx); });
  return step;
}

void DocumentFetcher::fetch(const store::WaitingDocument& document, base::Moment now) {
  const auto outcome = fetch_and_keep(document);
  const auto* kept = std::get_if<store::KeptFile>(&outcome);
  const bool is_hopeless =
      std::holds_alternative<Never>(outcome) || now - document.created_at >= lifetime;
  database_.write([&](store::Transaction& tx) {
    if (kept != nullptr) return store::mark_kept(tx, document.id, *kept, now);
    if (is_hopeless) return store::mark_failed(tx, document.id);
    store::mark_retry(tx, document.id, now + backoff(random_, document.attempts, longest_wait));
  });
  log_.write(kept != nullptr ? platform::Level::info : platform::Level::warning,
             kept != nullptr ? "document kept" : "document not fetched",
             {{platform::LogField::id, document.id.value()},
              {platform::LogField::attempt, std::int64_t{document.attempts} + 1}});
}

std::variant<store::KeptFile, NotYet, Never> DocumentFetcher::fetch_and_keep(
    const store::WaitingDocument& document) {
  auto fetched = provider_.fetch_message_media(document.message_sid, document.media_sid);
  if (auto* later = std::get_if<NotYet>(&fetched)) return std::move(*later);
  if (auto* never = std::get_if<Never>(&fetched)) return std::move(*never);
  return keep(document, std::get<Media>(fetched));
}

std::variant<store::KeptFile, NotYet, Never> DocumentFetcher::keep(
    const store::WaitingDocument& document, const Media& media) {
  const std::string type = bare_type(media.content_type);
  if (std::ranges::find(kept_types, type) == kept_types.end())
    return Never{"a type that is not kept"};
  if (media.bytes.empty()) return NotYet{"empty"};
  if (media.bytes.size() > largest_document) return Never{"too large"};
  const std::string name = "document-" + std::to_string(document.id.value()) + ".sealed";
  try {
    keep_file(folder_, name, vault_.seal(document_place, media.bytes));
  } catch (const std::system_error&) {
    return NotYet{"the disk does not take it"};
  }
  return store::KeptFile{type, name, static_cast<std::int64_t>(media.bytes.size())};
}

}  // namespace app

// Brings the pictures of texts (a doctor's note) here: fetched from the provider, sealed, kept in
// the data folder. Only HR reads them.
#pragma once

#include <filesystem>
#include <string_view>

#include "app/provider.h"
#include "app/step.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/queries/documents.h"

namespace app {

inline constexpr std::size_t largest_document = 10 * 1024 * 1024;
/// The vault's place of a kept file's bytes.
inline constexpr std::string_view document_place = "documents.file";

/// One thread at a time.
class DocumentFetcher {
 public:
  /// `folder` is <data>/documents. All must outlive the worker.
  DocumentFetcher(store::Database& database, Provider& provider, const platform::Vault& vault,
                  platform::Random random, platform::Log log, std::filesystem::path folder);

  /// Fetches at most five of those that are due. What is not there yet is tried again, later and
  /// later, for a day.
  Step step(base::Moment now);

 private:
  void fetch(const store::WaitingDocument& document, base::Moment now);
  std::variant<store::KeptFile, NotYet, Never> fetch_and_keep(
      const store::WaitingDocument& document);
  std::variant<store::KeptFile, NotYet, Never> keep(const store::WaitingDocument& document,
                                                    const Media& media);

  store::Database& database_;
  Provider& provider_;
  const platform::Vault& vault_;
  platform::Random random_;
  platform::Log log_;
  std::filesystem::path folder_;
};

}  // namespace app

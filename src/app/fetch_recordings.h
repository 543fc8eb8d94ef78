// Brings what was said on the telephone here: fetched from the provider when it is ready, checked,
// sealed, kept in the data folder, and deleted at the provider once ours is safe.
#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>
#include <variant>

#include "app/provider.h"
#include "app/step.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/queries/recordings.h"

namespace app {

/// How large a recording of that length may be: twice what 8 kHz of 16 bit take, since the setting
/// may have been lowered since, at least 4 MiB and at most `largest_recording`.
std::size_t recording_limit(std::chrono::seconds longest);

/// One thread at a time.
class RecordingFetcher {
 public:
  struct Place {
    std::filesystem::path folder;    // <data>/recordings
    std::chrono::seconds longest{};  // CALL_RECORDING_MAX_LENGTH
  };
  /// All must outlive the worker.
  RecordingFetcher(store::Database& database, Provider& provider, const platform::Vault& vault,
                   platform::Random random, platform::Log log, Place place);

  /// Fetches at most five of those that are due: what is not there yet is tried again, later and
  /// later, for a day; then it is given up, which is an alarm. Only when none was due, deletes at
  /// the provider one of those that have been kept here for long enough.
  Step step(base::Moment now);

 private:
  struct Nothing {};  // there was nothing to keep
  using Outcome = std::variant<store::KeptRecording, Nothing, NotYet, Never>;

  int fetch_due(base::Moment now);
  int delete_due(base::Moment now);
  void fetch(const store::WaitingRecording& recording, base::Moment now);
  Outcome fetch_and_keep(const store::WaitingRecording& recording);
  Outcome keep(store::RecordingId id, const Media& media);
  void delete_there(const store::WaitingRecording& recording, base::Moment now);
  void note(platform::Level level, std::string_view event,
            const store::WaitingRecording& recording) const;

  store::Database& database_;
  Provider& provider_;
  const platform::Vault& vault_;
  platform::Random random_;
  platform::Log log_;
  Place place_;
};

}  // namespace app

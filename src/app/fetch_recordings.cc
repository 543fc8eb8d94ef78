#include "app/fetch_recordings.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "app/backoff.h"
#include "app/bare_type.h"
#include "app/kept_recording.h"
#include "app/wav.h"
#include "app/waveform.h"

namespace app {
namespace {

constexpr int batch = 5;
constexpr int deletions = 1;  // each may take seconds, and fetching goes first
constexpr std::chrono::hours lifetime{24};
constexpr int least_tries = 5;  // also when the server was down for a day
constexpr std::chrono::hours longest_wait{1};
constexpr std::size_t least_limit = 4 * 1024 * 1024;
constexpr std::size_t bytes_a_second = 16'000;
constexpr std::array<std::string_view, 4> wav_types{"audio/wav", "audio/x-wav", "audio/wave",
                                                    "audio/vnd.wave"};

bool is_too_old(const store::WaitingRecording& recording, base::Moment now) {
  return now - recording.created_at >= lifetime && recording.attempts + 1 >= least_tries;
}

/// A tag, or the eleven set bits that every frame of MPEG sound begins with.
bool is_mpeg(std::string_view bytes) {
  if (bytes.starts_with("ID3")) return true;
  return bytes.size() > 1 && bytes[0] == '\xff' && (bytes[1] & '\xe0') == '\xe0';
}

}  // namespace

std::size_t recording_limit(std::chrono::seconds longest) {
  const std::size_t wanted =
      2 * bytes_a_second * static_cast<std::size_t>(std::max<std::int64_t>(longest.count(), 0));
  return std::clamp(wanted, least_limit, largest_recording);
}

RecordingFetcher::RecordingFetcher(store::Database& database, Provider& provider,
                                   const platform::Vault& vault, platform::Random random,
                                   platform::Log log, Place place)
    : database_(database),
      provider_(provider),
      vault_(vault),
      random_(std::move(random)),
      log_(std::move(log)),
      place_(std::move(place)) {}

Step RecordingFetcher::step(base::Moment now) {
  if (!provider_.is_configured()) return {};
  Step step;
  step.handled = fetch_due(now);
  if (step.handled == 0) step.handled = delete_due(now);
  database_.read([&](store::Transaction& tx) { step.next = store::next_recording_due(tx); });
  return step;
}

int RecordingFetcher::fetch_due(base::Moment now) {
  std::vector<store::WaitingRecording> due;
  database_.read([&](store::Transaction& tx) { due = store::due_recordings(tx, now, batch); });
  for (const store::WaitingRecording& recording : due) fetch(recording, now);
  return static_cast<int>(due.size());
}

int RecordingFetcher::delete_due(base::Moment now) {
  std::vector<store::WaitingRecording> due;
  database_.read([&](store::Transaction& tx) { due = store::deletable_there(tx, now, deletions); });
  for (const store::WaitingRecording& recording : due) delete_there(recording, now);
  return static_cast<int>(due.size());
}

void RecordingFetcher::fetch(const store::WaitingRecording& recording, base::Moment now) {
  const Outcome outcome = fetch_and_keep(recording);
  const auto* kept = std::get_if<store::KeptRecording>(&outcome);
  const bool is_empty = std::holds_alternative<Nothing>(outcome);
  const bool is_hopeless = std::holds_alternative<Never>(outcome) || is_too_old(recording, now);
  database_.write([&](store::Transaction& tx) {
    if (kept != nullptr) return store::mark_recording_kept(tx, recording.id, *kept, now);
    if (is_empty) return store::mark_recording_absent(tx, recording.id);
    if (is_hopeless) return store::mark_recording_failed(tx, recording.id, now);
    const auto wait = backoff(random_, recording.attempts, longest_wait);
    store::mark_recording_retry(tx, recording.id, now + wait);
  });
  using platform::Level;
  if (kept != nullptr) return note(Level::info, "recording kept", recording);
  if (is_empty) return note(Level::info, "recording is empty", recording);
  if (is_hopeless) return note(Level::error, "recording lost", recording);
  note(Level::warning, "recording not fetched", recording);
}

RecordingFetcher::Outcome RecordingFetcher::fetch_and_keep(
    const store::WaitingRecording& recording) {
  auto fetched = provider_.fetch_recording(recording.recording_sid);
  if (auto* later = std::get_if<NotYet>(&fetched)) return std::move(*later);
  if (auto* never = std::get_if<Never>(&fetched)) return std::move(*never);
  return keep(recording.id, std::get<Media>(fetched));
}

RecordingFetcher::Outcome RecordingFetcher::keep(store::RecordingId id, const Media& media) {
  const std::string type = bare_type(media.content_type);
  const bool says_wav = std::ranges::find(wav_types, type) != wav_types.end();
  if (!says_wav && type != "audio/mpeg") return Never{"a type that is not kept"};
  if (media.bytes.size() > recording_limit(place_.longest)) return Never{"too large"};
  if (media.bytes.empty()) return NotYet{"empty"};
  const auto wav = says_wav ? read_wav(media.bytes) : std::nullopt;
  if (says_wav ? !wav : !is_mpeg(media.bytes)) return Never{"not the sound that it says it is"};
  if (wav && wav->sound_bytes == 0) return Nothing{};
  try {
    return store::KeptRecording{.content_type = says_wav ? "audio/wav" : type,
                                .file_name = keep_recording(vault_, place_.folder, id, media.bytes),
                                .size = static_cast<std::int64_t>(media.bytes.size()),
                                .duration = wav ? wav->duration : 0,
                                .waveform = waveform_of(media.bytes)};
  } catch (const std::system_error&) {
    return NotYet{"the disk does not take it"};
  }
}

void RecordingFetcher::delete_there(const store::WaitingRecording& recording, base::Moment now) {
  const bool is_gone = provider_.delete_recording(recording.recording_sid);
  database_.write([&](store::Transaction& tx) {
    if (is_gone) return store::mark_deleted_there(tx, recording.id, now);
    const auto wait = backoff(random_, recording.attempts, longest_wait);
    store::mark_recording_retry(tx, recording.id, now + wait);
  });
  note(is_gone ? platform::Level::info : platform::Level::warning,
       is_gone ? "recording deleted at the provider" : "recording not deleted at the provider",
       recording);
}

void RecordingFetcher::note(platform::Level level, std::string_view event,
                            const store::WaitingRecording& recording) const {
  log_.write(level, event,
             {{platform::LogField::id, recording.id.value()},
              {platform::LogField::attempt, std::int64_t{recording.attempts} + 1}});
}

}  // namespace app

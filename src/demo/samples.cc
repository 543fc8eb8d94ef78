#include "demo/samples.h"

#include <algorithm>
#include <array>
#include <optional>

#include "embedded/voice_sample_list.h"
#include "embedded/voice_samples.h"

namespace demo {
namespace {

/// The list's columns. script/build alone needs the voice.
enum Column { name, language, voice, words, column_count };

using Cells = std::array<std::string_view, column_count>;

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

Cells cells_of(std::string_view line) {
  Cells cells;
  for (std::string_view& cell : cells) cell = take_until(line, '\t');
  return cells;
}

std::optional<std::string_view> wav_named(std::string_view sample) {
  const auto files = embedded::voice_samples();
  const std::string file_name = std::string(sample) + ".wav";
  const auto found = std::ranges::find(files, file_name, &embedded::File::name);
  if (found == files.end()) return {};
  return found->bytes;
}

}  // namespace

std::vector<VoiceSample> voice_samples() {
  std::vector<VoiceSample> samples;
  std::string_view list = embedded::voice_sample_list().front().bytes;
  while (!list.empty()) {
    const Cells cells = cells_of(take_until(list, '\n'));
    const auto wav = wav_named(cells[name]);
    const auto spoken = people::parse_language(cells[language]);
    if (!wav || !spoken) continue;
    samples.push_back({.name = std::string(cells[name]),
                       .language = *spoken,
                       .words = std::string(cells[words]),
                       .wav = *wav});
  }
  return samples;
}

}  // namespace demo

// The picture of a recording's loudness, so that a reader sees where somebody speaks before
// listening.
#pragma once

#include <optional>
#include <string_view>

#include "base/bytes.h"

namespace app {

inline constexpr std::size_t waveform_parts = 100;

/// The loudest of each of 100 equal parts, 0 to 100, one byte each. Pure.
/// In decibels, from -48 (0) to full scale (100): ears hear that way, and a linear picture of
/// somebody who is ill and speaks low, at a thirtieth of full scale, would be an empty line.
/// Against full scale and not the recording's own loudest, so that a silent recording looks silent.
/// Nothing where it can't be told: no WAV file, no sound in it, or a coding other than PCM of 8 or
/// 16 bit or G.711 µ-law, in one channel or two.
std::optional<base::Bytes> waveform_of(std::string_view file);

}  // namespace app

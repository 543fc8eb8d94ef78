// What a text costs on the air. One character outside GSM 03.38 turns a whole text to UCS-2, 70
// characters a segment for 160; so texts are transliterated at the sending edge: García → Garcia.
// Pages: 3GPP TS 23.038 section 6.2.1.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace twilio {

inline constexpr std::size_t septets_of_one_segment = 160;
inline constexpr std::size_t septets_of_each_of_several = 153;

/// The text in characters of GSM 03.38, as UTF-8: é ñ ü ¿ ¡ stay, á becomes a, curly quotes
/// straight, Нина becomes Nina. Emoji, control and combining characters go; a letter that can't be
/// written in Latin ones becomes '?'. Any bytes are taken. What comes out stays as it is if put in
/// again.
std::string to_gsm7(std::string_view utf8);

/// Nothing if a character is not in GSM 03.38. ^ { } \ [ ~ ] | € count two.
std::optional<std::size_t> gsm7_septets(std::string_view utf8);

/// How many segments are sent and paid for; nothing as above, 0 for no text.
std::optional<int> gsm7_segments(std::string_view utf8);

/// As much of the text as fits one segment, in GSM 03.38. For the very edge alone: words that may
/// be too long are shortened where they are chosen.
std::string fit_one_segment(std::string_view utf8);

}  // namespace twilio

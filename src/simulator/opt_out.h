// The words by which people stop and start an application's texts, which the carrier answers itself
// (twilio.md 6): the whole text must be one of them, in any case, blanks around it aside.
#pragma once

#include <string_view>

namespace simulator {

enum class OptOutWord { none, stop, start, help };

OptOutWord opt_out_word(std::string_view body);
/// What the carrier answers; empty for `none`.
std::string_view carrier_answer(OptOutWord word);

}  // namespace simulator

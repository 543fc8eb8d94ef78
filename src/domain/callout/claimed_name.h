// The name that somebody gave on the line ("this is jose nunez"), held beside the names on file:
// word by word, without case and accents, since nobody spells them when they are sick.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace callout {

/// Its words of letters and digits, in one case and without accents: "José O'Neil-Núñez" is "jose",
/// "oneil", "nunez".
std::vector<std::string> name_words(std::string_view name);

/// Whether it may be that person's name: at least two words of it are in what was said, or all if
/// it has but one; a name of which only one word was said fits no better than many others.
bool is_name_given(std::string_view said, std::string_view name);

/// Whether what somebody types in a search finds the name: it stands in it as it is, but for case,
/// accents and the number of blanks. Nothing typed finds
/// all, signs without a letter find nobody.
bool is_part_of_name(std::string_view typed, std::string_view name);

}  // namespace callout

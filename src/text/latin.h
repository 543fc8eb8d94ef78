// Names of every script in Latin letters, for what is sent in an alphabet that has no others.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// Нина Орлова → Nina Orlova, 王小明 → Wang Xiao Ming, דוד → Dwd; without marks on the letters, and
/// capitalised where the script has no capitals. Text in Latin letters, emoji and bytes that are no
/// UTF-8 stay as they are; so does a letter that ICU can't write in Latin ones. Safe from any
/// thread.
std::string latinized(std::string_view utf8);

}  // namespace text

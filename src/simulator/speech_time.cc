#include "simulator/speech_time.h"

namespace simulator {
namespace {

constexpr milliseconds digit{350};
constexpr milliseconds breath{150};
constexpr milliseconds sentence{400};
constexpr milliseconds key{250};
constexpr milliseconds wait{500};

milliseconds time_of(char c, milliseconds letter) {
  if (c >= '0' && c <= '9') return digit;
  if (c == ',' || c == ';' || c == ':') return breath;
  if (c == '.' || c == '!' || c == '?') return sentence;
  const bool goes_on = (c & 0xC0) == 0x80;  // a further byte of a character (UTF-8)
  return goes_on ? milliseconds(0) : letter;
}

}  // namespace

milliseconds speech_time(std::string_view words, std::string_view language) {
  const milliseconds letter(language.starts_with("es") ? 1000 / 17 : 1000 / 15);
  milliseconds time{};
  for (const char c : words) time += time_of(c, letter);
  return time;
}

milliseconds keys_time(std::string_view digits) {
  milliseconds time{};
  for (const char c : digits) time += c == 'w' || c == 'W' ? wait : key;
  return time;
}

}  // namespace simulator

#include "channels/twilio/provider_id.h"

#include <algorithm>

namespace twilio {
namespace {

constexpr std::size_t longest_id = 128;

}  // namespace

bool is_provider_id(std::string_view text) {
  return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_';
  });
}

}  // namespace twilio

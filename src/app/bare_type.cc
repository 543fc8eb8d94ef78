#include "app/bare_type.h"

#include <algorithm>

namespace app {

std::string bare_type(std::string_view content_type) {
  std::string bare(content_type.substr(0, content_type.find(';')));
  while (!bare.empty() && bare.back() == ' ') bare.pop_back();
  std::ranges::transform(bare, bare.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return bare;
}

}  // namespace app

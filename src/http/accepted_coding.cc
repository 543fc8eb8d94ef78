#include "http/accepted_coding.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "http/field.h"

namespace http {
namespace {

constexpr int full_weight = 1000;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// "q=0.8" in thousandths; 0 when it can't be read.
int weight_of(std::string_view parameter) {
  parameter = trimmed(parameter);
  if (!equal_without_case(parameter.substr(0, 2), "q=")) return 0;
  parameter.remove_prefix(2);
  if (parameter.empty() || parameter.size() > 5 || (parameter[0] != '0' && parameter[0] != '1')) {
    return 0;
  }
  if (parameter.size() > 1 && parameter[1] != '.') return 0;
  int weight = (parameter[0] - '0') * full_weight;
  int worth = 100;
  for (const char digit : parameter.substr(std::min<std::size_t>(2, parameter.size()))) {
    if (digit < '0' || digit > '9') return 0;
    weight += (digit - '0') * worth;
    worth /= 10;
  }
  return weight > full_weight ? 0 : weight;
}

struct Wish {
  std::string_view coding;
  int weight = full_weight;
};

std::vector<Wish> wishes_of(const Request& request) {
  std::vector<Wish> wishes;
  for (const Field& field : request.fields) {
    if (!equal_without_case(field.name, "Accept-Encoding")) continue;
    std::string_view list = field.value;
    while (!list.empty()) {
      const std::string_view entry = list.substr(0, list.find(','));
      list.remove_prefix(std::min(entry.size() + 1, list.size()));
      const std::size_t parameter = entry.find(';');
      const bool is_weighed = parameter != std::string_view::npos;
      wishes.push_back({trimmed(entry.substr(0, parameter)),
                        is_weighed ? weight_of(entry.substr(parameter + 1)) : full_weight});
    }
  }
  return wishes;
}

std::optional<int> weight_for(const std::vector<Wish>& wishes, std::string_view coding) {
  std::optional<int> any;
  for (const Wish& wish : wishes) {
    if (equal_without_case(wish.coding, coding)) return wish.weight;
    if (wish.coding == "*") any = wish.weight;
  }
  return any;
}

}  // namespace

std::string_view accepted_coding(const Request& request,
                                 std::span<const std::string_view> offered) {
  const auto wishes = wishes_of(request);
  std::string_view best;
  int best_weight = 0;
  for (const std::string_view coding : offered) {
    const int weight = weight_for(wishes, coding).value_or(0);
    if (weight <= best_weight) continue;
    best = coding;
    best_weight = weight;
  }
  // Plain bytes only before a coding that somebody asked for less.
  for (const Wish& wish : wishes) {
    if (equal_without_case(wish.coding, "identity") && wish.weight > best_weight) return {};
  }
  return best;
}

}  // namespace http

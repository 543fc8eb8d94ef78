#include "http/range.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>

#include "http/field.h"

namespace http {
namespace {

/// Of `size` bytes; first == size: there is nothing of it.
struct Part {
  std::size_t first = 0;
  std::size_t length = 0;
};

/// A number too large to hold is as good as the largest. Nothing unless it is all digits.
std::optional<std::size_t> number_in(std::string_view digits) {
  constexpr std::size_t largest = std::numeric_limits<std::size_t>::max();
  if (digits.empty()) return {};
  std::size_t number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return {};
    const auto value = static_cast<std::size_t>(digit - '0');
    number = number > (largest - value) / 10 ? largest : number * 10 + value;
  }
  return number;
}

/// "500-999", "500-" or "-500". Nothing when it is no range.
std::optional<Part> part_of(std::string_view range, std::size_t size) {
  const auto dash = range.find('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view from = range.substr(0, dash);
  const std::string_view to = range.substr(dash + 1);
  const auto last = number_in(to);
  if (from.empty()) {
    if (!last) return {};
    const std::size_t length = std::min(*last, size);
    return Part{size - length, length};
  }
  const auto first = number_in(from);
  const bool is_range = first && (to.empty() || (last && *last >= *first));
  if (!is_range) return {};
  if (*first >= size) return Part{size, 0};
  const std::size_t end = last && *last < size ? *last + 1 : size;
  return Part{*first, end - *first};
}

std::optional<Part> asked_part(const Request& request, std::size_t size) {
  constexpr std::string_view unit = "bytes=";
  const auto is_range = [](const Field& field) {
    return equal_without_case(field.name, "Range");
  };
  if (request.method != Method::get || request.field("If-Range")) return {};
  if (std::ranges::count_if(request.fields, is_range) != 1) return {};
  const std::string_view range = *request.field("Range");
  if (!equal_without_case(range.substr(0, unit.size()), unit)) return {};
  return part_of(range.substr(unit.size()), size);
}

}  // namespace

Response with_range(const Request& request, Response whole) {
  if (whole.status != 200) return whole;
  whole.fields.push_back({"Accept-Ranges", "bytes"});
  const std::string size = std::to_string(whole.body.size());
  const auto part = asked_part(request, whole.body.size());
  if (!part) return whole;
  if (part->length == 0) {
    whole.status = 416;
    whole.content_type.clear();
    whole.body.clear();
    whole.fields.push_back({"Content-Range", "bytes */" + size});
    return whole;
  }
  whole.status = 206;
  whole.body = whole.body.substr(part->first, part->length);
  const std::string last = std::to_string(part->first + part->length - 1);
  whole.fields.push_back(
      {"Content-Range", "bytes " + std::to_string(part->first) + "-" + last + "/" + size});
  return whole;
}

}  // namespace http

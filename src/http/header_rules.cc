#include "http/header_rules.h"

#include <algorithm>

#include "http/field.h"

namespace http {
namespace {

using namespace std::string_view_literals;

std::vector<std::string_view> values(const Request& request, std::string_view name) {
  std::vector<std::string_view> found;
  for (const Field& field : request.fields) {
    if (equal_without_case(field.name, name)) found.emplace_back(field.value);
  }
  return found;
}

bool is_plausible_host(std::string_view host) {
  return host.find_first_of(" \t,/\\?#@<>\"'"sv) == std::string_view::npos;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 18 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

HeaderScan::State HeaderScan::look(std::string_view bytes) {
  for (;;) {
    const std::size_t feed = bytes.find('\n', line_);
    if (feed == std::string_view::npos) return State::more;
    if (feed == line_ || bytes[feed - 1] != '\r') return State::broken;
    const std::string_view line = bytes.substr(line_, feed - 1 - line_);
    const bool broken = line.find_first_of("\r\0"sv) != std::string_view::npos ||
                        line.starts_with(' ') || line.starts_with('\t');
    if (broken) return State::broken;
    line_ = feed + 1;
    if (line.empty()) return State::found;
  }
}

bool frames_clearly(const Request& request, Version version) {
  const auto hosts = values(request, "Host");
  const bool host_missing = version == Version::http_1_1 && hosts.empty();
  if (host_missing || hosts.size() > 1) return false;
  if (!hosts.empty() && !is_plausible_host(hosts.front())) return false;

  const auto lengths = values(request, "Content-Length");
  if (lengths.size() > 1 || (!lengths.empty() && !is_number(lengths.front()))) return false;

  const auto codings = values(request, "Transfer-Encoding");
  if (codings.empty()) return true;
  return version == Version::http_1_1 && codings.size() == 1 && lengths.empty() &&
         equal_without_case(codings.front(), "chunked");
}

}  // namespace http

#include "site/file.h"

#include <algorithm>
#include <utility>

#include "base/bytes.h"
#include "http/accepted_coding.h"
#include "platform/vault.h"

namespace site {
namespace {

constexpr std::size_t tag_digits = 32;

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> codings{
    {{"br", ".br"}, {"gzip", ".gz"}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> content_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view content_type_of(std::string_view name) {
  for (const auto& [ending, type] : content_types) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// If-None-Match: our tags hold no comma, so the list may be cut at each.
bool has_already(const http::Request& request, std::string_view tag) {
  std::string_view list = request.field("If-None-Match").value_or("");
  while (!list.empty()) {
    const std::string_view entry = list.substr(0, list.find(','));
    list.remove_prefix(std::min(entry.size() + 1, list.size()));
    std::string_view known = trimmed(entry);
    if (known.starts_with("W/")) known.remove_prefix(2);  // a proxy that compressed it again
    if (known == tag || known == "*") return true;
  }
  return false;
}

}  // namespace

File::File(const Asset& plain, const std::vector<Asset>& compressed)
    : content_type_(content_type_of(plain.name)) {
  const std::string digest = base::hex(platform::sha256(plain.bytes)).substr(0, tag_digits);
  forms_.push_back({"", plain.bytes, '"' + digest + '"'});
  for (const auto& [coding, ending] : codings) {
    const std::string name = std::string(plain.name) + std::string(ending);
    const auto found = std::ranges::find(compressed, std::string_view(name), &Asset::name);
    if (found == compressed.end()) continue;
    forms_.push_back({coding, found->bytes, '"' + digest + '-' + std::string(coding) + '"'});
  }
}

const File::Form& File::form_for(const http::Request& request) const {
  std::vector<std::string_view> offered;
  for (const Form& form : forms_) {
    if (!form.coding.empty()) offered.push_back(form.coding);
  }
  return *std::ranges::find(forms_, http::accepted_coding(request, offered), &Form::coding);
}

http::Response File::answer(const http::Request& request, std::vector<http::Field> fields) const {
  const Form& form = form_for(request);
  fields.push_back({"ETag", form.tag});
  fields.push_back({"Vary", "Accept-Encoding"});
  if (has_already(request, form.tag)) {
    return {.status = 304, .fields = std::move(fields)};
  }
  if (!form.coding.empty()) fields.push_back({"Content-Encoding", std::string(form.coding)});
  return {.status = 200,
          .content_type = std::string(content_type_),
          .body = std::string(form.bytes),
          .fields = std::move(fields)};
}

}  // namespace site

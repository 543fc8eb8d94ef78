#include "simulator/twiml_url.h"

#include <memory>

#include <libxml/globals.h>
#include <libxml/uri.h>

namespace simulator {
namespace {

constexpr std::size_t longest = 4000;

bool is_of_the_web(const std::string& url) {
  const std::size_t host = url.find("://") + 3;
  const bool has_scheme = url.starts_with("http://") || url.starts_with("https://");
  return has_scheme && host < url.size() && url[host] != '/' && url.size() <= longest;
}

}  // namespace

std::optional<std::string> absolute_url(const std::string& url, const std::string& base) {
  if (url.size() > longest) return {};
  std::string resolved = url.empty() ? base : url;
  if (!is_of_the_web(resolved)) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> built(
        xmlBuildURI(reinterpret_cast<const xmlChar*>(url.c_str()),
                    reinterpret_cast<const xmlChar*>(base.c_str())),
        xmlFree);
    if (!built) return {};
    resolved = reinterpret_cast<const char*>(built.get());
  }
  if (!is_of_the_web(resolved)) return {};
  return resolved;
}

}  // namespace simulator

#include "site/routes.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace site {
namespace {

using Fields = std::vector<http::Field>;
using Files = std::map<std::string, File, std::less<>>;

constexpr std::string_view index_name = "index.html";
constexpr std::string_view assets_folder = "assets/";
constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
constexpr const char* no_permissions = "microphone=(), camera=(), geolocation=()";
constexpr const char* microphone_only = "microphone=(self), camera=(), geolocation=()";
constexpr const char* no_application =
    "Callout is running and takes calls and texts.\n"
    "\n"
    "There is nothing to see here, as this binary was built without the web application:\n"
    "build it with script/build, which makes the web application first, and start it again.\n";

bool is_compressed(std::string_view name) {
  return name.ends_with(".br") || name.ends_with(".gz");
}

Files read(const std::vector<Asset>& assets) {
  Files files;
  for (const Asset& asset : assets) {
    if (!is_compressed(asset.name)) files.emplace(asset.name, File(asset, assets));
  }
  return files;
}

// `nosniff` is with every answer of the server.
Fields page_fields(const Application& application) {
  Fields fields{
      {"Cache-Control", "no-cache"},
      {"Content-Security-Policy", content_security_policy},
      {"Referrer-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Permissions-Policy",
       application.microphone == Microphone::may_be_asked_for ? microphone_only : no_permissions},
  };
  if (application.transport == Transport::https) {
    fields.push_back({"Strict-Transport-Security", "max-age=31536000"});
  }
  return fields;
}

http::Response plain(const char* text) {
  return {.status = 404,
          .content_type = "text/plain; charset=utf-8",
          .body = text,
          .fields = {{"Cache-Control", "no-store"}}};
}

http::Route get(std::string pattern, http::Handler handler) {
  return {.method = http::Method::get,
          .pattern = std::move(pattern),
          .body_limit = 0,
          .handler = std::move(handler),
          .on_error = {}};
}

http::Handler always(const File& file, Fields fields) {
  return [file, fields = std::move(fields)](const http::Request& request) {
    return file.answer(request, fields);
  };
}

/// Their names change with their contents, so one that is kept is never out of date.
http::Route assets_route(const std::string& prefix, std::shared_ptr<const Files> files) {
  return get(prefix + "/assets/{file}", [files = std::move(files)](const http::Request& request) {
    const auto found = files->find(std::string(assets_folder) + request.segments.at("file"));
    // Not to be kept: during an update the next answer may have it.
    if (found == files->end()) return plain("Not Found\n");
    return found->second.answer(request,
                                {{"Cache-Control", "public, max-age=31536000, immutable"}});
  });
}

}  // namespace

std::vector<http::Route> routes(const Application& application) {
  const std::string& prefix = application.prefix;
  const auto known = std::make_shared<const Files>(read(application.files));
  const auto index = known->find(index_name);
  if (index == known->end()) {
    return {get(prefix + "/", [](const http::Request&) { return plain(no_application); })};
  }
  std::vector<http::Route> table{
      get(prefix + "/", always(index->second, page_fields(application)))};
  for (const std::string& page : application.pages) {
    table.push_back(get(prefix + page, always(index->second, page_fields(application))));
  }
  for (const auto& [name, file] : *known) {
    if (name == index_name || name.starts_with(assets_folder)) continue;
    table.push_back(get(prefix + "/" + name, always(file, {{"Cache-Control", "no-cache"}})));
  }
  table.push_back(assets_route(prefix, known));
  return table;
}

}  // namespace site

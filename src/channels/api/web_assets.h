// The web application's files, as they were built into this binary. Every page of it is one and the
// same index.html, which loads the rest from /assets under names that change with their contents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"

namespace api {

/// One file: "index.html", "assets/index-4f2a.js", "favicon.svg"; beside it, perhaps, the same with
/// ".br" and ".gz" behind its name. What both point to must outlive the routes.
struct Asset {
  std::string_view name;
  std::string_view bytes;
};

enum class Transport { plain, https };

/// `pages`: the paths that the application shows something at, besides "/" ("/board",
/// "/requests/{id}"). They answer index.html, asked for anew each time and cheap when it is
/// unchanged; /assets/{file} may be kept for a year; other files answer under their own name. On
/// https, browsers are told to use nothing else from then on. Without an index.html, "/" says
/// that this binary has no web application, for whoever set it up.
std::vector<http::Route> web_routes(const std::vector<Asset>& files,
                                    const std::vector<std::string>& pages, Transport transport);

}  // namespace api

// The files of a web application, as they were built into this binary. Every page of it is one and
// the same index.html, which loads the rest from /assets under names that change with their
// contents.
#pragma once

#include <string>
#include <vector>

#include "http/router.h"
#include "site/file.h"

namespace site {

enum class Transport { plain, https };
enum class Microphone { is_never_heard, may_be_asked_for };

struct Application {
  std::vector<Asset> files;
  std::vector<std::string> pages = {};  // paths that it shows something at besides "/": "/board"
  Transport transport = Transport::plain;
  Microphone microphone = Microphone::is_never_heard;
  std::string prefix = {};  // it stands below "/practice", say; its own addresses are relative then
};

/// The pages answer index.html, asked for anew each time and cheap when it is unchanged;
/// /assets/{file} may be kept for a year; other files answer under their own name. On https,
/// browsers are told to use nothing else from then on. Without an index.html, "/" says that this
/// binary has no web application, for whoever set it up.
std::vector<http::Route> routes(const Application& application);

}  // namespace site

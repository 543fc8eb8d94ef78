// A web application's files inside this program, as `embed()` put them there.
#pragma once

#include <span>
#include <vector>

#include "embedded/file.h"
#include "site/routes.h"

namespace server {

inline std::vector<site::Asset> assets_of(std::span<const embedded::File> files) {
  std::vector<site::Asset> assets;
  for (const embedded::File& file : files) assets.push_back({file.name, file.bytes});
  return assets;
}

}  // namespace server

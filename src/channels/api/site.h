// What the web application is reached by.
#pragma once

#include <string>

namespace api {

struct Site {
  std::string origin;      // "https://callout.example", of PUBLIC_BASE_URL
  bool is_secure = false;  // https; else plain http, which the settings allow for loopback only
};

}  // namespace api

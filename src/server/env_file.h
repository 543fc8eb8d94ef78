// The .env file: NAME=value lines that stand in for environment variables.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace server {

using Environment = std::map<std::string, std::string, std::less<>>;
using Problems = std::vector<base::Problem>;

/// Comments, blank lines, `export ` in front, quotes, CRLF and a byte-order mark are understood;
/// nothing is substituted in values. All malformed lines are reported at once, by number and never
/// with their text, which may hold a secret.
base::Result<Environment, Problems> parse_env_file(std::string_view text);

}  // namespace server

// Which passwords are good enough: long, and not the first that a thief tries.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace app {

inline constexpr std::size_t shortest_password = 12;  // characters

/// What is wrong with it, or nothing. It is never repeated. `email` is the account's.
std::optional<base::Problem> judge_password(std::string_view password, std::string_view email);

}  // namespace app

// The terminal, or whatever standard input is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace server {

bool is_terminal();
/// One line of standard input, not shown while it is typed. Asks only where somebody sits.
std::optional<std::string> read_secret_line(std::string_view question);

}  // namespace server

// What people type into a name or an address, and what of it is not taken.
#pragma once

#include <string_view>

namespace app {

/// Controls, and the marks that turn the direction of what follows: they forge what a reader sees.
bool has_hidden_characters(std::string_view text);

/// One that can be mailed to: "ana@example.org".
bool is_email(std::string_view text);

}  // namespace app

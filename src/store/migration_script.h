// A migration's file, cut into its statements.
#pragma once

#include <string_view>
#include <vector>

namespace store {

/// A statement ends with a semicolon at the end of a line; one inside of a line, a comment (`--`,
/// `/* */`) or quotes ('…', "…") does not end it. So a trigger's body must stand on one line with
/// its trigger; PostgreSQL's $$ quotes are not known. What follows the last semicolon counts unless
/// it is blank.
std::vector<std::string_view> statements_of(std::string_view script);

}  // namespace store

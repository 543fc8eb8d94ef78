// The facts of a notice as they stand in the outbox: JSON, sealed. Facts that a later version adds
// are passed over by an earlier one, and are empty where an earlier one wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/notice/notice.h"

namespace store {

std::string write_facts(const notice::Facts& facts);
/// Nothing when it is no JSON object, or a fact is of another type than here.
std::optional<notice::Facts> read_facts(std::string_view json);

}  // namespace store

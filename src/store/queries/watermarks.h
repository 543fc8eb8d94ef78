// How far something has been read that others keep, by name.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"
#include "store/database.h"

namespace store {

std::optional<base::Moment> watermark(Transaction& tx, std::string_view name);
void set_watermark(Transaction& tx, std::string_view name, base::Moment moment);

}  // namespace store

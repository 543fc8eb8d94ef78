// Whether the database answers.
#pragma once

#include "store/database.h"

namespace store {

/// Throws Failure when the schema can't be read.
void check_ready(Transaction& tx);

}  // namespace store

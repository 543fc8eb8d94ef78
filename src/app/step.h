// What a worker's step did, and when it wants to be called again. Who calls it sleeps until then,
// or until a commit wakes it.
#pragma once

#include <optional>

#include "base/time.h"

namespace app {

struct Step {
  int handled = 0;
  std::optional<base::Moment> next;  // nothing: no work is waiting
};

}  // namespace app

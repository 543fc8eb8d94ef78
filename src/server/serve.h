// The server itself.
#pragma once

#include "server/settings.h"

namespace server {

/// Serves until SIGTERM or SIGINT; the program's exit status.
int serve(const Settings& settings);

}  // namespace server

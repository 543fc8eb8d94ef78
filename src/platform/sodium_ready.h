// libsodium wants to be set up before its first use. Asked for at each place where this module
// enters it, so that no caller has to know.
#pragma once

namespace platform {

/// Thread-safe and cheap after the first time. Throws Failure.
void require_sodium();

}  // namespace platform

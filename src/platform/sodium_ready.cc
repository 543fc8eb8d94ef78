#include "platform/sodium_ready.h"

#include <sodium.h>

#include "platform/failure.h"

namespace platform {

void require_sodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw Failure("libsodium does not start: the system gives no randomness");
}

}  // namespace platform

#include "store/serve_lock.h"

#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/database.h"

namespace store {

std::optional<ServeLock> ServeLock::take(const std::filesystem::path& database) {
  const std::string file = database.string() + ".serve.lock";
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    throw Failure(file + ": " + std::generic_category().message(errno));
  }
  ServeLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno == EWOULDBLOCK) return {};
  throw Failure(file + ": " + std::generic_category().message(errno));
}

// The file stays: were it removed, two processes could hold locks on two files of that name.
ServeLock::~ServeLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace store

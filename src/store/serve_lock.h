// Keeps a second `serve` away from a database file: an advisory lock on a file beside it, which the
// system frees when the process ends, however it ends.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace store {

class ServeLock {
 public:
  /// Nothing when another process has it. Throws Failure when the lock file can't be opened.
  static std::optional<ServeLock> take(const std::filesystem::path& database);

  ServeLock(ServeLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  ServeLock& operator=(ServeLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  ServeLock(const ServeLock&) = delete;
  ServeLock& operator=(const ServeLock&) = delete;
  ~ServeLock();

 private:
  explicit ServeLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace store

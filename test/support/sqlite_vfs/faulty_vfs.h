// A disk that counts, dawdles and fails on demand: a layer between SQLite and the real file system.
#pragma once

#include <chrono>
#include <memory>
#include <string>

namespace test_support {

/// Registered with SQLite under its name as long as it lives; all databases that were opened
/// through it must be closed before. Thread-safe: it may be told to fail while others write.
class FaultyVfs {
 public:
  enum class Lasts { once, until_mended };

  explicit FaultyVfs(const std::string& name);
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;
  ~FaultyVfs();

  const std::string& name() const;

  int syncs() const;
  int writes() const;
  /// Begins to count anew.
  void forget_counts();

  /// The n-th write (sync) from now on, counted from 1, answers `code` (SQLITE_IOERR_WRITE,
  /// SQLITE_FULL, SQLITE_IOERR_FSYNC …) instead of doing anything.
  void fail_write(int nth, int code, Lasts lasts = Lasts::once);
  void fail_sync(int nth, int code, Lasts lasts = Lasts::once);
  void mend();

  void delay_each_sync(std::chrono::microseconds delay);

  class Disk;

 private:
  struct Layer;
  std::unique_ptr<Layer> layer_;
};

}  // namespace test_support

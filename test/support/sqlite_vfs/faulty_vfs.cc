#include "sqlite_vfs/faulty_vfs.h"

#include <mutex>
#include <new>
#include <thread>

#include <sqlite3.h>

namespace test_support {

/// What all files of one FaultyVfs share.
class FaultyVfs::Disk {
 public:
  class Operation {
   public:
    int next() {
      ++count_;
      if (code_ == SQLITE_OK || --until_failure_ > 0) return SQLITE_OK;
      const int code = code_;
      if (lasts_ == Lasts::once) code_ = SQLITE_OK;
      return code;
    }
    void fail(int nth, int code, Lasts lasts) {
      until_failure_ = nth;
      code_ = code;
      lasts_ = lasts;
    }
    int count() const { return count_; }
    void forget_count() { count_ = 0; }

   private:
    int count_ = 0;
    int until_failure_ = 0;
    int code_ = SQLITE_OK;
    Lasts lasts_ = Lasts::once;
  };

  std::mutex mutex;
  Operation write;
  Operation sync;
  std::chrono::microseconds sync_delay{0};
};

struct FaultyVfs::Layer {
  std::string name;
  sqlite3_vfs vfs{};
  sqlite3_io_methods methods{};
  sqlite3_vfs* real = nullptr;
  Disk disk;
};

namespace {

// SQLite's own way of inheritance: the real file's memory follows ours.
struct File {
  sqlite3_file base;
  FaultyVfs::Disk* disk;
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}
FaultyVfs::Disk& disk(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file)->disk;
}

int close(sqlite3_file* file) {
  return real(file)->pMethods->xClose(real(file));
}
int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), bytes, size, at);
}
int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  {
    const std::lock_guard lock(disk(file).mutex);
    if (const int code = disk(file).write.next(); code != SQLITE_OK) return code;
  }
  return real(file)->pMethods->xWrite(real(file), bytes, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return real(file)->pMethods->xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) {
  std::chrono::microseconds delay{};
  {
    const std::lock_guard lock(disk(file).mutex);
    if (const int code = disk(file).sync.next(); code != SQLITE_OK) return code;
    delay = disk(file).sync_delay;
  }
  if (delay.count() > 0) std::this_thread::sleep_for(delay);
  return real(file)->pMethods->xSync(real(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int check_reserved_lock(sqlite3_file* file, int* answer) {
  return real(file)->pMethods->xCheckReservedLock(real(file), answer);
}
int file_control(sqlite3_file* file, int operation, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sector_size(sqlite3_file* file) {
  return real(file)->pMethods->xSectorSize(real(file));
}
int device_characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) {
  real(file)->pMethods->xShmBarrier(real(file));
}
int shm_unmap(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: shared memory for the write-ahead log, but no memory-mapped pages, which would not be
// counted.
sqlite3_io_methods methods_of_every_file() {
  sqlite3_io_methods methods{};
  methods.iVersion = 2;
  methods.xClose = close;
  methods.xRead = read;
  methods.xWrite = write;
  methods.xTruncate = truncate;
  methods.xSync = sync;
  methods.xFileSize = file_size;
  methods.xLock = lock;
  methods.xUnlock = unlock;
  methods.xCheckReservedLock = check_reserved_lock;
  methods.xFileControl = file_control;
  methods.xSectorSize = sector_size;
  methods.xDeviceCharacteristics = device_characteristics;
  methods.xShmMap = shm_map;
  methods.xShmLock = shm_lock;
  methods.xShmBarrier = shm_barrier;
  methods.xShmUnmap = shm_unmap;
  return methods;
}

}  // namespace

FaultyVfs::FaultyVfs(const std::string& name) : layer_(std::make_unique<Layer>()) {
  layer_->name = name;
  layer_->real = sqlite3_vfs_find(nullptr);
  layer_->methods = methods_of_every_file();
  sqlite3_vfs& vfs = layer_->vfs;
  vfs = *layer_->real;  // everything but opening a file is left to it
  vfs.pNext = nullptr;
  vfs.zName = layer_->name.c_str();
  vfs.szOsFile = static_cast<int>(sizeof(File)) + layer_->real->szOsFile;
  vfs.pAppData = layer_.get();
  vfs.xOpen = [](sqlite3_vfs* self, sqlite3_filename path, sqlite3_file* file, int flags,
                 int* out) {
    auto* layer = static_cast<Layer*>(self->pAppData);
    auto* ours = new (file) File{{nullptr}, &layer->disk};
    const int code = layer->real->xOpen(layer->real, path, real(file), flags, out);
    if (real(file)->pMethods != nullptr) ours->base.pMethods = &layer->methods;
    return code;
  };
  sqlite3_vfs_register(&vfs, 0);
}

FaultyVfs::~FaultyVfs() {
  sqlite3_vfs_unregister(&layer_->vfs);
}

const std::string& FaultyVfs::name() const {
  return layer_->name;
}

int FaultyVfs::syncs() const {
  const std::lock_guard lock(layer_->disk.mutex);
  return layer_->disk.sync.count();
}
int FaultyVfs::writes() const {
  const std::lock_guard lock(layer_->disk.mutex);
  return layer_->disk.write.count();
}
void FaultyVfs::forget_counts() {
  const std::lock_guard lock(layer_->disk.mutex);
  layer_->disk.sync.forget_count();
  layer_->disk.write.forget_count();
}
void FaultyVfs::fail_write(int nth, int code, Lasts lasts) {
  const std::lock_guard lock(layer_->disk.mutex);
  layer_->disk.write.fail(nth, code, lasts);
}
void FaultyVfs::fail_sync(int nth, int code, Lasts lasts) {
  const std::lock_guard lock(layer_->disk.mutex);
  layer_->disk.sync.fail(nth, code, lasts);
}
void FaultyVfs::mend() {
  fail_write(0, SQLITE_OK);
  fail_sync(0, SQLITE_OK);
}
void FaultyVfs::delay_each_sync(std::chrono::microseconds delay) {
  const std::lock_guard lock(layer_->disk.mutex);
  layer_->disk.sync_delay = delay;
}

}  // namespace test_support

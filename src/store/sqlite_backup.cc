#include <cerrno>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/sqlite.h"
#include "store/sqlite_error.h"

namespace store {
namespace {

struct CloseConnection {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
using Handle = std::unique_ptr<sqlite3, CloseConnection>;

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : number_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  bool ok() const { return number_ >= 0; }
  bool sync() const { return ok() && fsync(number_) == 0; }

 private:
  int number_;
};

// Files that this backup made and that go again unless it comes to its end.
class Unfinished {
 public:
  explicit Unfinished(std::filesystem::path path) : path_(std::move(path)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    std::error_code ignored;
    if (!is_kept_) std::filesystem::remove(path_, ignored);
  }
  void keep() { is_kept_ = true; }

 private:
  std::filesystem::path path_;
  bool is_kept_ = false;
};

std::string reason() {
  return std::generic_category().message(errno);
}

base::Problem cannot_write(const std::filesystem::path& path, const std::string& why) {
  return {"to", path.string() + " can't be written: " + why,
          "name a file in a folder that exists and has room"};
}

std::optional<base::Problem> reserve(const std::filesystem::path& path) {
  const Descriptor created(path, O_RDWR | O_CREAT | O_EXCL);
  if (created.ok()) return {};
  if (errno != EEXIST) return cannot_write(path, reason());
  return base::Problem{"to", path.string() + " is there already",
                       "name another file, or move that one away; a backup never overwrites"};
}

Handle connect(const std::filesystem::path& file) {
  sqlite3* connection = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(file.c_str(), &connection, flags, nullptr);
  Handle handle(connection);
  if (code != SQLITE_OK) throw SqliteError(code, std::string("SQLite: ") + sqlite3_errstr(code));
  constexpr int patience_ms = 5000;
  sqlite3_busy_timeout(connection, patience_ms);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return handle;
}

// In one step, so all of it on one snapshot: nobody's commit starts it anew, nobody waits for it.
void copy_pages(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Handle source = connect(from);
  const Handle target = connect(to);
  sqlite3_backup* const backup = sqlite3_backup_init(target.get(), "main", source.get(), "main");
  if (backup == nullptr) throw_last_error(target.get(), "backup");
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  if (step == SQLITE_DONE && finish == SQLITE_OK) return;
  const int code = step == SQLITE_DONE ? finish : step;
  throw SqliteError(code, std::string("SQLite: backup: ") + sqlite3_errstr(code));
}

}  // namespace

base::Result<std::filesystem::path> backup_sqlite(const std::filesystem::path& from,
                                                  const std::filesystem::path& to) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(from, error)) {
    return base::Problem{"from", "there is no database " + from.string(), "check DATABASE_URL"};
  }
  // The name is taken at once, but gets its content at the end only: half a backup is never seen
  // there.
  if (const auto taken = reserve(to)) return *taken;
  Unfinished name(to);
  const std::filesystem::path part = to.string() + ".part";
  if (const auto taken = reserve(part)) return *taken;
  Unfinished content(part);
  try {
    copy_pages(from, part);
  } catch (const SqliteError& failure) {
    return cannot_write(to, failure.what());
  }
  if (!Descriptor(part, O_RDONLY).sync()) return cannot_write(part, reason());
  std::filesystem::rename(part, to, error);
  if (error) return cannot_write(to, error.message());
  content.keep();
  const auto folder = std::filesystem::absolute(to).parent_path();
  if (!Descriptor(folder, O_RDONLY | O_DIRECTORY).sync()) return cannot_write(to, reason());
  name.keep();
  return to;
}

}  // namespace store

#include "store/sqlite.h"

#include <cerrno>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "store/serve_lock.h"
#include "store/sqlite_error.h"
#include "store/sqlite_readers.h"
#include "store/sqlite_writer.h"

namespace store {
namespace {

class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(const SqliteOptions& options, std::optional<ServeLock> lock)
      : lock_(std::move(lock)), writer_(options), readers_(options) {}

  Dialect dialect() const override { return Dialect::sqlite; }
  using Database::write;
  std::vector<std::exception_ptr> write(std::span<const Job> jobs) override {
    return writer_.write(jobs);
  }
  void read(const Job& job) override { readers_.read(job); }
  void on_change(OnChange listener) override { writer_.on_change(std::move(listener)); }

 private:
  // In this order: the readers leave before the writer's last checkpoint, the lock goes last.
  std::optional<ServeLock> lock_;
  SqliteWriter writer_;
  SqliteReaders readers_;
};

base::Problem problem(std::string what, std::string remedy) {
  return {"DATABASE_URL", std::move(what), std::move(remedy)};
}

// Debian's library loses a commit when two connections meet in the WAL reset; mended in 3.51.3.
void refuse_an_unsafe_library() {
  constexpr int first_safe = 3051003;
  if (sqlite3_libversion_number() < first_safe) {
    throw Failure(std::string("SQLite ") + sqlite3_libversion() +
                  " can lose commits; 3.51.3 or newer is needed");
  }
}

// SQLite itself would create it readable for everybody. Never opens one that is there: closing it
// again would drop the locks that this process may hold on it.
void create_for_us_alone(const std::filesystem::path& file) {
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) {
    close(descriptor);
  } else if (errno != EEXIST) {
    throw Failure(std::generic_category().message(errno));
  }
}

base::Result<std::unique_ptr<Database>> open_or_throw(const SqliteOptions& options) {
  std::optional<ServeLock> lock;
  if (options.use == SqliteOptions::Use::serve) {
    lock = ServeLock::take(options.file);
    if (!lock) {
      return problem("another `callout serve` is running on " + options.file.string(),
                     "stop that one first, or give this one a file of its own");
    }
  }
  create_for_us_alone(options.file);
  std::unique_ptr<Database> database = std::make_unique<SqliteDatabase>(options, std::move(lock));
  return database;
}

}  // namespace

base::Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options) {
  refuse_an_unsafe_library();
  try {
    return open_or_throw(options);
  } catch (const SqliteError& error) {
    if ((error.code() & 0xff) == SQLITE_NOTADB) {
      return problem(options.file.string() + " is not a SQLite database",
                     "name the file that callout made, or one that does not exist yet");
    }
    return problem(options.file.string() + " can't be opened: " + error.what(),
                   error.is_busy() ? "another program holds it; try again when that has ended"
                                   : "check the disk, the folder and its owner");
  } catch (const Failure& failure) {
    return problem(options.file.string() + " can't be opened: " + failure.what(),
                   "check that its folder exists, is on a local disk and belongs to this user");
  }
}

}  // namespace store

#include "store/sqlite_writer.h"

#include <utility>

#include <sqlite3.h>

#include "store/sqlite_error.h"
#include "store/sqlite_transaction.h"

namespace store {
namespace {

constexpr int checkpoint_frames = 1000;

int note_frames(void* frames, sqlite3*, const char*, int in_log) {
  *static_cast<int*>(frames) = in_log;
  return SQLITE_OK;
}

void note_table(void* touched, int, const char*, const char* table, sqlite3_int64) {
  if (const auto topic = topic_of(table)) static_cast<Topics*>(touched)->add(*topic);
}

void rethrow_if_it_kills_the_transaction(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const SqliteError& error) {
    if (error.kills_transaction()) throw;
  } catch (const Failure&) {  // NOLINT(bugprone-empty-catch): the job's own affair
  }
}

}  // namespace

SqliteWriter::SqliteWriter(const SqliteOptions& options)
    : connection_(options, SqliteConnection::Access::writes), use_(options.use) {
  sqlite3_wal_hook(connection_.handle(), note_frames, &frames_);
  sqlite3_update_hook(connection_.handle(), note_table, &touched_);
}

SqliteWriter::~SqliteWriter() {
  if (use_ != SqliteOptions::Use::serve || broken_) return;
  sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                            nullptr);
}

void SqliteWriter::on_change(Database::OnChange listener) {
  const std::lock_guard lock(mutex_);
  listener_ = std::move(listener);
}

std::vector<std::exception_ptr> SqliteWriter::write(std::span<const Job> jobs) {
  const std::lock_guard lock(mutex_);
  if (jobs.empty()) return {};
  if (broken_) return std::vector(jobs.size(), broken_);
  try {
    return write_batch(jobs);
  } catch (const SqliteError& error) {
    roll_back();
    if (error.is_failed_sync()) fail_for_good(error);
    return std::vector(jobs.size(), broken_ ? broken_ : std::current_exception());
  } catch (const Failure&) {
    roll_back();
    // All of them, also those that had failed alone: what they collided with is gone too.
    return std::vector(jobs.size(), std::current_exception());
  }
}

std::vector<std::exception_ptr> SqliteWriter::write_batch(std::span<const Job> jobs) {
  touched_ = {};
  connection_.run("BEGIN IMMEDIATE");
  std::vector<std::exception_ptr> outcomes;
  outcomes.reserve(jobs.size());
  for (const Job& job : jobs) outcomes.push_back(run_job(job));
  commit();
  announce();
  checkpoint_when_due();
  return outcomes;
}

std::exception_ptr SqliteWriter::run_job(const Job& job) {
  connection_.run("SAVEPOINT job");
  const std::exception_ptr failure = attempt(job);
  if (!connection_.is_in_transaction()) {
    throw Failure("SQLite: the transaction ended inside a job");
  }
  if (failure) connection_.run("ROLLBACK TO job");
  connection_.run("RELEASE job");
  return failure;
}

// What fails the job alone is its outcome; what kills the transaction is thrown.
std::exception_ptr SqliteWriter::attempt(const Job& job) {
  SqliteTransaction transaction(connection_);
  std::exception_ptr thrown;
  try {
    job(transaction);
  } catch (...) {
    thrown = std::current_exception();
  }
  if (transaction.failure()) {
    rethrow_if_it_kills_the_transaction(transaction.failure());
    return thrown ? thrown : transaction.failure();
  }
  if (!thrown && leaves_dangling_references()) {
    return std::make_exception_ptr(Failure("SQLite: FOREIGN KEY constraint failed in a job"));
  }
  return thrown;
}

// Deferred constraints are checked at the commit only, where one job would fail all others.
bool SqliteWriter::leaves_dangling_references() const {
  int unresolved = 0;
  int unused = 0;
  sqlite3_db_status(connection_.handle(), SQLITE_DBSTATUS_DEFERRED_FKS, &unresolved, &unused, 0);
  return unresolved != 0;
}

void SqliteWriter::commit() {
  try {
    connection_.run("COMMIT");
  } catch (const SqliteError& error) {
    // Whatever the disk refused here, nobody can say any more what it holds.
    if (error.is_io()) fail_for_good(error);
    throw;
  }
}

// What is durable stays so, whatever becomes of those who wanted to know.
void SqliteWriter::announce() const {
  if (touched_.empty() || !listener_) return;
  try {
    listener_(touched_);
  } catch (...) {  // NOLINT(bugprone-empty-catch): a listener must not throw
  }
}

void SqliteWriter::roll_back() {
  if (!connection_.is_in_transaction()) return;
  try {
    connection_.run("ROLLBACK");
  } catch (const Failure&) {  // NOLINT(bugprone-empty-catch): the batch has failed already
  }
}

void SqliteWriter::fail_for_good(const Failure& failure) {
  broken_ = std::make_exception_ptr(Broken(failure.what()));
}

// SQLite's own automatic checkpoint hides a failed sync and would try again. The batch that is
// waiting for us is durable either way. While a long reader holds the log, not every commit tries
// anew.
void SqliteWriter::checkpoint_when_due() {
  if (use_ != SqliteOptions::Use::serve) return;
  if (frames_ < frames_copied_) frames_copied_ = 0;  // the log began anew
  if (frames_ - frames_copied_ < checkpoint_frames) return;
  frames_copied_ = frames_;
  const int code = sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr,
                                             SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  const SqliteError error(code, std::string("SQLite: checkpoint: ") + sqlite3_errstr(code));
  if (error.is_io()) fail_for_good(error);
}

}  // namespace store

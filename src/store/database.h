// The database port: what SQLite and PostgreSQL both are to the rest of the house.
//
// Every query is written once, in SQL that both take, as a literal R"sql(…)sql" in
// src/store/queries/; a test PREPAREs each of them on a PostgreSQL server. Parameters are $1, $2, …
// bound by name.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/strong.h"
#include "base/time.h"
#include "store/topics.h"

namespace store {

/// What nobody nearby can mend: the database is gone, the disk is full, the file is not ours.
class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
/// A failed sync: what was written may be lost although nobody was told so. The process must stop
/// acknowledging and exit; the next start recovers. Never retried.
class Broken : public Failure {
 public:
  using Failure::Failure;
};

/// A unique or primary key is taken: the only refusal of a statement that a caller may want to tell
/// apart.
class Conflict : public Failure {
 public:
  using Failure::Failure;
};

/// A parameter or a column: null, integer, text or bytes. Flags are 0/1, moments epoch seconds,
/// days ISO text, durations minutes.
class Value {
 public:
  Value() = default;
  // NOLINTBEGIN(google-explicit-constructor): parameters are written as they are
  Value(std::nullopt_t) {}
  Value(bool flag) : either_(std::int64_t{flag}) {}
  Value(int number) : either_(std::int64_t{number}) {}
  Value(std::int64_t number) : either_(number) {}
  Value(std::string text) : either_(std::move(text)) {}
  Value(std::string_view text) : either_(std::string(text)) {}
  Value(const char* text) : either_(std::string(text)) {}
  Value(base::Bytes bytes) : either_(std::move(bytes)) {}
  Value(base::Moment moment) : either_(base::epoch_seconds(moment)) {}
  Value(base::Day day) : either_(base::iso(day)) {}
  Value(base::Minutes minutes) : either_(std::int64_t{minutes.count()}) {}
  template <class Tag>
  Value(base::Strong<Tag> id) : either_(id.value()) {}
  template <class T>
  Value(const std::optional<T>& maybe) {
    if (maybe) *this = Value(*maybe);
  }
  // NOLINTEND(google-explicit-constructor)

  using Either = std::variant<std::monostate, std::int64_t, std::string, base::Bytes>;
  const Either& either() const { return either_; }

 private:
  Either either_;
};

/// One row of an answer, columns counted from 0. Asking for another type than the column holds
/// throws Failure: the statement and its reader disagree.
class Row {
 public:
  explicit Row(std::vector<Value> columns) : columns_(std::move(columns)) {}

  bool is_null(std::size_t column) const;
  std::int64_t integer(std::size_t column) const;
  bool flag(std::size_t column) const { return integer(column) != 0; }
  const std::string& text(std::size_t column) const;
  const base::Bytes& bytes(std::size_t column) const;
  base::Moment moment(std::size_t column) const {
    return base::from_epoch_seconds(integer(column));
  }
  base::Day day(std::size_t column) const;
  base::Minutes minutes(std::size_t column) const { return base::Minutes(integer(column)); }
  template <class Id>
  Id id(std::size_t column) const {
    return Id(integer(column));
  }

  std::optional<std::int64_t> maybe_integer(std::size_t column) const;
  std::string text_or_empty(std::size_t column) const;
  std::optional<base::Bytes> maybe_bytes(std::size_t column) const;
  std::optional<base::Moment> maybe_moment(std::size_t column) const;
  std::optional<base::Day> maybe_day(std::size_t column) const;
  template <class Id>
  std::optional<Id> maybe_id(std::size_t column) const {
    if (is_null(column)) return {};
    return Id(integer(column));
  }

 private:
  const Value& at(std::size_t column) const;
  std::vector<Value> columns_;
};

using Rows = std::vector<Row>;

/// A statement: always a literal, so that no text of a caller can become SQL and each can be
/// prepared once.
class Sql {
 public:
  consteval Sql(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor)
  constexpr std::string_view text() const { return text_; }

 private:
  // The one exception: migrations, embedded files that are cut into statements at run time.
  friend Sql migration_statement(std::string_view text);
  struct FromMigration {};
  constexpr Sql(FromMigration, std::string_view text) : text_(text) {}

  std::string_view text_;
};

/// An open transaction; valid only inside the job it is handed to.
class Transaction {
 public:
  Transaction() = default;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  virtual ~Transaction() = default;

  /// Runs one statement to its end. Throws Failure, and from then on every further statement of the
  /// job throws it again: a job whose statement failed has failed, even if it looks away.
  virtual Rows run(Sql statement, std::initializer_list<Value> parameters) = 0;
  Rows run(Sql statement) { return run(statement, {}); }
};

/// Work inside one transaction. It has no effects outside of it, since it may run again.
using Job = std::function<void(Transaction&)>;

/// Which of the two it is; only the schema's files differ by it.
enum class Dialect { sqlite, postgres };

/// Thread-safe: any thread may call `read` and `write`.
class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  virtual Dialect dialect() const = 0;
  /// Runs the jobs, each atomic for itself, and returns when what they wrote is durable. The
  /// outcome of a job stands at its place: null, what it threw, or a Failure when the commit
  /// failed.
  virtual std::vector<std::exception_ptr> write(std::span<const Job> jobs) = 0;
  /// Runs a job that only reads, on a snapshot. Rethrows what it throws.
  virtual void read(const Job& job) = 0;

  /// Called with what a commit touched, once it is durable, so that a reader who is told finds it;
  /// on the thread that wrote, before the jobs' outcomes are handed over. Work that was rolled back
  /// may be named too, work that was committed always is; a commit that touched no topic is not
  /// announced. Must be cheap, must not throw and must not use the database.
  using OnChange = std::function<void(Topics)>;
  /// One listener, set before the first write that it wants to hear of. On SQLite it hears of what
  /// is written through this object only: not of a command-line tool's writes to the same file. On
  /// PostgreSQL, where several nodes write, the same call comes by LISTEN/NOTIFY from all of them.
  virtual void on_change(OnChange listener) = 0;

  /// One job; rethrows its failure.
  void write(const Job& job);
};

}  // namespace store

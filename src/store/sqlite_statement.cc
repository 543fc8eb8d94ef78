#include "store/sqlite_statement.h"

#include <string>

#include <sqlite3.h>

#include "store/sqlite_error.h"

namespace store {
namespace {

// Bound values live only as long as the call that runs the statement.
class Running {
 public:
  explicit Running(sqlite3_stmt* statement) : statement_(statement) {}
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }

 private:
  sqlite3_stmt* statement_;
};

std::string_view text_of(sqlite3_stmt* statement) {
  const char* text = sqlite3_sql(statement);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

Value column(sqlite3_stmt* statement, int number) {
  const auto size = [&] {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement, number));
  };
  switch (sqlite3_column_type(statement, number)) {
    case SQLITE_NULL: return {};
    case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(statement, number)};
    case SQLITE_TEXT: {
      const void* text = sqlite3_column_text(statement, number);
      return std::string(static_cast<const char*>(text), size());
    }
    case SQLITE_BLOB: {
      const void* bytes = sqlite3_column_blob(statement, number);  // null when it is empty
      const auto* first = static_cast<const std::uint8_t*>(bytes);
      return first == nullptr ? base::Bytes() : base::Bytes(first, first + size());
    }
    default:
      throw Failure("SQLite: a column holds a floating-point number at: " +
                    std::string(text_of(statement)));
  }
}

}  // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view text)
    : connection_(connection) {
  sqlite3_stmt* statement = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(connection, text.data(), static_cast<int>(text.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, &rest);
  statement_.reset(statement);
  if (code == SQLITE_ERROR) {  // a compiler's message; nothing is bound yet that it could quote
    throw SqliteError(
        code, std::string("SQLite: ") + sqlite3_errmsg(connection) + " at: " + std::string(text));
  }
  if (code != SQLITE_OK) throw_last_error(connection, text);
  const std::string_view tail(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
  if (statement == nullptr || tail.find_first_not_of(" \n\t;") != std::string_view::npos) {
    throw Failure("SQLite: not exactly one statement: " + std::string(text));
  }
  find_parameters(text);
}

void SqliteStatement::find_parameters(std::string_view text) {
  const int count = sqlite3_bind_parameter_count(statement_.get());
  for (int number = 1; number <= count; ++number) {
    const std::string name = "$" + std::to_string(number);
    // Not simply `number`: SQLite counts parameters by where they first stand in the text.
    const int place = sqlite3_bind_parameter_index(statement_.get(), name.c_str());
    if (place == 0) throw Failure("SQLite: has no parameter " + name + ": " + std::string(text));
    places_.push_back(place);
  }
}

Rows SqliteStatement::run(std::span<const Value> parameters) {
  const Running running(statement_.get());
  bind(parameters);
  Rows rows;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(statement_.get())) == SQLITE_ROW) rows.emplace_back(columns());
  if (code != SQLITE_DONE) throw_last_error(connection_, text_of(statement_.get()));
  return rows;
}

void SqliteStatement::bind(std::span<const Value> parameters) {
  if (parameters.size() != places_.size()) {
    throw Failure("SQLite: has " + std::to_string(places_.size()) + " parameters, not " +
                  std::to_string(parameters.size()) + ": " +
                  std::string(text_of(statement_.get())));
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) bind_one(places_[i], parameters[i]);
}

void SqliteStatement::bind_one(int place, const Value& value) {
  struct Bind {
    sqlite3_stmt* statement;
    int place;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t number) const {
      return sqlite3_bind_int64(statement, place, number);
    }
    int operator()(const std::string& text) const {
      return sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_STATIC,
                                 SQLITE_UTF8);
    }
    int operator()(const base::Bytes& bytes) const {
      if (bytes.empty()) return sqlite3_bind_zeroblob(statement, place, 0);  // data() may be null
      return sqlite3_bind_blob64(statement, place, bytes.data(), bytes.size(), SQLITE_STATIC);
    }
  };
  const int code = std::visit(Bind{statement_.get(), place}, value.either());
  if (code != SQLITE_OK) throw_last_error(connection_, text_of(statement_.get()));
}

std::vector<Value> SqliteStatement::columns() const {
  const int count = sqlite3_column_count(statement_.get());
  std::vector<Value> values;
  values.reserve(static_cast<std::size_t>(count));
  for (int number = 0; number < count; ++number) values.push_back(column(statement_.get(), number));
  return values;
}

}  // namespace store

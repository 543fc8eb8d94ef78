#include "store/database.h"

namespace store {
namespace {

template <class T>
const T& as(const Value& value, std::size_t column, const char* wanted) {
  if (const T* held = std::get_if<T>(&value.either())) return *held;
  throw Failure("column " + std::to_string(column) + " does not hold " + wanted);
}

}  // namespace

const Value& Row::at(std::size_t column) const {
  if (column < columns_.size()) return columns_[column];
  throw Failure("there is no column " + std::to_string(column));
}

bool Row::is_null(std::size_t column) const {
  return std::holds_alternative<std::monostate>(at(column).either());
}

std::int64_t Row::integer(std::size_t column) const {
  return as<std::int64_t>(at(column), column, "an integer");
}

const std::string& Row::text(std::size_t column) const {
  return as<std::string>(at(column), column, "text");
}

const base::Bytes& Row::bytes(std::size_t column) const {
  return as<base::Bytes>(at(column), column, "bytes");
}

base::Day Row::day(std::size_t column) const {
  if (const auto day = base::parse_day(text(column))) return *day;
  throw Failure("column " + std::to_string(column) + " does not hold a day");
}

std::optional<std::int64_t> Row::maybe_integer(std::size_t column) const {
  if (is_null(column)) return {};
  return integer(column);
}

std::string Row::text_or_empty(std::size_t column) const {
  return is_null(column) ? std::string() : text(column);
}

std::optional<base::Bytes> Row::maybe_bytes(std::size_t column) const {
  if (is_null(column)) return {};
  return bytes(column);
}

std::optional<base::Moment> Row::maybe_moment(std::size_t column) const {
  if (is_null(column)) return {};
  return moment(column);
}

std::optional<base::Day> Row::maybe_day(std::size_t column) const {
  if (is_null(column)) return {};
  return day(column);
}

void Database::write(const Job& job) {
  const auto outcomes = write(std::span(&job, 1));
  if (outcomes.at(0)) std::rethrow_exception(outcomes.at(0));
}

}  // namespace store

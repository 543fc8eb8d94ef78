// Looks into the database file with SQLite itself, past all of our own code.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace test_support {

class Inspector {
 public:
  explicit Inspector(std::filesystem::path file) : file_(std::move(file)) {}

  /// The first column of the first row; 0 when there is none.
  std::int64_t number(const std::string& sql) const;
  /// The rows, columns joined by '|', null as "-".
  std::vector<std::string> rows(const std::string& sql) const;
  /// What a write from outside does, for tests that set a scene. Throws when it fails.
  void change(const std::string& sql) const;

 private:
  std::filesystem::path file_;
};

}  // namespace test_support

// How a person shall be on file after the import: what the row says, else what is on file.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "app/import_cells.h"
#include "store/queries/people_import.h"

namespace app {

/// The spelling under which each place is on file, or under which the table names it first:
/// "clinical" is no second team beside "Clinical".
class Spellings {
 public:
  explicit Spellings(const store::OnFile& on_file);

  std::string team(const std::string& name) { return first(name, name); }
  std::string position(const std::string& team, const std::string& name);
  std::string site(const std::string& name) { return first("\n\n" + name, name); }
  bool knows_position(const std::string& team, const std::string& name) const;

 private:
  std::string first(std::string_view key, const std::string& spelling);
  std::map<std::string, std::string> by_key_;
};

/// In lower case (ASCII): how e-mail addresses and names of places are compared.
std::string folded_case(std::string_view text);

/// `before` is null for somebody new; `shared_numbers` are those marked so on file.
store::ImportedPerson target_of(const CheckedRow& row, const store::PersonOnFile* before,
                                const std::set<std::string>& shared_numbers, Spellings& spellings);

/// Whether writing the target would change nothing.
bool is_on_file(const store::ImportedPerson& target, const store::PersonOnFile& before);

bool has_left(std::optional<base::Day> last_day, base::Day today);

}  // namespace app

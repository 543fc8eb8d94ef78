#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "app/import_cells.h"
#include "app/import_clashes.h"
#include "app/import_people.h"
#include "app/import_target.h"

namespace app {
namespace {

constexpr std::size_t most_numbers = 3;

/// Finds a row's person: by the employee number, else by the e-mail address among the accounts that
/// have none yet, as the first administrator's.
class Directory {
 public:
  explicit Directory(const store::OnFile& on_file) {
    for (const store::PersonOnFile& person : on_file.people) {
      if (person.member) by_number_.emplace(person.employee_number, &person);
      const bool waits = !person.member && person.is_active && !person.email.empty();
      if (waits) accounts_.emplace(folded_case(person.email), &person);
    }
  }

  const store::PersonOnFile* find(const CheckedRow& row) const {
    const auto person = by_number_.find(row.employee_number);
    if (person != by_number_.end()) return person->second;
    const auto account = accounts_.find(folded_case(row.email));
    return account == accounts_.end() ? nullptr : account->second;
  }

 private:
  std::unordered_map<std::string, const store::PersonOnFile*> by_number_;
  std::unordered_map<std::string, const store::PersonOnFile*> accounts_;
};

std::set<std::string> shared_numbers(const store::OnFile& on_file, base::Day today) {
  std::set<std::string> numbers;
  for (const store::PersonOnFile& person : on_file.people) {
    if (!person.is_active || has_left(person.last_day, today)) continue;
    for (const store::NumberOnFile& number : person.numbers) {
      if (number.is_shared) numbers.insert(number.phone);
    }
  }
  return numbers;
}

class Planner {
 public:
  Planner(const store::OnFile& on_file, const platform::Vault& vault,
          const platform::Random& random, const ImportOptions& options)
      : on_file_(on_file), vault_(vault), random_(random), options_(options) {}

  ImportPlan plan(ImportTable table) {
    plan_.rows = table.rows.size() + table.problems.size();
    reject(std::move(table.problems));
    check_each(table.rows);
    reject_doubled_employee_numbers();
    aim();
    // A row that is left out keeps what it would have given up: look again until all fits.
    while (reject(clashes(candidates_, on_file_, options_.rules.today))) {
    }
    settle_given_up(candidates_, on_file_);
    make_pins();
    collect();
    warn_of_guessable_pins();
    std::ranges::stable_sort(plan_.problems, {}, &RowProblem::line);
    return std::move(plan_);
  }

 private:
  /// Their rows are out. True when there were any.
  bool reject(std::vector<RowProblem> problems) {
    std::unordered_set<std::size_t> lines;
    for (RowProblem& problem : problems) {
      lines.insert(problem.line);
      plan_.problems.push_back(std::move(problem));
    }
    std::erase_if(candidates_,
                  [&](const Candidate& candidate) { return lines.contains(candidate.row.line); });
    return !lines.empty();
  }

  void check_each(const std::vector<TableRow>& rows) {
    for (const TableRow& row : rows) {
      const std::size_t before = plan_.problems.size();
      CheckedRow checked = check_cells(row, options_, plan_.problems);
      if (plan_.problems.size() > before) continue;
      candidates_.emplace_back().row = std::move(checked);
    }
  }

  void reject_doubled_employee_numbers() {
    std::map<std::string, std::vector<std::size_t>> lines;
    for (const Candidate& candidate : candidates_) {
      lines[candidate.row.employee_number].push_back(candidate.row.line);
    }
    std::vector<RowProblem> problems;
    for (const auto& [number, places] : lines) {
      for (const std::size_t line : places) {
        if (places.size() < 2) break;
        const std::size_t other = line == places.front() ? places[1] : places.front();
        problems.push_back({line, "employee_number", number,
                            "is also on line " + std::to_string(other),
                            "keep one row for each employee"});
      }
    }
    reject(std::move(problems));
  }

  void aim() {
    const Directory directory(on_file_);
    const auto shared = shared_numbers(on_file_, options_.rules.today);
    Spellings spellings(on_file_);
    std::vector<RowProblem> problems;
    std::erase_if(candidates_, [&](Candidate& candidate) {
      candidate.before = directory.find(candidate.row);
      return is_inactive(candidate);
    });
    for (Candidate& candidate : candidates_) {
      candidate.target = target_of(candidate.row, candidate.before, shared, spellings);
      if (auto problem = finish(candidate)) problems.push_back(std::move(*problem));
    }
    reject(std::move(problems));
  }

  /// Old files shall not bring back whom HR has put out.
  bool is_inactive(const Candidate& candidate) {
    if (!candidate.before || candidate.before->is_active) return false;
    plan_.warnings.push_back("line " + std::to_string(candidate.row.line) + ": employee " +
                             candidate.row.employee_number +
                             " is set inactive and stays so; the row was left out");
    ++plan_.unchanged;
    return true;
  }

  std::optional<RowProblem> finish(Candidate& candidate) const {
    store::ImportedPerson& target = candidate.target;
    candidate.has_left = has_left(target.last_day, options_.rules.today);
    if (candidate.has_left) {
      target.numbers =
          candidate.before ? candidate.before->numbers : std::vector<store::NumberOnFile>{};
    }
    if (candidate.row.pin) {
      const base::Bytes hash = vault_.pin_hash(candidate.row.pin->digits());
      const bool has_it = candidate.before && candidate.before->pin_hash == hash;
      if (!has_it) target.new_pin_hash = hash;
    }
    if (target.first_day && target.last_day && *target.last_day < *target.first_day) {
      return RowProblem{candidate.row.line, "last_day", base::iso(*target.last_day),
                        "is before the first day on file, " + base::iso(*target.first_day),
                        "enter both days"};
    }
    if (target.numbers.size() <= most_numbers) return {};
    return RowProblem{candidate.row.line, "phone", candidate.row.phone->e164(),
                      "would be the person's fourth number", "remove one in the application first"};
  }

  /// For everybody who is new and works here.
  void make_pins() {
    std::set<base::Bytes> taken;
    for (const store::PersonOnFile& person : on_file_.people) {
      if (person.pin_hash) taken.insert(*person.pin_hash);
    }
    for (const Candidate& candidate : candidates_) {
      if (candidate.target.new_pin_hash) taken.insert(*candidate.target.new_pin_hash);
    }
    std::vector<RowProblem> problems;
    for (Candidate& candidate : candidates_) {
      const bool is_new = !candidate.target.member && !candidate.has_left;
      if (!is_new || candidate.target.new_pin_hash || make_pin(candidate, taken)) continue;
      problems.push_back({candidate.row.line, "pin", "", "can't be made: too few are free",
                          "set PIN_LENGTH higher"});
    }
    reject(std::move(problems));
  }

  bool make_pin(Candidate& candidate, std::set<base::Bytes>& taken) {
    constexpr int attempts = 1000;
    const auto below = [&](std::uint32_t bound) {
      return platform::uniform(random_, bound);
    };
    for (int attempt = 0; attempt < attempts; ++attempt) {
      const people::Pin pin = people::Pin::make(options_.pin_length, below);
      base::Bytes hash = vault_.pin_hash(pin.digits());
      if (!taken.insert(hash).second) continue;
      candidate.target.new_pin_hash = std::move(hash);
      made_pins_.emplace(candidate.row.line, pin.digits());
      return true;
    }
    return false;
  }

  void collect() {
    for (Candidate& candidate : candidates_) {
      if (candidate.before && is_on_file(candidate.target, *candidate.before)) {
        ++plan_.unchanged;
        continue;
      }
      ++(candidate.target.member ? plan_.changed : plan_.added);
      const auto pin = made_pins_.find(candidate.row.line);
      plan_.people.push_back({candidate.row.line, std::move(candidate.target),
                              pin == made_pins_.end() ? std::string() : pin->second});
    }
  }

  void warn_of_guessable_pins() {
    std::size_t staff = plan_.added;
    for (const store::PersonOnFile& person : on_file_.people) {
      if (person.member && person.is_active) ++staff;
    }
    std::size_t pins = 1;
    for (std::size_t digit = 0; digit < options_.pin_length; ++digit) pins *= 10;
    if (!options_.pin_alone_signs_in || staff * 100 <= pins) return;
    plan_.warnings.push_back(
        std::to_string(staff) + " people share " + std::to_string(pins) +
        " possible PINs: more than one guess in a hundred hits somebody. Set "
        "PIN_SIGN_IN=employee_number, or a longer PIN_LENGTH and issue new PINs");
  }

  const store::OnFile& on_file_;
  const platform::Vault& vault_;
  const platform::Random& random_;
  const ImportOptions& options_;
  std::vector<Candidate> candidates_;
  std::unordered_map<std::size_t, std::string> made_pins_;
  ImportPlan plan_;
};

}  // namespace

base::Result<ImportPlan, std::vector<RowProblem>> plan_import(std::string_view csv,
                                                              const store::OnFile& on_file,
                                                              const platform::Vault& vault,
                                                              const platform::Random& random,
                                                              const ImportOptions& options) {
  auto table = read_import_table(csv);
  if (!table) return table.problem();
  return Planner(on_file, vault, random, options).plan(std::move(table).value());
}

}  // namespace app

#include "app/import_cells.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/typed_text.h"

namespace app {
namespace {

constexpr std::size_t longest_word = 60;
constexpr std::size_t longest_name = 100;

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return result;
}

class Checker {
 public:
  Checker(const TableRow& row, const ImportOptions& options, std::vector<RowProblem>& problems)
      : row_(row), options_(options), problems_(problems) {}

  std::string text(Column column, std::size_t longest) {
    const std::string& value = row_[column];
    if (has_hidden_characters(value)) {
      refuse(column, "has a line break or another hidden character in it", "type it anew");
    } else if (value.size() > longest) {
      refuse(column, "is too long", "use at most " + std::to_string(longest) + " characters");
    }
    return value;
  }

  std::string required_text(Column column, std::size_t longest) {
    if (row_[column].empty()) refuse(column, "is missing", "fill it in");
    return text(column, longest);
  }

  std::string email() {
    const std::string& value = row_[Column::email];
    if (!value.empty() && !is_email(value)) {
      refuse(Column::email, "is not an e-mail address", "write it as ana@example.org");
    }
    return value;
  }

  std::optional<people::PhoneNumber> phone(Column column) {
    if (row_[column].empty()) return {};
    auto number = people::PhoneNumber::parse(row_[column]);
    if (!number) {
      refuse(column, number.problem().what, number.problem().remedy);
      return {};
    }
    if (std::ranges::find(options_.line_numbers, number.value()) != options_.line_numbers.end()) {
      refuse(column, "is the number of the call-out line itself",
             "enter the person's own number, or leave the cell empty");
    }
    return std::move(number).value();
  }

  std::optional<bool> shared() {
    const std::string value = lower(row_[Column::shared]);
    if (value.empty()) return {};
    const bool is_yes = value == "yes" || value == "true" || value == "1" || value == "sí";
    if (is_yes && row_[Column::phone].empty()) {
      refuse(Column::shared, "is yes but the row has no phone",
             "enter the phone or clear this cell");
    }
    if (!is_yes && value != "no" && value != "false" && value != "0") {
      refuse(Column::shared, "is neither yes nor no", "enter yes, no or nothing");
    }
    return is_yes;
  }

  std::vector<people::Role> roles() {
    std::vector<people::Role> roles;
    std::string_view rest = row_[Column::role];
    while (!rest.empty()) {
      const std::size_t plus = std::min(rest.find('+'), rest.size());
      const auto role = people::parse_role(rest.substr(0, plus));
      if (!role) {
        refuse(Column::role, "is not a role",
               "use employee, manager, hr or administrator; several are joined as in manager+hr");
        return {};
      }
      roles.push_back(*role);
      rest.remove_prefix(std::min(plus + 1, rest.size()));
    }
    return roles;
  }

  std::optional<people::Language> language() {
    const auto language = people::parse_language(row_[Column::language]);
    if (!language && !row_[Column::language].empty()) {
      refuse(Column::language, "is not a language of the line", "use en or es");
    }
    return language;
  }

  std::optional<people::Pin> pin() {
    if (row_[Column::pin].empty()) return {};
    auto pin = people::Pin::parse(row_[Column::pin], options_.pin_length);
    if (pin) return std::move(pin).value();
    refuse(Column::pin, pin.problem().what,
           pin.problem().remedy +
               "; a spreadsheet drops leading zeros, an empty cell makes a new PIN");
    return {};
  }

  std::optional<base::Day> day(Column column) {
    const auto day = base::parse_day(row_[column]);
    if (!day && !row_[column].empty()) {
      refuse(column, "is not a date", "write it as 2026-11-22, year first");
    }
    return day;
  }

  void refuse(Column column, std::string what, std::string remedy) {
    const std::string value = column == Column::pin ? "" : row_[column];
    problems_.push_back(
        {row_.line, std::string(name_of(column)), value, std::move(what), std::move(remedy)});
  }

 private:
  const TableRow& row_;
  const ImportOptions& options_;
  std::vector<RowProblem>& problems_;
};

}  // namespace

CheckedRow check_cells(const TableRow& row, const ImportOptions& options,
                       std::vector<RowProblem>& problems) {
  Checker check(row, options, problems);
  CheckedRow checked;
  checked.line = row.line;
  checked.employee_number = check.required_text(Column::employee_number, longest_word);
  checked.name = check.required_text(Column::name, longest_name);
  checked.email = check.email();
  checked.phone = check.phone(Column::phone);
  checked.second_phone = check.phone(Column::second_phone);
  if (checked.second_phone == checked.phone) checked.second_phone.reset();
  checked.shared = check.shared();
  checked.team = check.required_text(Column::team, longest_word);
  checked.position = check.text(Column::position, longest_word);
  checked.site = check.text(Column::site, longest_word);
  checked.roles = check.roles();
  checked.language = check.language();
  checked.pin = check.pin();
  checked.first_day = check.day(Column::first_day);
  checked.last_day = check.day(Column::last_day);
  if (checked.first_day && checked.last_day && *checked.last_day < *checked.first_day) {
    check.refuse(Column::last_day, "is before the first day", "mend one of the two");
  }
  return checked;
}

}  // namespace app

#include "app/import_target.h"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using store::NumberOnFile;

std::string or_else(const std::string& said, const std::string& before) {
  return said.empty() ? before : said;
}

bool holds(const std::vector<NumberOnFile>& numbers, const std::string& phone) {
  return std::ranges::find(numbers, phone, &NumberOnFile::phone) != numbers.end();
}

/// A new number takes the place of the one of its kind; the shared phone of the ward does not push
/// out somebody's own.
void take_in(std::vector<NumberOnFile>& numbers, NumberOnFile number) {
  const auto same_kind = [&](const NumberOnFile& other) {
    return other.is_shared == number.is_shared;
  };
  auto replaced = std::ranges::find_if(
      numbers, [&](const NumberOnFile& other) { return same_kind(other) && other.for_receipts; });
  if (replaced == numbers.end()) replaced = std::ranges::find_if(numbers, same_kind);
  if (replaced != numbers.end()) numbers.erase(replaced);
  numbers.insert(numbers.begin(), std::move(number));
}

/// Receipts go to one number, and to the person's own where there is one.
void choose_for_receipts(std::vector<NumberOnFile>& numbers) {
  auto chosen = std::ranges::find_if(numbers, [](const auto& number) { return !number.is_shared; });
  if (chosen == numbers.end()) chosen = numbers.begin();
  for (NumberOnFile& number : numbers) number.for_receipts = false;
  if (chosen != numbers.end()) chosen->for_receipts = true;
}

/// A phone that is new replaces one; a second phone that is new leaves only the row's two.
std::vector<NumberOnFile> numbers_after(const CheckedRow& row, std::vector<NumberOnFile> numbers,
                                        const std::set<std::string>& shared_numbers) {
  bool has_new_phone = false;
  if (row.phone) {
    const std::string& phone = row.phone->e164();
    has_new_phone = !holds(numbers, phone);
    const bool is_shared = row.shared.value_or(shared_numbers.contains(phone));
    if (has_new_phone) take_in(numbers, {phone, is_shared, false});
    std::ranges::find(numbers, phone, &NumberOnFile::phone)->is_shared = is_shared;
  }
  if (row.second_phone && !holds(numbers, row.second_phone->e164())) {
    const std::string& phone = row.second_phone->e164();
    if (row.phone) {
      std::erase_if(numbers, [&](const auto& number) { return number.phone != row.phone->e164(); });
    }
    numbers.push_back({phone, shared_numbers.contains(phone), false});
  }
  const bool is_settled = std::ranges::any_of(numbers, &NumberOnFile::for_receipts);
  if (has_new_phone || !is_settled) choose_for_receipts(numbers);
  return numbers;
}

/// Nobody stops being an administrator by a file: the last one would lock everybody out.
std::vector<people::Role> roles_after(const CheckedRow& row, const store::PersonOnFile* before) {
  std::set<people::Role> roles(row.roles.begin(), row.roles.end());
  roles.insert(people::Role::employee);
  for (const people::Role role : before ? before->roles : std::vector<people::Role>{}) {
    const bool stays = row.roles.empty() || !before->member || role == people::Role::administrator;
    if (stays) roles.insert(role);
  }
  return {roles.begin(), roles.end()};
}

std::string position_after(const CheckedRow& row, const store::PersonOnFile& before,
                           const std::string& team, Spellings& spellings) {
  if (!row.position.empty()) return spellings.position(team, row.position);
  // The position of the team that the person leaves is none of the new one's, unless that has it
  // too.
  if (team == before.team || spellings.knows_position(team, before.position)) {
    return before.position;
  }
  return {};
}

std::vector<std::string> sorted_numbers(std::vector<NumberOnFile> numbers) {
  std::vector<std::string> keys;
  for (const NumberOnFile& number : numbers) {
    keys.push_back(number.phone + (number.is_shared ? " shared" : "") +
                   (number.for_receipts ? " receipts" : ""));
  }
  std::ranges::sort(keys);
  return keys;
}

std::set<people::Role> set_of(const std::vector<people::Role>& roles) {
  return {roles.begin(), roles.end()};
}

}  // namespace

std::string folded_case(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return result;
}

Spellings::Spellings(const store::OnFile& on_file) {
  for (const std::string& name : on_file.teams) team(name);
  for (const auto& [team_name, name] : on_file.positions) position(team_name, name);
  for (const std::string& name : on_file.sites) site(name);
}

std::string Spellings::position(const std::string& team, const std::string& name) {
  return first(team + "\n" + name, name);
}

bool Spellings::knows_position(const std::string& team, const std::string& name) const {
  return by_key_.contains(folded_case(team + "\n" + name));
}

std::string Spellings::first(std::string_view key, const std::string& spelling) {
  return by_key_.try_emplace(folded_case(key), spelling).first->second;
}

store::ImportedPerson target_of(const CheckedRow& row, const store::PersonOnFile* before,
                                const std::set<std::string>& shared_numbers, Spellings& spellings) {
  const store::PersonOnFile nobody;
  const store::PersonOnFile& was = before ? *before : nobody;
  store::ImportedPerson target;
  if (before) target.user = before->user;
  target.member = was.member;
  target.employee_number = row.employee_number;
  target.name = row.name;
  target.email = or_else(row.email, was.email);
  target.language = row.language.value_or(was.language);
  target.team = spellings.team(row.team);
  target.position = position_after(row, was, target.team, spellings);
  target.site = row.site.empty() ? was.site : spellings.site(row.site);
  target.first_day = row.first_day ? row.first_day : was.first_day;
  target.last_day = row.last_day ? row.last_day : was.last_day;
  target.roles = roles_after(row, before);
  target.numbers = numbers_after(row, was.numbers, shared_numbers);
  return target;
}

bool is_on_file(const store::ImportedPerson& target, const store::PersonOnFile& before) {
  const bool is_manager = set_of(target.roles).contains(people::Role::manager);
  return before.member && !target.new_pin_hash && target.name == before.name &&
         target.email == before.email && target.language == before.language &&
         target.team == before.team && target.position == before.position &&
         target.site == before.site && target.first_day == before.first_day &&
         target.last_day == before.last_day && set_of(target.roles) == set_of(before.roles) &&
         sorted_numbers(target.numbers) == sorted_numbers(before.numbers) &&
         (!is_manager || before.has_scope);
}

bool has_left(std::optional<base::Day> last_day, base::Day today) {
  return last_day && *last_day < today;
}

}  // namespace app

#include "app/import_clashes.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

namespace app {
namespace {

/// Somebody who will have the thing: by the row that says so, or on file.
struct Holder {
  std::size_t line = 0;  // 0: not in the file
  std::string employee_number;
  std::string column;
  std::string entered;
  bool is_shared = false;
};
using Holders = std::map<std::string, std::vector<Holder>>;

constexpr const char* phone_remedy =
    "give each person their own number, or enter it in the phone column of all their rows with yes "
    "in the shared column";
constexpr const char* email_remedy = "give each person their own address, or clear the cell";
constexpr const char* pin_remedy = "clear the cell: a new PIN is made at random";

std::string described(const Holder& holder) {
  if (holder.line > 0) return "is also on line " + std::to_string(holder.line);
  if (holder.employee_number.empty()) return "belongs to an account on file";
  return "belongs to employee " + holder.employee_number;
}

class Register {
 public:
  void add(const Candidate& candidate) {
    const CheckedRow& row = candidate.row;
    for (const store::NumberOnFile& number : candidate.target.numbers) {
      if (candidate.has_left) break;
      const bool is_second = row.second_phone && row.second_phone->e164() == number.phone;
      phones_[number.phone].push_back({row.line, row.employee_number,
                                       is_second ? "second_phone" : "phone", number.phone,
                                       number.is_shared});
    }
    if (!candidate.target.email.empty()) {
      emails_[folded_case(candidate.target.email)].push_back(
          {row.line, row.employee_number, "email", candidate.target.email});
    }
    const auto& pin = candidate.target.new_pin_hash;
    if (pin) {
      pins_[base::hex(*pin)].push_back({row.line, row.employee_number, "pin", ""});
    } else if (candidate.before) {
      add_pin(*candidate.before);
    }
  }

  void add(const store::PersonOnFile& person, base::Day today) {
    if (!person.is_active) return;
    for (const store::NumberOnFile& number : person.numbers) {
      if (has_left(person.last_day, today)) break;
      phones_[number.phone].push_back(
          {0, person.employee_number, "phone", number.phone, number.is_shared});
    }
    if (!person.email.empty()) {
      emails_[folded_case(person.email)].push_back(
          {0, person.employee_number, "email", person.email});
    }
    add_pin(person);
  }

  std::vector<RowProblem> problems() const {
    std::vector<RowProblem> problems;
    for (const auto& [phone, holders] : phones_) {
      const bool all_shared = std::ranges::all_of(holders, &Holder::is_shared);
      if (!all_shared) report(holders, phone_remedy, problems);
    }
    for (const auto& [email, holders] : emails_) report(holders, email_remedy, problems);
    for (const auto& [pin, holders] : pins_) report(holders, pin_remedy, problems);
    return problems;
  }

 private:
  void add_pin(const store::PersonOnFile& person) {
    if (!person.pin_hash || !person.is_active) return;
    pins_[base::hex(*person.pin_hash)].push_back({0, person.employee_number, "pin", ""});
  }

  static void report(const std::vector<Holder>& holders, const char* remedy,
                     std::vector<RowProblem>& problems) {
    if (holders.size() < 2) return;
    for (const Holder& holder : holders) {
      if (holder.line == 0) continue;
      const Holder& other = &holder == &holders.front() ? holders[1] : holders.front();
      problems.push_back({holder.line, holder.column, holder.entered, described(other), remedy});
    }
  }

  Holders phones_;
  Holders emails_;
  Holders pins_;
};

std::unordered_map<std::int64_t, const Candidate*> by_user(
    const std::vector<Candidate>& candidates) {
  std::unordered_map<std::int64_t, const Candidate*> found;
  for (const Candidate& candidate : candidates) {
    if (candidate.before) found.emplace(candidate.before->user.value(), &candidate);
  }
  return found;
}

}  // namespace

std::vector<RowProblem> clashes(const std::vector<Candidate>& candidates,
                                const store::OnFile& on_file, base::Day today) {
  Register holders;
  for (const Candidate& candidate : candidates) holders.add(candidate);
  const auto in_file = by_user(candidates);
  for (const store::PersonOnFile& person : on_file.people) {
    if (!in_file.contains(person.user.value())) holders.add(person, today);
  }
  return holders.problems();
}

void settle_given_up(std::vector<Candidate>& candidates, const store::OnFile& on_file) {
  std::multimap<std::string, people::UserId> on_file_holders;
  for (const store::PersonOnFile& person : on_file.people) {
    for (const store::NumberOnFile& number : person.numbers) {
      on_file_holders.emplace(number.phone, person.user);
    }
  }
  for (Candidate& candidate : candidates) {
    candidate.target.given_up.clear();
    for (const store::NumberOnFile& number : candidate.target.numbers) {
      if (number.is_shared || candidate.has_left) continue;
      const auto [first, last] = on_file_holders.equal_range(number.phone);
      for (auto holder = first; holder != last; ++holder) {
        const bool is_own = candidate.target.user == holder->second;
        if (!is_own) candidate.target.given_up.push_back({holder->second, number.phone});
      }
    }
  }
}

}  // namespace app

// Everybody and every place that is on file, as an import compares them with its table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/people/person.h"
#include "store/database.h"

namespace store {

struct NumberOnFile {
  std::string phone;  // E.164
  bool is_shared = false;
  bool for_receipts = false;
  friend bool operator==(const NumberOnFile&, const NumberOnFile&) = default;
};

struct PersonOnFile {
  people::UserId user;
  std::optional<people::MemberId> member;  // none: an account only, as the first administrator's is
  std::string employee_number;             // this and the places are empty where there is none
  std::string name;
  std::string email;
  people::Language language = people::Language::en;
  bool is_active = true;
  std::string team;
  std::string position;
  std::string site;
  std::optional<base::Day> first_day;
  std::optional<base::Day> last_day;
  std::optional<base::Bytes> pin_hash;
  std::vector<people::Role> roles;
  std::vector<NumberOnFile> numbers;  // without released ones
  bool has_scope = false;             // answers for somebody
};

struct PositionOnFile {
  std::string team;
  std::string name;
};

struct OnFile {
  std::vector<PersonOnFile> people;
  std::vector<std::string> teams;
  std::vector<PositionOnFile> positions;
  std::vector<std::string> sites;
};

OnFile read_on_file(Transaction& tx);

}  // namespace store

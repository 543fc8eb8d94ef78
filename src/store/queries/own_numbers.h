// The numbers that people have on file, one at a time.
#pragma once

#include <cstdint>
#include <string_view>

#include "domain/people/person.h"
#include "store/database.h"

namespace store {

inline constexpr std::int64_t most_numbers = 3;

enum class NumberFit {
  fits,
  theirs_already,
  somebody_elses,  // shared ones too
  too_many
};
NumberFit fit_of_number(Transaction& tx, people::UserId user, std::string_view e164);

/// Not the one for receipts. Ask whether it fits first.
void add_number(Transaction& tx, people::UserId user, std::string_view e164, base::Moment now);

}  // namespace store

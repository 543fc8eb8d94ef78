// How the text of a setting becomes its value. The Problems name no field: the table knows it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/people/phone_number.h"

namespace server {

/// Printable and short: what somebody entered, put before them again.
std::string shown(std::string_view value);
/// `is "…"`, for values that are no secrets.
std::string is_value(std::string_view value);

/// True, False, yes, no, on, off, 1, 0 in any case.
base::Result<bool> read_flag(std::string_view value);
base::Result<std::int64_t> read_number(std::string_view value, std::int64_t least,
                                       std::int64_t most);
/// Parts between commas, without blanks around them and without empty ones.
std::vector<std::string> read_list(std::string_view value);
base::Result<std::vector<people::PhoneNumber>> read_numbers(std::string_view value);
/// "AC" and 32 hexadecimal digits.
base::Result<std::string> read_sid(std::string_view value, std::string_view prefix);
/// https://host[:port], or http:// on this machine itself, where nobody can listen in. Comes back
/// without a slash at its end.
base::Result<std::string> read_base_url(std::string_view value);
/// An IP address; "localhost" is one too.
base::Result<std::string> read_address(std::string_view value);
/// Addresses and networks (10.0.0.0/8).
base::Result<std::vector<std::string>> read_networks(std::string_view value);
/// "sqlite:callout.db": the file's name.
base::Result<std::string> read_database_url(std::string_view value);
/// "Callout <callout@example.org>" or the address alone.
base::Result<std::string> read_mail_from(std::string_view value);
/// A line that people hear and read.
base::Result<std::string> read_words(std::string_view value);

}  // namespace server

// The grammar of SMTP's commands (RFC 5321 section 4.1), strict.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace demo {

struct SmtpCommand {
  std::string verb;           // upper case
  std::string_view argument;  // without blanks around it; a part of the line
};
SmtpCommand split_command(std::string_view line);

/// "FROM:<ana@example.org> SIZE=300"
struct SmtpPath {
  std::string address;  // empty: <>, the sender of a bounce
  std::string_view parameters;
};
/// `keyword` as "FROM:"; any case in the text. Nothing when it is not a path with one plain
/// address: printable ASCII, at most 254 characters, no quotes and no route.
std::optional<SmtpPath> parse_path(std::string_view keyword, std::string_view text);

struct SmtpParameters {
  std::size_t size = 0;  // as the sender declares it; 0: not said
};
/// SIZE (RFC 1870) and BODY (RFC 6152). Nothing for any other, or for one that can't be read.
std::optional<SmtpParameters> parse_parameters(std::string_view text);

}  // namespace demo

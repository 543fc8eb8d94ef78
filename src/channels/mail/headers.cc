#include "channels/mail/headers.h"

#include <algorithm>
#include <cstddef>

namespace mail {
namespace {

constexpr std::size_t widest_line = 76;
constexpr std::size_t widest_word = 75;
constexpr std::string_view word_start = "=?UTF-8?Q?";
constexpr std::string_view word_end = "?=";
constexpr std::string_view new_line = "\r\n ";

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_printable(char c) {
  return c >= ' ' && c <= '~';
}
bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
bool breaks_lines(char c) {
  return c == '\r' || c == '\n' || c == '\0';
}

base::Problem line_break_problem(std::string_view name) {
  return {std::string(name), "has a line break or a NUL", "take it out"};
}

/// Plain words that no reader takes for anything else, spaces at the ends included.
bool can_stand_plain(std::string_view words) {
  return std::ranges::all_of(words, is_printable) && words.find("=?") == std::string_view::npos &&
         (words.empty() || (words.front() != ' ' && words.back() != ' '));
}

/// How many bytes the first code point has; one that is cut short or wrong ends where the next
/// begins.
std::size_t code_point_length(std::string_view utf8) {
  std::size_t length = 1;
  while (length < utf8.size() && length < 4 &&
         (static_cast<unsigned char>(utf8[length]) & 0xC0u) == 0x80) {
    ++length;
  }
  return length;
}

/// RFC 2047 4.2, with the characters that 5(3) allows in a name.
std::string q_encoded(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_letter_or_digit(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/') {
      text += c;
    } else if (c == ' ') {
      text += '_';
    } else {
      text += {'=', digits[byte / 16u], digits[byte % 16u]};
    }
  }
  return text;
}

/// Encoded-words over as many lines as they need; the first begins at `column`.
std::string encoded_words(std::string_view words, std::size_t column) {
  std::string text(word_start);
  std::size_t room =
      std::min(widest_word, widest_line - column) - word_start.size() - word_end.size();
  while (!words.empty()) {
    const std::string next = q_encoded(words.substr(0, code_point_length(words)));
    if (next.size() > room) {
      text += word_end;
      text += new_line;
      text += word_start;
      room = widest_word - word_start.size() - word_end.size();
    }
    text += next;
    room -= next.size();
    words.remove_prefix(code_point_length(words));
  }
  text += word_end;
  return text;
}

/// A display name of ASCII as RFC 5322 wants it: quoted unless it is only words.
std::string quoted(std::string_view name) {
  constexpr std::string_view harmless = " !#$%&'*+-/=?^_`{|}~";
  const auto plain = [&](char c) {
    return is_letter_or_digit(c) || harmless.find(c) != std::string_view::npos;
  };
  if (std::ranges::all_of(name, plain)) return std::string(name);
  std::string text = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

std::string unquoted(std::string_view name) {
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') return std::string(name);
  std::string text;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    if (name[i] == '\\' && i + 2 < name.size()) ++i;
    text += name[i];
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Parts between dots, none of them empty or longer than `longest`, of characters that `allowed`
/// takes.
template <class Allowed>
bool is_dotted(std::string_view text, std::size_t longest, Allowed allowed) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('.', begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (part.empty() || part.size() > longest || !std::ranges::all_of(part, allowed)) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace

bool is_address(std::string_view text) {
  constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > 254 || at > 64) return false;
  const std::string_view domain = text.substr(at + 1);
  const auto in_local_part = [&](char c) {
    return is_letter_or_digit(c) || is_beyond_ascii(c) || signs.find(c) != std::string_view::npos;
  };
  const auto in_domain = [](char c) {
    return is_letter_or_digit(c) || is_beyond_ascii(c) || c == '-';
  };
  return is_dotted(text.substr(0, at), 64, in_local_part) && is_dotted(domain, 63, in_domain) &&
         domain.front() != '-' && domain.back() != '-';
}

base::Result<Mailbox> parse_mailbox(std::string_view text) {
  if (std::ranges::any_of(text, breaks_lines)) return line_break_problem("address");
  Mailbox mailbox;
  const std::string_view whole = trimmed(text);
  const auto open = whole.rfind('<');
  if (open == std::string_view::npos) {
    mailbox.address = whole;
  } else if (whole.back() == '>') {
    mailbox.name = unquoted(trimmed(whole.substr(0, open)));
    mailbox.address = whole.substr(open + 1, whole.size() - open - 2);
  }
  if (is_address(mailbox.address)) return mailbox;
  return base::Problem{"address", "is no mail address",
                       "write it as ana@example.org or Ana <ana@example.org>"};
}

base::Result<std::string> words_header(std::string_view name, std::string_view words) {
  if (std::ranges::any_of(words, breaks_lines)) return line_break_problem(name);
  const std::string start = std::string(name) + ": ";
  if (can_stand_plain(words) && start.size() + words.size() <= widest_line)
    return start + std::string(words);
  return start + encoded_words(words, start.size());
}

base::Result<std::string> mailbox_header(std::string_view name, const Mailbox& mailbox) {
  if (std::ranges::any_of(mailbox.name, breaks_lines)) return line_break_problem(name);
  if (!is_address(mailbox.address))
    return base::Problem{std::string(name), "is no mail address", "correct it"};
  std::string header = std::string(name) + ": ";
  if (mailbox.name.empty()) return header + mailbox.address;

  const std::string plain = quoted(mailbox.name);
  const bool stands_plain =
      can_stand_plain(mailbox.name) && header.size() + plain.size() <= widest_line;
  header += stands_plain ? plain : encoded_words(mailbox.name, header.size());
  const auto last_break = header.rfind('\n');
  const std::size_t column =
      last_break == std::string_view::npos ? header.size() : header.size() - last_break - 1;
  const std::string address = "<" + mailbox.address + ">";
  const bool fits = column + 1 + address.size() <= widest_line;
  return header + (fits ? " " : std::string(new_line)) + address;
}

base::Result<std::string> token_header(std::string_view name, std::string_view token) {
  constexpr std::size_t longest_line = 998;  // RFC 5322 2.1.1
  const bool possible = !token.empty() && std::ranges::all_of(token, is_printable) &&
                        name.size() + 2 + token.size() <= longest_line;
  if (!possible) return base::Problem{std::string(name), "is not printable ASCII", "correct it"};
  return std::string(name) + ": " + std::string(token);
}

}  // namespace mail

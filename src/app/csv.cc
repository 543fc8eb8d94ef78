#include "app/csv.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include <csv.h>

namespace app {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

base::Problem refused(std::size_t line, const char* what, const char* remedy) {
  return {"file", "line " + std::to_string(line) + " " + what, remedy};
}

/// How many bytes the character at the front takes; 0 when it is none (RFC 3629, section 4).
std::size_t character_length(std::string_view text) {
  const auto byte = [&](std::size_t at) -> unsigned {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
  };
  const auto continues = [&](std::size_t at) {
    return (byte(at) & 0xC0u) == 0x80u;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
  // What would be a longer form, a surrogate or beyond the last character shows in the second byte.
  const unsigned least = first == 0xE0 ? 0xA0u : first == 0xF0 ? 0x90u : 0x80u;
  const unsigned most = first == 0xED ? 0x9Fu : first == 0xF4 ? 0x8Fu : 0xBFu;
  if (byte(1) < least || byte(1) > most || !continues(2)) return 0;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  return first >= 0xF0 && first <= 0xF4 && continues(3) ? 4 : 0;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The next line with its ending: LF, CR LF, or CR alone.
std::string_view next_line(std::string_view text) {
  const std::size_t end = text.find_first_of("\r\n");
  if (end == std::string_view::npos) return text;
  return text.substr(0, text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
}

char delimiter_of(std::string_view header) {
  std::size_t commas = 0;
  std::size_t semicolons = 0;
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    if (!quoted && c == ',') ++commas;
    if (!quoted && c == ';') ++semicolons;
  }
  return semicolons > commas ? ';' : ',';
}

/// libcsv, fed a line at a time: it does not say where a row began.
class Reader {
 public:
  explicit Reader(char delimiter) {
    // Strict: else one forgotten quotation mark swallows the rest of the file in silence.
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reader(Reader&&) = delete;
  Reader& operator=(Reader&&) = delete;

  std::optional<base::Problem> take(std::size_t number, std::string_view line) {
    if (!inside_row_ && is_blank(line)) return {};
    if (!inside_row_) row_.line = number;
    inside_row_ = true;
    if (csv_parse(&parser_, line.data(), line.size(), &end_field, &end_row, this) == line.size()) {
      return {};
    }
    return refused(number, "has a quotation mark in the wrong place",
                   "write a quotation mark inside a field twice, and the field between two");
  }

  base::Result<std::vector<CsvRow>> finish() {
    if (csv_fini(&parser_, &end_field, &end_row, this) != 0) {
      return refused(row_.line, "has a quotation mark that is never closed",
                     "close it, or write it twice when it belongs to the text");
    }
    return std::move(rows_);
  }

 private:
  static void end_field(void* text, std::size_t size, void* reader) {
    static_cast<Reader*>(reader)->row_.fields.emplace_back(static_cast<const char*>(text), size);
  }
  static void end_row(int /*ending*/, void* reader) {
    Reader& self = *static_cast<Reader*>(reader);
    self.rows_.push_back(std::exchange(self.row_, {}));
    self.inside_row_ = false;
  }

  csv_parser parser_{};
  bool inside_row_ = false;
  CsvRow row_{};
  std::vector<CsvRow> rows_;
};

}  // namespace

base::Result<std::vector<CsvRow>> read_csv(std::string_view text) {
  constexpr const char* save_as_utf8 =
      "in the spreadsheet, save as \"CSV UTF-8\" and use that file";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());

  std::optional<Reader> reader;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = next_line(text);
    if (!is_utf8(line)) return refused(number, "is not UTF-8 text", save_as_utf8);
    if (line.find('\0') != std::string_view::npos) {
      return refused(number, "has a NUL character", save_as_utf8);
    }
    if (!reader && !is_blank(line)) reader.emplace(delimiter_of(line));
    if (reader) {
      if (auto problem = reader->take(number, line)) return *std::move(problem);
    }
    text.remove_prefix(line.size());
  }
  return reader ? reader->finish() : std::vector<CsvRow>{};
}

}  // namespace app

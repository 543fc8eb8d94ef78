#include "channels/api/json_body.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <limits>

namespace api {
namespace {

using boost::json::error_code;
using boost::json::string_view;

constexpr std::size_t deepest = 8;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

/// Those of ASCII but tab and line feed, and U+0080 to U+009F. The text is valid UTF-8.
bool has_control_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F) return true;
    const bool is_first_of_two = byte == 0xC2 && at + 1 < text.size();
    if (is_first_of_two && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  }
  return false;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

/// What the parser finds, one event after another: a document tree would keep only the last of two
/// fields of one name, and so hide what the other side may have read instead.
class JsonBody::Reader {
 public:
  constexpr static std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
  constexpr static std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

  std::vector<Entry> entries;
  bool is_object = false;
  bool is_named_twice = false;

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) {
    if (depth_ == 0) is_object = true;
    return open();
  }
  bool on_object_end(std::size_t, error_code&) { return close(); }
  bool on_array_begin(error_code&) { return open(); }
  bool on_array_end(std::size_t, error_code&) { return close(); }
  bool on_key_part(string_view part, std::size_t, error_code&) { return add(part); }
  bool on_key(string_view part, std::size_t, error_code&) {
    add(part);
    if (depth_ == 1) {
      is_named_twice =
          is_named_twice || std::ranges::find(entries, text_, &Entry::name) != entries.end();
      entries.push_back({.name = text_, .value = {}, .is_asked = false});
    }
    text_.clear();
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) { return add(part); }
  bool on_string(string_view part, std::size_t, error_code&) {
    add(part);
    return take(std::move(text_));
  }
  bool on_number_part(string_view, error_code&) { return true; }
  bool on_int64(std::int64_t number, string_view, error_code&) { return take(number); }
  bool on_uint64(std::uint64_t, string_view, error_code&) { return take(OtherValue{}); }
  bool on_double(double, string_view, error_code&) { return take(OtherValue{}); }
  bool on_bool(bool flag, error_code&) { return take(flag); }
  bool on_null(error_code&) { return take(std::monostate{}); }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

 private:
  bool open() {
    take(OtherValue{});
    ++depth_;
    return true;
  }
  bool close() {
    --depth_;
    return true;
  }
  bool add(string_view part) {
    text_.append(part.data(), part.size());
    return true;
  }
  bool take(Value value) {
    if (depth_ == 1 && !entries.empty()) entries.back().value = std::move(value);
    text_.clear();
    return true;
  }

  std::size_t depth_ = 0;
  std::string text_;  // of the name or the string that is being read, which comes in parts
};

JsonBody::JsonBody(const http::Request& request) {
  boost::json::parse_options strict;
  strict.max_depth = deepest;
  boost::json::basic_parser<Reader> parser(strict);
  error_code error;
  const std::size_t used =
      parser.write_some(false, request.body.data(), request.body.size(), error);
  Reader& read = parser.handler();
  if (error || used != request.body.size() || !parser.done() || !read.is_object) {
    refuse("body", "is not a JSON object", "send one, nested no deeper than 8");
  } else if (read.is_named_twice) {
    refuse("body", "names a field twice", "name each once");
  } else {
    entries_ = std::move(read.entries);
  }
}

std::string JsonBody::text(std::string_view field, std::size_t most_characters) {
  const auto* found = typed<std::string>(field, "text");
  if (!found) return {};
  std::string text = trimmed(*found);
  if (has_control_character(text)) {
    refuse(field, "has control characters", "write plain text");
  } else if (characters(text) > most_characters) {
    refuse(field, "is too long",
           "write at most " + std::to_string(most_characters) + " characters");
  }
  return text;
}

std::string JsonBody::required_text(std::string_view field, std::size_t most_characters) {
  std::string found = text(field, most_characters);
  if (found.empty()) refuse(field, "is missing", "fill it in");
  return found;
}

std::string JsonBody::secret(std::string_view field, std::size_t most_bytes) {
  const auto* found = typed<std::string>(field, "text");
  if (!found) return {};
  if (found->size() > most_bytes) {
    refuse(field, "is too long", "take at most " + std::to_string(most_bytes) + " bytes");
  }
  return *found;
}

bool JsonBody::flag(std::string_view field, bool otherwise) {
  const bool* found = typed<bool>(field, "true or false");
  return found ? *found : otherwise;
}

std::optional<std::int64_t> JsonBody::integer(std::string_view field) {
  const auto* found = typed<std::int64_t>(field, "a whole number");
  if (!found) return {};
  return *found;
}

bool JsonBody::has(std::string_view field) const {
  const auto found = std::ranges::find(entries_, field, &Entry::name);
  return found != entries_.end() && !std::holds_alternative<std::monostate>(found->value);
}

const std::optional<base::Problem>& JsonBody::problem() {
  const auto unasked = std::ranges::find(entries_, false, &Entry::is_asked);
  if (unasked != entries_.end()) {
    refuse("body", "has a field that is not known here", "leave it out");
  }
  return problem_;
}

JsonBody::Entry* JsonBody::find(std::string_view field) {
  const auto found = std::ranges::find(entries_, field, &Entry::name);
  if (found == entries_.end()) return nullptr;
  found->is_asked = true;
  return &*found;
}

template <class T>
const T* JsonBody::typed(std::string_view field, std::string_view type) {
  const Entry* entry = find(field);
  if (!entry || std::holds_alternative<std::monostate>(entry->value)) return nullptr;
  const T* value = std::get_if<T>(&entry->value);
  if (!value) refuse(field, "is not " + std::string(type), "send " + std::string(type));
  return value;
}

void JsonBody::refuse(std::string_view field, std::string what, std::string remedy) {
  if (problem_) return;
  problem_ = base::Problem{std::string(field), std::move(what), std::move(remedy)};
}

}  // namespace api

#include "text/message.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <vector>

#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

namespace text {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

base::Problem syntax_problem(const UParseError& where, UErrorCode status) {
  const std::string near =
      utf8(icu::UnicodeString(where.preContext)) + utf8(icu::UnicodeString(where.postContext));
  return {"", "is no ICU MessageFormat, near \"" + near + "\" (" + u_errorName(status) + ")",
          "check its braces, and that each plural and select has an \"other\""};
}

/// How the argument that starts at part `index` is used; nothing for a type that is not taken here.
std::optional<Message::Use> use_of(const icu::MessagePattern& pattern, int index) {
  switch (pattern.getPart(index).getArgType()) {
    case UMSGPAT_ARG_TYPE_NONE:
    case UMSGPAT_ARG_TYPE_SELECT: return Message::Use::words;
    case UMSGPAT_ARG_TYPE_PLURAL:
    case UMSGPAT_ARG_TYPE_SELECTORDINAL: return Message::Use::number;
    case UMSGPAT_ARG_TYPE_SIMPLE:
      // Start, name, type: "{n, number}".
      if (pattern.getSubstring(pattern.getPart(index + 2)) == u"number")
        return Message::Use::number;
      return {};
    case UMSGPAT_ARG_TYPE_CHOICE: return {};
  }
  return {};
}

base::Result<Message::Arguments> arguments_of(const icu::MessagePattern& pattern) {
  Message::Arguments arguments;
  for (int index = 0; index < pattern.countParts(); ++index) {
    if (pattern.getPartType(index) != UMSGPAT_PART_TYPE_ARG_START) continue;
    const auto& name_part = pattern.getPart(index + 1);
    const std::string name = utf8(pattern.getSubstring(name_part));
    if (name_part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER) {
      return base::Problem{"", "has an argument {" + name + "} without a name", "give it one"};
    }
    const auto use = use_of(pattern, index);
    if (!use) {
      return base::Problem{"", "gives {" + name + "} a type that is not taken here",
                           "use a plain {" + name + "}, plural, selectordinal, select or number"};
    }
    // Counted once is counted: a plain {n} beside a plural of n gets the number as well.
    auto& known = arguments.try_emplace(name, *use).first->second;
    known = std::max(known, *use);
  }
  return arguments;
}

icu::Formattable formattable(const Value& value, Message::Use use) {
  if (const auto* number = std::get_if<std::int64_t>(&value.value)) {
    if (use == Message::Use::number) return icu::Formattable(*number);
    return icu::Formattable(unicode(std::to_string(*number)));
  }
  if (use == Message::Use::number) {
    throw std::invalid_argument("argument \"" + std::string(value.name) + "\" must be a number");
  }
  return icu::Formattable(unicode(std::get<std::string>(value.value)));
}

}  // namespace

base::Result<Message> Message::parse(const char* locale, std::string_view pattern) {
  UParseError where{};
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parts(unicode(pattern), &where, status);
  if (U_FAILURE(status)) return syntax_problem(where, status);
  auto arguments = arguments_of(parts);
  if (!arguments) return arguments.problem();

  auto format = std::make_unique<const icu::MessageFormat>(unicode(pattern), icu::Locale(locale),
                                                           where, status);
  if (U_FAILURE(status)) return syntax_problem(where, status);
  return Message(std::move(format), std::move(arguments).value());
}

std::string Message::format(std::span<const Value> values) const {
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> formattables;
  for (const auto& [name, use] : arguments_) {
    const auto given = std::ranges::find(values, std::string_view(name), &Value::name);
    if (given == values.end()) throw std::out_of_range("argument \"" + name + "\" is missing");
    names.push_back(unicode(name));
    formattables.push_back(formattable(*given, use));
  }

  // A MessageFormat fills its caches while it formats, so the shared one is only ever copied.
  const std::unique_ptr<const icu::MessageFormat> own(format_->clone());
  icu::UnicodeString sentence;
  UErrorCode status = U_ZERO_ERROR;
  own->format(names.data(), formattables.data(), static_cast<int>(names.size()), sentence, status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  return utf8(sentence);
}

}  // namespace text

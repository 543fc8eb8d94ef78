#include "text/catalogue.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>

#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include "embedded/catalogues.h"
#include "text/message.h"

namespace text {
namespace {

using Messages = std::map<std::string, Message, std::less<>>;

struct Locale {
  people::Language language;
  std::string_view code;
  const char* icu_name;
  const char16_t* day_pattern;
  const char16_t* full_day_pattern;
};
constexpr std::array locales{
    Locale{people::Language::en, "en", "en_US", u"EEE MMM d", u"EEEE, MMMM d"},
    Locale{people::Language::es, "es", "es_US", u"EEE d MMM", u"EEEE d 'de' MMMM"}};

/// What one language has to say.
struct Tongue {
  Messages messages;
  std::unique_ptr<const icu::SimpleDateFormat> day_format;
  std::unique_ptr<const icu::SimpleDateFormat> full_day_format;
};

std::string file_of(std::string_view language) {
  return "locales/" + std::string(language) + ".json";
}

std::unique_ptr<const icu::SimpleDateFormat> make_day_format(const Locale& locale,
                                                             const char16_t* pattern) {
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString(pattern),
                                                        icu::Locale(locale.icu_name), status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

/// Said by a web application alone: its own build reads the catalogue.
bool is_of_the_web(std::string_view id) {
  return id.starts_with("web.") || id.starts_with("phone.") || id.starts_with("mailbox.");
}

base::Result<Messages> parse_messages(const Locale& locale, std::string_view json,
                                      Catalogue::Part part) {
  boost::system::error_code error;
  const auto root = boost::json::parse({json.data(), json.size()}, error);
  const auto* object = root.if_object();
  if (error || object == nullptr) {
    return base::Problem{file_of(locale.code),
                         "is no JSON object" + (error ? ": " + error.message() : ""),
                         "write {\"message.id\": \"words\", …}"};
  }
  Messages messages;
  for (const auto& entry : *object) {
    if (part == Catalogue::Part::what_the_server_says && is_of_the_web(entry.key())) continue;
    const std::string field = file_of(locale.code) + ": " + std::string(entry.key());
    const auto* words = entry.value().if_string();
    if (words == nullptr) return base::Problem{field, "is no string", "write the words in quotes"};
    auto message = Message::parse(locale.icu_name, {words->data(), words->size()});
    if (!message) return base::Problem{field, message.problem().what, message.problem().remedy};
    messages.emplace(std::string(entry.key()), std::move(message).value());
  }
  return messages;
}

/// What `other` lacks of `mine`: a whole message, or an argument of one.
std::optional<base::Problem> missing_in(const Messages& other, std::string_view other_code,
                                        const Messages& mine, std::string_view my_code) {
  for (const auto& [id, message] : mine) {
    const std::string field = file_of(other_code) + ": " + id;
    const auto found = other.find(id);
    if (found == other.end()) {
      return base::Problem{field, "is missing", file_of(my_code) + " has it: translate it"};
    }
    for (const auto& [name, use] : message.arguments()) {
      if (found->second.arguments().contains(name)) continue;
      return base::Problem{field, "does not use {" + name + "}",
                           file_of(my_code) + " does: use the same arguments in both"};
    }
  }
  return {};
}

std::string spoken(const icu::SimpleDateFormat& format, base::Day day) {
  // Formatting is const by name only, like a message's.
  const std::unique_ptr<const icu::SimpleDateFormat> own(format.clone());
  const std::chrono::milliseconds since_epoch = day.time_since_epoch();
  icu::UnicodeString words;
  own->format(static_cast<UDate>(since_epoch.count()), words);
  std::string bytes;
  words.toUTF8String(bytes);
  std::erase(bytes, '.');  // some ICU releases abbreviate with a full stop: "lun. 23 nov."
  return bytes;
}

std::string clock_face(base::Minutes::rep hour, base::Minutes::rep minute) {
  return std::to_string(hour) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

std::string spoken(TimeOfDay time) {
  constexpr int day = 24 * 60;
  const auto minutes = static_cast<int>(((time.minutes.count() % day) + day) % day);
  return clock_face((minutes / 60 + 11) % 12 + 1, minutes % 60) + (minutes < day / 2 ? "am" : "pm");
}

std::string spoken(WrittenTime time) {
  if (time.minutes >= std::chrono::hours(13)) return spoken(TimeOfDay{time.minutes});
  return clock_face(time.minutes.count() / 60, time.minutes.count() % 60);
}

Value resolve(const Tongue& tongue, const Argument& argument) {
  struct {
    const Tongue& tongue;
    std::variant<std::string, std::int64_t> operator()(const std::string& words) { return words; }
    std::variant<std::string, std::int64_t> operator()(std::int64_t number) { return number; }
    std::variant<std::string, std::int64_t> operator()(SpokenDay day) {
      return spoken(*tongue.day_format, day.day);
    }
    std::variant<std::string, std::int64_t> operator()(FullDay day) {
      return spoken(*tongue.full_day_format, day.day);
    }
    std::variant<std::string, std::int64_t> operator()(TimeOfDay time) { return spoken(time); }
    std::variant<std::string, std::int64_t> operator()(WrittenTime time) { return spoken(time); }
  } visitor{tongue};
  return {argument.name, std::visit(visitor, argument.value)};
}

/// A no-break space would turn a text to UCS-2 and looks like any other elsewhere.
std::string with_plain_spaces(std::string text) {
  for (const std::string_view space : {"\u00A0", "\u202F"}) {
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at + 1)) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

}  // namespace

struct Catalogue::Core {
  std::map<people::Language, Tongue> tongues;
};

base::Result<Catalogue> Catalogue::load(std::span<const Source> sources, Part part) {
  for (const Source& source : sources) {
    if (std::ranges::find(locales, source.language, &Locale::code) != locales.end()) continue;
    return base::Problem{file_of(source.language), "is no language that is spoken here",
                         "remove it, or add it to people::Language"};
  }
  auto core = std::make_shared<Core>();
  const Messages& first = core->tongues[locales.front().language].messages;
  for (const Locale& locale : locales) {
    const auto source = std::ranges::find(sources, locale.code, &Source::language);
    if (source == sources.end()) return base::Problem{file_of(locale.code), "is missing", "add it"};
    auto messages = parse_messages(locale, source->json, part);
    if (!messages) return messages.problem();
    Tongue& tongue = core->tongues[locale.language];
    tongue = {std::move(messages).value(), make_day_format(locale, locale.day_pattern),
              make_day_format(locale, locale.full_day_pattern)};

    const std::string_view first_code = locales.front().code;
    auto problem = missing_in(tongue.messages, locale.code, first, first_code);
    if (!problem) problem = missing_in(first, first_code, tongue.messages, locale.code);
    if (problem) return *problem;
  }
  return Catalogue(std::move(core));
}

Catalogue Catalogue::embedded() {
  std::vector<Source> sources;
  for (const embedded::File& file : embedded::catalogues()) {
    sources.push_back({file.name.substr(0, file.name.find('.')), file.bytes});
  }
  auto catalogue = load(sources, Part::what_the_server_says);
  if (!catalogue) {
    throw std::logic_error(catalogue.problem().field + " " + catalogue.problem().what);
  }
  return std::move(catalogue).value();
}

std::string Catalogue::say(people::Language language, std::string_view message,
                           std::initializer_list<Argument> arguments) const {
  return say(language, message, std::span(arguments.begin(), arguments.size()));
}

std::string Catalogue::say(people::Language language, std::string_view message,
                           std::span<const Argument> arguments) const {
  const Tongue& tongue = core_->tongues.at(language);
  const auto found = tongue.messages.find(message);
  if (found == tongue.messages.end()) {
    throw std::out_of_range("no message \"" + std::string(message) + "\"");
  }
  std::vector<Value> values;
  values.reserve(arguments.size());
  for (const Argument& argument : arguments) values.push_back(resolve(tongue, argument));
  return with_plain_spaces(found->second.format(values));
}

std::vector<std::string> Catalogue::messages() const {
  std::vector<std::string> ids;
  for (const auto& [id, message] : core_->tongues.begin()->second.messages) ids.push_back(id);
  return ids;
}

}  // namespace text

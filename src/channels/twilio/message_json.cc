#include "channels/twilio/message_json.h"

#include <boost/json.hpp>
#include <ctime>
#include <iomanip>
#include <limits>
#include <locale>
#include <sstream>

namespace twilio {
namespace {

namespace json = boost::json;

json::value parsed(std::string_view text) {
  boost::system::error_code error;
  json::value value = json::parse({text.data(), text.size()}, error);
  return error ? json::value() : value;
}

std::string text_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains({name.data(), name.size()});
  const auto* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(*text);
}

std::optional<SentMessage> message_of(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return {};
  SentMessage message{.sid = text_of(*object, "sid"),
                      .from = text_of(*object, "from"),
                      .body = text_of(*object, "body"),
                      .status = text_of(*object, "status"),
                      .date_created = parse_rfc2822(text_of(*object, "date_created"))};
  if (message.sid.empty()) return {};
  return message;
}

}  // namespace

std::optional<SentMessage> read_message(std::string_view text) {
  return message_of(parsed(text));
}

std::optional<std::vector<SentMessage>> read_messages(std::string_view text) {
  const json::value root = parsed(text);
  const auto* object = root.if_object();
  const auto* list = object == nullptr ? nullptr : object->if_contains("messages");
  const auto* array = list == nullptr ? nullptr : list->if_array();
  if (array == nullptr) return {};
  std::vector<SentMessage> messages;
  for (const json::value& one : *array) {
    if (auto message = message_of(one)) messages.push_back(*std::move(message));
  }
  return messages;
}

int error_code_of(std::string_view text) {
  const json::value root = parsed(text);
  const auto* object = root.if_object();
  const auto* code = object == nullptr ? nullptr : object->if_contains("code");
  const auto* number = code == nullptr ? nullptr : code->if_int64();
  if (number == nullptr || *number < 0 || *number > std::numeric_limits<int>::max()) return 0;
  return static_cast<int>(*number);
}

std::optional<base::Moment> parse_rfc2822(std::string_view text) {
  std::istringstream stream{std::string(text)};
  stream.imbue(std::locale::classic());
  std::tm parts{};
  stream >> std::get_time(&parts, "%a, %d %b %Y %H:%M:%S +0000");
  if (stream.fail()) return {};
  const std::chrono::year_month_day date{
      std::chrono::year(parts.tm_year + 1900),
      std::chrono::month(static_cast<unsigned>(parts.tm_mon) + 1),
      std::chrono::day(static_cast<unsigned>(parts.tm_mday))};
  if (!date.ok()) return {};
  return base::Day(date) + std::chrono::hours(parts.tm_hour) + std::chrono::minutes(parts.tm_min) +
         std::chrono::seconds(parts.tm_sec);
}

}  // namespace twilio

#include "channels/twilio/list_json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "channels/twilio/message_json.h"
#include "channels/twilio/provider_id.h"

namespace twilio {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_sender = 128;
constexpr std::int64_t most_media = 10;

std::string text_in(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains({name.data(), name.size()});
  const auto* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(*text);
}

/// The provider writes numbers as text; 0 when it is none, or less than nothing.
std::int64_t number_in(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains({name.data(), name.size()});
  const auto* whole = value == nullptr ? nullptr : value->if_int64();
  if (whole != nullptr) return std::max<std::int64_t>(0, *whole);
  const std::string text = text_in(object, name);
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return is_number ? std::max<std::int64_t>(0, number) : 0;
}

/// A withheld or garbled sender is nobody's number; what they sent still counts.
std::string sender_in(const json::object& object) {
  std::string from = text_in(object, "from");
  const bool is_printable = std::ranges::all_of(from, [](char c) { return c > ' ' && c <= '~'; });
  return is_printable && from.size() <= longest_sender ? from : std::string();
}

/// The first of these that is said.
std::optional<base::Moment> moment_in(const json::object& object,
                                      std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const auto moment = parse_rfc2822(text_in(object, name))) return moment;
  }
  return {};
}

bool has_come_in(const json::object& object) {
  return text_in(object, "direction") == "inbound";
}

std::optional<app::ListedText> text_of(const json::object& object) {
  const auto sent_at = moment_in(object, {"date_sent", "date_created"});
  if (!sent_at || !has_come_in(object)) return {};
  return app::ListedText{
      .sid = text_in(object, "sid"),
      .from = sender_in(object),
      .body = text_in(object, "body"),
      .media_count = static_cast<int>(std::min(most_media, number_in(object, "num_media"))),
      .sent_at = *sent_at};
}

std::optional<app::ListedCall> call_of(const json::object& object) {
  const auto began_at = moment_in(object, {"start_time", "date_created"});
  if (!began_at || !has_come_in(object)) return {};
  const base::Moment by_duration = *began_at + std::chrono::seconds(number_in(object, "duration"));
  return app::ListedCall{.sid = text_in(object, "sid"),
                         .from = sender_in(object),
                         .status = text_in(object, "status"),
                         .began_at = *began_at,
                         .ended_at = moment_in(object, {"end_time"}).value_or(by_duration)};
}

std::optional<app::ListedRecording> recording_of(const json::object& object) {
  const auto made_at = moment_in(object, {"start_time", "date_created"});
  const std::string call_sid = text_in(object, "call_sid");
  if (!made_at || !is_provider_id(call_sid)) return {};
  return app::ListedRecording{.sid = text_in(object, "sid"),
                              .call_sid = call_sid,
                              .status = text_in(object, "status"),
                              .duration = number_in(object, "duration"),
                              .made_at = *made_at};
}

std::optional<app::ListedMedia> media_of(const json::object& object) {
  return app::ListedMedia{.sid = text_in(object, "sid"),
                          .content_type = text_in(object, "content_type")};
}

template <class T>
std::optional<ListPage<T>> read(std::string_view text, std::string_view key,
                                std::optional<T> (*read_one)(const json::object&)) {
  boost::system::error_code error;
  const json::value root = json::parse({text.data(), text.size()}, error);
  const auto* object = error ? nullptr : root.if_object();
  const auto* list = object == nullptr ? nullptr : object->if_contains({key.data(), key.size()});
  const auto* array = list == nullptr ? nullptr : list->if_array();
  if (array == nullptr) return {};
  ListPage<T> page{.items = {}, .next = text_in(*object, "next_page_uri")};
  for (const json::value& value : *array) {
    const auto* one = value.if_object();
    if (one == nullptr) continue;
    auto item = read_one(*one);
    if (item && is_provider_id(item->sid)) page.items.push_back(*std::move(item));
  }
  return page;
}

}  // namespace

std::optional<ListPage<app::ListedText>> read_text_list(std::string_view json) {
  return read<app::ListedText>(json, "messages", text_of);
}

std::optional<ListPage<app::ListedCall>> read_call_list(std::string_view json) {
  return read<app::ListedCall>(json, "calls", call_of);
}

std::optional<ListPage<app::ListedRecording>> read_recording_list(std::string_view json) {
  return read<app::ListedRecording>(json, "recordings", recording_of);
}

std::optional<ListPage<app::ListedMedia>> read_media_list(std::string_view json) {
  return read<app::ListedMedia>(json, "media_list", media_of);
}

}  // namespace twilio

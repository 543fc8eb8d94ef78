#include "channels/twilio/lists.h"

#include "channels/twilio/list_json.h"

namespace twilio {
namespace {

constexpr int most_pages = 25;
constexpr const char* page_size = "200";

template <class T>
using Read = std::optional<ListPage<T>> (*)(std::string_view json);

/// All pages of a list. One that can't be had, or read, makes the list one for later: half a list
/// would pass for a whole one.
template <class T>
app::Listed<T> all_pages(RestClient& client, const std::string& path, http::Form query,
                         Read<T> read) {
  query.emplace_back("PageSize", page_size);
  std::vector<T> items;
  auto answer = client.list(path, query);
  for (int pages = 1;; ++pages) {
    if (const auto* lost = std::get_if<http::Unreachable>(&answer)) return app::NotYet{lost->why};
    const auto& response = std::get<http::Response>(answer);
    if (response.status != 200) return app::NotYet{"status " + std::to_string(response.status)};
    auto page = read(response.body);
    if (!page) return app::NotYet{"no such list"};
    for (T& item : page->items) items.push_back(std::move(item));
    if (page->next.empty() || pages == most_pages) return items;
    auto next = client.next_page(path, page->next);
    if (!next) return app::NotYet{"the next page is somewhere else"};
    answer = *std::move(next);
  }
}

template <class T>
app::Listed<T> to_each(RestClient& client, const std::set<std::string>& numbers,
                       const std::string& path, const http::Form& query, Read<T> read) {
  std::vector<T> all;
  for (const std::string& number : numbers) {
    http::Form to_number = query;
    to_number.emplace_back("To", number);
    auto listed = all_pages<T>(client, path, std::move(to_number), read);
    if (std::holds_alternative<app::NotYet>(listed)) return listed;
    for (T& item : std::get<0>(listed)) all.push_back(std::move(item));
  }
  return all;
}

}  // namespace

Lists::Lists(const Account& account, RestClient& client) : account_(account), client_(client) {}

app::Listed<app::ListedText> Lists::texts_since(base::Day day) {
  return to_each<app::ListedText>(client_, own_numbers(), "/Messages.json",
                                  {{"DateSent>", base::iso(day)}}, read_text_list);
}

app::Listed<app::ListedCall> Lists::calls_since(base::Day day) {
  return to_each<app::ListedCall>(client_, own_numbers(), "/Calls.json",
                                  {{"StartTime>", base::iso(day)}}, read_call_list);
}

app::Listed<app::ListedRecording> Lists::recordings_since(base::Day day) {
  return all_pages<app::ListedRecording>(client_, "/Recordings.json",
                                         {{"DateCreated>", base::iso(day)}}, read_recording_list);
}

app::Listed<app::ListedMedia> Lists::media_of(std::string_view message_sid) {
  const std::string path = "/Messages/" + std::string(message_sid) + "/Media.json";
  return all_pages<app::ListedMedia>(client_, path, {}, read_media_list);
}

std::set<std::string> Lists::own_numbers() const {
  std::set<std::string> numbers{account_.phone_number, account_.texts_from()};
  numbers.erase("");
  return numbers;
}

}  // namespace twilio

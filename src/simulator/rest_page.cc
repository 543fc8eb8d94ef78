#include "simulator/rest_page.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cstdint>

#include "simulator/rest_json.h"

namespace simulator {
namespace {

constexpr std::size_t usual_size = 50;
constexpr std::size_t largest_size = 1000;
constexpr std::size_t last_page = 1'000'000'000;  // far beyond any list

constexpr std::string_view behind = "PA";  // and the SID of the last item of the page before
constexpr std::string_view before = "PB";  // and the SID of the first item of the page after

std::size_t number_of(const http::Form& query, std::string_view name, std::size_t otherwise) {
  const std::string_view text = http::form_value(query, name);
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return is_number ? number : otherwise;
}

struct Window {
  std::size_t size;
  std::size_t page;
  std::size_t first;  // place in the list
  std::size_t end;    // one past its last
};

std::size_t first_of(const http::Form& query, const std::vector<std::string_view>& sids,
                     std::size_t size, std::size_t page) {
  const std::string_view token = http::form_value(query, "PageToken");
  const std::string_view sid = token.substr(std::min(behind.size(), token.size()));
  const auto found = std::ranges::find(sids, sid);
  if (token.empty() || found == sids.end()) return page * size;
  const auto place = static_cast<std::size_t>(found - sids.begin());
  if (token.starts_with(behind)) return place + 1;
  return place > size ? place - size : 0;
}

Window window_of(const http::Form& query, const std::vector<std::string_view>& sids) {
  const std::size_t size =
      std::clamp<std::size_t>(number_of(query, "PageSize", usual_size), 1, largest_size);
  const std::size_t page = std::min(number_of(query, "Page", 0), last_page);
  const std::size_t first = std::min(first_of(query, sids, size, page), sids.size());
  return {size, page, first, std::min(first + size, sids.size())};
}

std::string uri_of(const Asked& asked, const Window& window, std::size_t page,
                   const std::string& token) {
  http::Form query = asked.query;
  std::erase_if(query, [](const auto& pair) {
    return pair.first == "PageSize" || pair.first == "Page" || pair.first == "PageToken";
  });
  query.emplace_back("PageSize", std::to_string(window.size));
  query.emplace_back("Page", std::to_string(page));
  if (!token.empty()) query.emplace_back("PageToken", token);
  return asked.request.path + "?" + http::write_form(query);
}

}  // namespace

http::Response page_answer(const Asked& asked, std::string_view key,
                           const std::vector<std::string_view>& sids,
                           const std::function<boost::json::object(std::size_t)>& render) {
  const Window window = window_of(asked.query, sids);
  boost::json::array items;
  for (std::size_t at = window.first; at < window.end; ++at) items.emplace_back(render(at));

  boost::json::object json;
  json[boost::json::string_view(key.data(), key.size())] = std::move(items);
  json["page"] = static_cast<std::int64_t>(window.page);
  json["page_size"] = static_cast<std::int64_t>(window.size);
  json["start"] = static_cast<std::int64_t>(window.first);
  json["end"] = static_cast<std::int64_t>(std::max(window.first + 1, window.end) - 1);
  const std::string token(http::form_value(asked.query, "PageToken"));
  json["uri"] = uri_of(asked, window, window.page, token);
  json["first_page_uri"] = uri_of(asked, window, 0, "");
  json["next_page_uri"] = nullptr;
  if (window.end > window.first && window.end < sids.size()) {
    json["next_page_uri"] =
        uri_of(asked, window, window.page + 1, std::string(behind).append(sids[window.end - 1]));
  }
  json["previous_page_uri"] = nullptr;
  if (window.page > 0 && window.first > 0) {
    const std::string next =
        window.first < sids.size() ? std::string(before).append(sids[window.first]) : "";
    json["previous_page_uri"] = uri_of(asked, window, window.page - 1, next);
  }
  return rest_answer(200, json);
}

}  // namespace simulator

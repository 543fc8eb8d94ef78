// application/x-www-form-urlencoded, as webhooks and queries carry it.
#include <algorithm>

#include "http/message.h"
#include "http/percent.h"

namespace http {

std::optional<Form> parse_form(std::string_view text) {
  Form form;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decode(pair.substr(0, equals), Plus::is_space);
    auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
    if (!name || !value) return {};
    form.emplace_back(std::move(*name), std::move(*value));
  }
  return form;
}

std::string write_form(const Form& form) {
  std::string text;
  for (const auto& [name, value] : form) {
    if (!text.empty()) text += '&';
    text += percent_encode(name);
    text += '=';
    text += percent_encode(value);
  }
  return text;
}

std::string_view form_value(const Form& form, std::string_view name) {
  const auto found = std::find_if(form.begin(), form.end(),
                                  [name](const auto& pair) { return pair.first == name; });
  return found == form.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace http

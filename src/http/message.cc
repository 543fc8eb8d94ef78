#include "http/message.h"

#include <algorithm>

#include "http/field.h"

namespace http {

std::optional<std::string_view> find_field(const std::vector<Field>& fields,
                                           std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [name](const Field& field) {
    return equal_without_case(field.name, name);
  });
  if (found == fields.end()) return {};
  return found->value;
}

std::optional<std::string_view> Request::field(std::string_view name) const {
  return find_field(fields, name);
}

std::optional<std::string_view> Response::field(std::string_view name) const {
  return find_field(fields, name);
}

}  // namespace http

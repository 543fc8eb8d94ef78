// The attributes of one TwiML element, read as the provider reads them: what it does not know or
// allow is a warning, and the default holds.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/twiml.h"
#include "simulator/twiml_tree.h"

namespace simulator {

class Attributes {
 public:
  /// Both must outlive it. Warns of attributes that are not `known`.
  Attributes(const Element& element, std::vector<Finding>& findings,
             std::initializer_list<std::string_view> known);

  std::optional<std::string> text(std::string_view name) const;
  std::string text(std::string_view name, std::string otherwise) const;

  // `code` is the finding's when the value is not allowed.
  /// Both ends are allowed; more than `most` is `most`, with the warning.
  int number(std::string_view name, int otherwise, int least, int most, int code);
  bool flag(std::string_view name, bool otherwise, int code);
  http::Method method(std::string_view name, int code);
  std::string one_of(std::string_view name, std::string otherwise,
                     std::initializer_list<std::string_view> allowed, int code);
  /// How often something sounds: 0 is for ever, which is 1000 times.
  int loop(int code);
  /// "en-US", "es-419".
  std::string language(int code);
  verb::Action action(int method_code);

  void warn(int code, std::string_view name);

 private:
  const Element& element_;
  std::vector<Finding>& findings_;
};

void warn(std::vector<Finding>& findings, int code, std::string message);

}  // namespace simulator

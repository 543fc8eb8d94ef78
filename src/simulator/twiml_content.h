// What kind of answer a webhook got, before anything in it is followed: TwiML, plain text or sound.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "http/message.h"
#include "simulator/moment.h"
#include "simulator/twiml_tree.h"

namespace simulator {

struct PlainText {
  std::string text;  // UTF-8, no control characters but blanks
};
struct Sound {
  std::optional<milliseconds> length;  // where it can be told
};
using Content = std::variant<Element, PlainText, Sound, Fault>;

/// The Element is a <Response>.
Content read_content(const http::Response& answer);
/// The same for a document that came by another way than an answer.
std::variant<Element, Fault> read_twiml(const std::string& body, const std::string& charset);

}  // namespace simulator

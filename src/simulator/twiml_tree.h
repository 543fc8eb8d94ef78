// The XML of a TwiML document as a small tree, read with libxml2: no entities, no DTD, nothing
// outside of the bytes, and a depth that is bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "simulator/webhook.h"

namespace simulator {

struct Element {
  std::string name;  // as written, a prefix included
  std::vector<std::pair<std::string, std::string>> attributes = {};
  std::string text = {};                 // all that stands within, at whatever depth
  std::string own_text = {};             // without that of other elements
  std::vector<Element> children = {};    // three levels, the root counted
  std::vector<std::string> within = {};  // the names of all elements within, in their order

  std::optional<std::string> attribute(std::string_view wanted) const;
};

/// The root, or 12100 with the place of the mistake. `charset` as the transport has said it; empty:
/// as the document says.
std::variant<Element, Fault> read_xml(const std::string& body, const std::string& charset);

/// Without blanks at the ends.
std::string trimmed(std::string_view text);
/// As trimmed, and with runs of blanks as one.
std::string words_of(std::string_view text);
/// Code points.
std::size_t characters_in(std::string_view utf8);

}  // namespace simulator

// What a commit has touched, in the words of the pages that show it: an open board learns that
// there is something new, and fetches again what it may see.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace store {

enum class Topic {
  call_outs,  // call-outs, requests, recordings and what was said in them
  attempts,   // who tried and did not get through, and what was asked back
  alarms,
  notices  // who was told what
};
inline constexpr std::array all_topics{Topic::call_outs, Topic::attempts, Topic::alarms,
                                       Topic::notices};

/// "call_outs": the name in the event stream (api/openapi.yaml, /events).
std::string_view code_of(Topic topic);

/// To which topic a table of the database belongs; nothing for those that no live page shows.
std::optional<Topic> topic_of(std::string_view table);

/// A set of them.
class Topics {
 public:
  void add(Topic topic) { set_.set(static_cast<std::size_t>(topic)); }
  bool has(Topic topic) const { return set_.test(static_cast<std::size_t>(topic)); }
  bool empty() const { return set_.none(); }
  friend bool operator==(const Topics&, const Topics&) = default;

 private:
  std::bitset<all_topics.size()> set_;
};

}  // namespace store

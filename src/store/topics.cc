#include "store/topics.h"

#include <algorithm>
#include <utility>

namespace store {
namespace {

constexpr std::array<std::pair<std::string_view, Topic>, 9> tables{{
    {"call_out_records", Topic::call_outs},
    {"call_out_messages", Topic::call_outs},
    {"pto_requests", Topic::call_outs},
    {"recordings", Topic::call_outs},
    {"transcripts", Topic::call_outs},
    {"attempts", Topic::attempts},
    {"questions", Topic::attempts},
    {"alarms", Topic::alarms},
    {"outbox", Topic::notices},
}};

}  // namespace

std::string_view code_of(Topic topic) {
  switch (topic) {
    case Topic::call_outs: return "call_outs";
    case Topic::attempts: return "attempts";
    case Topic::alarms: return "alarms";
    case Topic::notices: return "notices";
  }
  return "";
}

std::optional<Topic> topic_of(std::string_view table) {
  const auto* const found =
      std::ranges::find(tables, table, &std::pair<std::string_view, Topic>::first);
  if (found == tables.end()) return {};
  return found->second;
}

}  // namespace store

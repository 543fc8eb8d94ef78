#include "simulator/world.h"

#include <algorithm>

namespace simulator {
namespace {

template <class Records>
auto find(Records& records, std::string_view sid) -> decltype(&records.front()) {
  // The newest are asked for most.
  const auto found = std::find_if(records.rbegin(), records.rend(),
                                  [&](const auto& record) { return record.sid == sid; });
  return found == records.rend() ? nullptr : &*found;
}

template <class Records, class Record>
Record& kept(Records& records, Record record, std::size_t most) {
  records.push_back(std::move(record));
  if (records.size() > most) records.pop_front();
  return records.back();
}

}  // namespace

const Number* World::number(std::string_view phone_number) const {
  const auto found = std::ranges::find(numbers, phone_number, &Number::phone_number);
  return found == numbers.end() ? nullptr : &*found;
}

Message* World::message(std::string_view sid) {
  return find(messages, sid);
}
CallRecord* World::call(std::string_view sid) {
  return find(calls, sid);
}
Recording* World::recording(std::string_view sid) {
  return find(recordings, sid);
}

Message& World::keep(Message message) {
  Message& one = kept(messages, std::move(message), most_messages);
  changed("messages");
  return one;
}

CallRecord& World::keep(CallRecord call) {
  CallRecord& one = kept(calls, std::move(call), most_calls);
  changed("calls");
  return one;
}

Recording& World::keep(Recording recording) {
  Recording& one = kept(recordings, std::move(recording), most_calls);
  changed("calls");
  return one;
}

void World::complain(std::string subject, bool is_error, Fault fault) {
  const std::uint64_t number = complaints.empty() ? 1 : complaints.back().number + 1;
  kept(complaints,
       Complaint{.number = number,
                 .at = now,
                 .subject = std::move(subject),
                 .is_error = is_error,
                 .fault = std::move(fault)},
       most_warnings);
  changed("complaints");
}

}  // namespace simulator

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

std::size_t bytes_of(const Exchange& exchange) {
  std::size_t bytes = exchange.body.size() + exchange.url.size();
  for (const auto& [name, value] : exchange.params) bytes += name.size() + value.size();
  return bytes;
}

std::size_t bytes_of(const Recording& recording) {
  return recording.wav.size();
}

std::size_t bytes_of(const Message& message) {
  std::size_t bytes = 0;
  for (const Media& media : message.media) bytes += media.bytes.size();
  return bytes;
}

/// The newest stays, however large it is.
template <class Records>
void forget_beyond(Records& records, std::size_t most) {
  std::size_t bytes = 0;
  for (const auto& record : records) bytes += bytes_of(record);
  while (bytes > most && records.size() > 1) {
    bytes -= bytes_of(records.front());
    records.pop_front();
  }
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
  const bool has_media = !message.media.empty();
  Message& one = kept(messages, std::move(message), most_messages);
  if (has_media) forget_beyond(messages, most_bytes);
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
  forget_beyond(recordings, most_bytes);
  changed("calls");
  return one;
}

void World::keep(Exchange exchange) {
  exchange.number = wire.empty() ? 1 : wire.back().number + 1;
  exchange.at = now;
  wire_bytes += bytes_of(exchange);
  wire.push_back(std::move(exchange));
  while (wire.size() > most_exchanges || (wire_bytes > most_bytes && wire.size() > 1)) {
    wire_bytes -= bytes_of(wire.front());
    wire.pop_front();
  }
  changed("wire");
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

void World::complain(const std::string& subject, const Outcome& outcome) {
  if (outcome.fault) complain(subject, true, *outcome.fault);
  if (outcome.fallback_fault) complain(subject, true, *outcome.fallback_fault);
}

}  // namespace simulator

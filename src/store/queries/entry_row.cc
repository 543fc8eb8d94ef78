#include "store/queries/entry_row.h"

#include "domain/people/phone_number.h"

namespace store {
namespace {

std::optional<base::Minutes> maybe_minutes(const Row& row, std::size_t column) {
  if (row.is_null(column)) return {};
  return row.minutes(column);
}

}  // namespace

std::string shown_number(const std::string& number) {
  return people::PhoneNumber::is_caller_id(number) ? number : std::string();
}

Entry entry_of(const Row& row) {
  Entry entry;
  entry.request = row.maybe_id<RequestId>(0);
  entry.call_out = row.maybe_id<CallOutId>(1);
  entry.receipt_number = row.maybe_integer(2).value_or(0);
  entry.person = person_at(row, 3);
  entry.phone_number_used = shown_number(row.text_or_empty(7));
  entry.days = {row.day(8), row.day(9)};
  entry.start_time = maybe_minutes(row, 10);
  entry.end_time = maybe_minutes(row, 11);
  if (!row.is_null(12)) entry.type = TypeSeen{row.text(12), row.text(13)};
  entry.status = row.text(14);
  entry.is_call_out = row.flag(15);
  entry.is_charged = row.flag(16);
  entry.source = row.text_or_empty(17);
  entry.authentication_method = row.text_or_empty(18);
  entry.received_at = row.moment(19);
  if (!row.is_null(20)) entry.acknowledged = Acknowledged{row.text_or_empty(21), row.moment(20)};
  entry.has_recording = row.flag(22);
  entry.has_words = row.flag(23);
  entry.is_during_leave = row.flag(24);
  entry.is_extension = row.flag(25);
  entry.is_own = row.flag(26);
  entry.listed_at = row.moment(27);
  return entry;
}

}  // namespace store

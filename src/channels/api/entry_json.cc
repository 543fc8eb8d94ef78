#include "channels/api/entry_json.h"

namespace api {
namespace {

using boost::json::object;
using boost::json::value;

value type_json(const std::optional<store::TypeSeen>& type) {
  if (!type) return nullptr;
  return object{{"code", type->code}, {"name", type->name}};
}

value number_or_null(std::int64_t number) {
  return number == 0 ? value() : value(number);
}

value day_or_null(const std::optional<base::Day>& day) {
  return day ? value(base::iso(*day)) : value();
}

}  // namespace

value text_or_null(const std::string& text) {
  return text.empty() ? value() : value(text);
}

value time_or_null(const std::optional<base::Minutes>& time) {
  if (!time) return nullptr;
  const auto two_digits = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return value(two_digits(time->count() / 60) + ":" + two_digits(time->count() % 60));
}

std::string_view withheld(const Viewer& viewer, bool may_read, bool has_words) {
  if (!has_words) return "nothing";
  if (!may_read) return "not_yours";
  return viewer.is_confirmed ? "nothing" : "confirm";
}

store::Words words_for(const Viewer& viewer, bool may_read) {
  return may_read && viewer.is_confirmed ? store::Words::opened : store::Words::sealed;
}

value person_json(const std::optional<store::PersonSeen>& person) {
  if (!person) return nullptr;
  return object{{"member_id", person->member.value()},
                {"name", person->name},
                {"position", text_or_null(person->position)},
                {"team", person->team}};
}

value acknowledgement_json(const std::optional<store::Acknowledged>& acknowledged) {
  if (!acknowledged) return nullptr;
  return object{{"by", acknowledged->by}, {"at", base::iso(acknowledged->at)}};
}

value entry_json(const store::Entry& entry) {
  return object{{"request_id", id_or_null(entry.request)},
                {"call_out_id", id_or_null(entry.call_out)},
                {"receipt_number", number_or_null(entry.receipt_number)},
                {"person", person_json(entry.person)},
                {"phone_number_used", text_or_null(entry.phone_number_used)},
                {"start_date", base::iso(entry.days.first)},
                {"end_date", base::iso(entry.days.last)},
                {"start_time", time_or_null(entry.start_time)},
                {"end_time", time_or_null(entry.end_time)},
                {"type", type_json(entry.type)},
                {"status", entry.status},
                {"is_call_out", entry.is_call_out},
                {"is_charged", entry.is_charged},
                {"source", text_or_null(entry.source)},
                {"authentication_method", text_or_null(entry.authentication_method)},
                {"received_at", base::iso(entry.received_at)},
                {"acknowledged", acknowledgement_json(entry.acknowledged)},
                {"has_recording", entry.has_recording},
                {"has_words", entry.has_words},
                {"is_during_leave", entry.is_during_leave},
                {"is_extension", entry.is_extension},
                {"is_own", entry.is_own}};
}

value headcount_json(const store::TeamHeadcount& headcount) {
  return object{{"team_id", headcount.team.value()},
                {"team", headcount.team_name},
                {"position", text_or_null(headcount.position)},
                {"out", headcount.out},
                {"of", headcount.of}};
}

value attempt_json(const store::AttemptSeen& attempt, const Viewer& viewer) {
  return object{{"id", attempt.id.value()},
                {"channel", attempt.channel},
                {"kind", store::code_of(attempt.kind)},
                {"state", attempt.is_open ? "open" : "closed"},
                {"person", person_json(attempt.person)},
                {"phone_number_used", text_or_null(attempt.phone_number_used)},
                {"received_at", base::iso(attempt.received_at)},
                {"about_day", day_or_null(attempt.about_day)},
                {"words", text_or_null(attempt.words)},
                {"withheld", withheld(viewer, attempt.may_read, attempt.has_words)},
                {"call_out_id", nullptr}};
}

value alarm_json(const store::AlarmSeen& alarm) {
  return object{{"id", alarm.id},
                {"kind", alarm.kind},
                {"raised_at", base::iso(alarm.raised_at)},
                {"call_out_id", id_or_null(alarm.call_out)},
                {"attempt_id", id_or_null(alarm.attempt)},
                {"person", person_json(alarm.person)}};
}

}  // namespace api

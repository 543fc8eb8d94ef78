#include "store/queries/call_state_json.h"

#include <boost/json.hpp>

namespace store {
namespace {

namespace json = boost::json;
using callout::CallState;

json::array days(const std::vector<base::Day>& list) {
  json::array array;
  for (const base::Day day : list) array.emplace_back(base::iso(day));
  return array;
}

json::object written(const callout::Filed& filed) {
  return {{"receipt_number", filed.receipt_number},
          {"is_new", filed.is_new},
          {"is_somebody_told", filed.is_somebody_told},
          {"will_be_texted", filed.will_be_texted}};
}

// What does not read throws; read_call_state turns that into nothing.

base::Day day_of(const json::value& value) {
  return base::parse_day(std::string_view(value.as_string())).value();
}

std::vector<base::Day> days_of(const json::value& value) {
  std::vector<base::Day> list;
  for (const json::value& day : value.as_array()) list.push_back(day_of(day));
  return list;
}

std::string text_of(const json::value& value) {
  return std::string(std::string_view(value.as_string()));
}

int small_of(const json::value& value) {
  return value.to_number<int>();
}

callout::Filed filed_of(const json::value& value) {
  return {.receipt_number = value.at("receipt_number").as_int64(),
          .is_new = value.at("is_new").as_bool(),
          .is_somebody_told = value.at("is_somebody_told").as_bool(),
          .will_be_texted = value.at("will_be_texted").as_bool()};
}

CallState state_of(const json::value& value) {
  CallState state;
  state.step = callout::parse_call_step(text_of(value.at("step"))).value();
  state.question = small_of(value.at("question"));
  state.tries = small_of(value.at("tries"));
  state.failed_pins = small_of(value.at("failed_pins"));
  state.cue = callout::parse_cue(text_of(value.at("cue"))).value();
  state.has_chosen_language = value.at("has_chosen_language").as_bool();
  state.language = people::parse_language(text_of(value.at("language"))).value();
  state.is_bilingual = value.at("is_bilingual").as_bool();
  state.may_record = value.at("may_record").as_bool();
  state.asks_employee_number = value.at("asks_employee_number").as_bool();
  state.sign_in = callout::parse_sign_in(text_of(value.at("sign_in"))).value();
  state.employee_number = text_of(value.at("employee_number"));
  state.offered = days_of(value.at("offered"));
  state.is_second_likely = value.at("is_second_likely").as_bool();
  state.on_record = days_of(value.at("on_record"));
  state.category = static_cast<callout::Category>(small_of(value.at("category")));
  state.callback = text_of(value.at("callback"));
  state.has_ended = value.at("has_ended").as_bool();
  const json::object& object = value.as_object();
  if (const auto* member = object.if_contains("member")) state.member.emplace(member->as_int64());
  if (const auto* day = object.if_contains("day")) state.day = day_of(*day);
  if (const auto* filed = object.if_contains("filed")) state.filed = filed_of(*filed);
  return state;
}

}  // namespace

std::string write_call_state(const CallState& state) {
  json::object object{{"step", callout::code_of(state.step)},
                      {"question", state.question},
                      {"tries", state.tries},
                      {"failed_pins", state.failed_pins},
                      {"cue", callout::code_of(state.cue)},
                      {"language", people::code_of(state.language)},
                      {"has_chosen_language", state.has_chosen_language},
                      {"is_bilingual", state.is_bilingual},
                      {"may_record", state.may_record},
                      {"asks_employee_number", state.asks_employee_number},
                      {"sign_in", callout::code_of(state.sign_in)},
                      {"employee_number", state.employee_number},
                      {"offered", days(state.offered)},
                      {"is_second_likely", state.is_second_likely},
                      {"on_record", days(state.on_record)},
                      {"category", static_cast<int>(state.category)},
                      {"callback", state.callback},
                      {"has_ended", state.has_ended}};
  if (state.member) object["member"] = state.member->value();
  if (state.day) object["day"] = base::iso(*state.day);
  if (state.filed) object["filed"] = written(*state.filed);
  return json::serialize(object);
}

std::optional<CallState> read_call_state(std::string_view text) {
  try {
    return state_of(json::parse({text.data(), text.size()}));
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace store

#include <array>
#include <string_view>

#include "simulator/desk_json.h"

namespace simulator {
namespace {

namespace json = boost::json;

struct WholeNumber {
  std::string_view name;
  int Chaos::* member;
  int most;
};
constexpr std::array<WholeNumber, 9> whole_numbers{{
    {"duplicate_percent", &Chaos::duplicate_percent, 100},
    {"lose_callbacks_percent", &Chaos::lose_callbacks_percent, 100},
    {"rest_429_percent", &Chaos::rest_429_percent, 100},
    {"rest_500_percent", &Chaos::rest_500_percent, 100},
    {"rest_hang_percent", &Chaos::rest_hang_percent, 100},
    {"rest_slow_percent", &Chaos::rest_slow_percent, 100},
    {"accept_then_fail_percent", &Chaos::accept_then_fail_percent, 100},
    {"undelivered_percent", &Chaos::undelivered_percent, 100},
    {"undelivered_code", &Chaos::undelivered_code, 99'999},
}};

struct Delay {
  std::string_view name;
  milliseconds Chaos::* member;
  int most;
};
constexpr std::array<Delay, 5> delays{{
    {"callback_delay_milliseconds", &Chaos::callback_delay, 600'000},
    {"rest_hang_milliseconds", &Chaos::rest_hang, 30'000},
    {"rest_slow_milliseconds", &Chaos::rest_slow, 30'000},
    {"media_delay_milliseconds", &Chaos::media_delay, 600'000},
    {"transcription_delay_milliseconds", &Chaos::transcription_delay, 3'600'000},
}};

struct Switch {
  std::string_view name;
  bool Chaos::* member;
};
constexpr std::array<Switch, 3> switches{{
    {"reorders_callbacks", &Chaos::reorders_callbacks},
    {"drops_silent_recordings", &Chaos::drops_silent_recordings},
    {"fails_transcriptions", &Chaos::fails_transcriptions},
}};

base::Problem not_a_number(std::string_view name, int most) {
  return {std::string(name), "is no whole number from 0 to " + std::to_string(most),
          "write one without quotes"};
}

std::optional<int> whole_number(const json::value& value, int most) {
  const auto* number = value.if_int64();
  if (number == nullptr || *number < 0 || *number > most) return {};
  return static_cast<int>(*number);
}

std::optional<base::Problem> read(std::string_view name, const json::value& value, Chaos& chaos) {
  for (const WholeNumber& one : whole_numbers) {
    if (one.name != name) continue;
    const auto number = whole_number(value, one.most);
    if (!number) return not_a_number(name, one.most);
    chaos.*one.member = *number;
    return {};
  }
  for (const Delay& one : delays) {
    if (one.name != name) continue;
    const auto number = whole_number(value, one.most);
    if (!number) return not_a_number(name, one.most);
    chaos.*one.member = milliseconds(*number);
    return {};
  }
  for (const Switch& one : switches) {
    if (one.name != name) continue;
    if (!value.is_bool()) return base::Problem{std::string(name), "is neither true nor false", ""};
    chaos.*one.member = value.get_bool();
    return {};
  }
  return base::Problem{std::string(name), "is no mishap that is known here",
                       "GET /api/chaos lists them all"};
}

}  // namespace

json::object json_of(const Chaos& chaos) {
  json::object object;
  for (const WholeNumber& one : whole_numbers) object[one.name] = chaos.*one.member;
  for (const Delay& one : delays) object[one.name] = (chaos.*one.member).count();
  for (const Switch& one : switches) object[one.name] = chaos.*one.member;
  return object;
}

base::Result<Chaos> read_chaos(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return base::Problem{"", "is no JSON object", "send {} for no mishaps"};
  Chaos chaos;
  for (const auto& member : *object) {
    if (auto problem = read(member.key(), member.value(), chaos)) return *std::move(problem);
  }
  return chaos;
}

}  // namespace simulator

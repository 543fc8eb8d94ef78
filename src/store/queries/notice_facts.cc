#include "store/queries/notice_facts.h"

#include <array>
#include <boost/json.hpp>

namespace store {
namespace {

using notice::Facts;

template <class T>
struct Fact {
  std::string_view name;
  T Facts::* place;
};

constexpr std::array words{
    Fact<std::string>{"name", &Facts::name},
    Fact<std::string>{"first_name", &Facts::first_name},
    Fact<std::string>{"position", &Facts::position},
    Fact<std::string>{"team", &Facts::team},
    Fact<std::string>{"source", &Facts::source},
    Fact<std::string>{"authentication", &Facts::authentication},
    Fact<std::string>{"attestation", &Facts::attestation},
    Fact<std::string>{"phone", &Facts::phone},
    Fact<std::string>{"manager", &Facts::manager},
    Fact<std::string>{"code", &Facts::code},
    Fact<std::string>{"message", &Facts::message},
    Fact<std::string>{"during_request", &Facts::during_request},
    Fact<std::string>{"lateness", &Facts::lateness},
    Fact<std::string>{"denial_reason", &Facts::denial_reason},
    Fact<std::string>{"pto_type", &Facts::pto_type},
};
constexpr std::array numbers{
    Fact<std::int64_t>{"receipt_number", &Facts::receipt_number},
    Fact<std::int64_t>{"out", &Facts::out},
    Fact<std::int64_t>{"of", &Facts::of},
};
constexpr std::array flags{
    Fact<bool>{"has_recording", &Facts::has_recording},
    Fact<bool>{"is_today", &Facts::is_today},
    Fact<bool>{"is_somebody_told", &Facts::is_somebody_told},
    Fact<bool>{"is_call_out", &Facts::is_call_out},
};
constexpr std::array days{
    Fact<std::optional<base::Day>>{"day", &Facts::day},
    Fact<std::optional<base::Day>>{"last_day", &Facts::last_day},
};
constexpr std::array minutes{
    Fact<std::optional<base::Minutes>>{"time_of_day", &Facts::time_of_day},
    Fact<std::optional<base::Minutes>>{"late_by", &Facts::late_by},
    Fact<std::optional<base::Minutes>>{"late_at", &Facts::late_at},
};

/// Hands the value of that name to `take`; false when `take` refuses it.
template <class Take>
bool with(const boost::json::object& object, std::string_view name, const Take& take) {
  const auto* value = object.if_contains({name.data(), name.size()});
  return value == nullptr || take(*value);
}

bool read_words(const boost::json::object& object, Facts& facts) {
  for (const auto& [name, place] : words) {
    const bool ok = with(object, name, [&facts, to = place](const boost::json::value& value) {
      if (const auto* text = value.if_string()) facts.*to = std::string(*text);
      return value.is_string();
    });
    if (!ok) return false;
  }
  return true;
}

bool read_numbers(const boost::json::object& object, Facts& facts) {
  for (const auto& [name, place] : numbers) {
    const bool ok = with(object, name, [&facts, to = place](const boost::json::value& value) {
      if (const auto* number = value.if_int64()) facts.*to = *number;
      return value.is_int64();
    });
    if (!ok) return false;
  }
  for (const auto& [name, place] : minutes) {
    const bool ok = with(object, name, [&facts, to = place](const boost::json::value& value) {
      if (const auto* number = value.if_int64()) facts.*to = base::Minutes(*number);
      return value.is_int64();
    });
    if (!ok) return false;
  }
  return true;
}

bool read_days(const boost::json::object& object, Facts& facts) {
  for (const auto& [name, place] : days) {
    const bool ok = with(object, name, [&facts, to = place](const boost::json::value& value) {
      const auto* text = value.if_string();
      if (text != nullptr) facts.*to = base::parse_day(std::string_view(*text));
      return (facts.*to).has_value();
    });
    if (!ok) return false;
  }
  return true;
}

bool read_flags(const boost::json::object& object, Facts& facts) {
  for (const auto& [name, place] : flags) {
    const bool ok = with(object, name, [&facts, to = place](const boost::json::value& value) {
      if (const auto* flag = value.if_bool()) facts.*to = *flag;
      return value.is_bool();
    });
    if (!ok) return false;
  }
  return true;
}

}  // namespace

std::string write_facts(const Facts& facts) {
  boost::json::object object;
  for (const auto& [name, place] : words) {
    if (!(facts.*place).empty()) object[name] = facts.*place;
  }
  for (const auto& [name, place] : numbers) {
    if (facts.*place != 0) object[name] = facts.*place;
  }
  for (const auto& [name, place] : minutes) {
    if (facts.*place) object[name] = std::int64_t{(facts.*place)->count()};
  }
  for (const auto& [name, place] : days) {
    if (facts.*place) object[name] = base::iso(*(facts.*place));
  }
  for (const auto& [name, place] : flags) object[name] = facts.*place;
  return boost::json::serialize(object);
}

std::optional<Facts> read_facts(std::string_view json) {
  boost::system::error_code error;
  const auto root = boost::json::parse({json.data(), json.size()}, error);
  const auto* object = root.if_object();
  if (error || object == nullptr) return {};
  Facts facts;
  const bool ok = read_words(*object, facts) && read_numbers(*object, facts) &&
                  read_days(*object, facts) && read_flags(*object, facts);
  if (!ok) return {};
  return facts;
}

}  // namespace store

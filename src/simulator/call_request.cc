#include "simulator/call_request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "simulator/message_refusal.h"
#include "simulator/segments.h"
#include "simulator/url.h"

namespace simulator {
namespace {

constexpr std::size_t longest_twiml = 4000;
constexpr int usual_ringing = 60;
constexpr int longest_ringing = 600;
constexpr int longest_call = 14'400;
constexpr std::string_view test_caller = "+15005550006";  // may call, whoever the account is
constexpr std::string_view refused_caller = "+15005550001";
constexpr std::array<std::pair<std::string_view, int>, 4> refused_receivers{
    {{"+15005550001", 21217},
     {"+15005550002", 21214},
     {"+15005550003", 21215},
     {"+15005550004", 21216}}};

int code_of_numbers(const World& world, std::string_view from, std::string_view to) {
  if (to.empty()) return 21201;
  if (from.empty()) return 21213;
  const auto refused =
      std::ranges::find(refused_receivers, to, &std::pair<std::string_view, int>::first);
  if (refused != refused_receivers.end()) return refused->second;
  if (from == refused_caller) return 21212;
  if (!is_phone_number(to)) return 21217;
  if (!is_phone_number(from)) return 21212;
  const bool may_call = from == test_caller || world.number(from) != nullptr;
  return may_call ? 0 : 21210;
}

int code_of_instructions(std::string_view url, std::string_view twiml) {
  if (!url.empty()) return is_for_webhooks(url) ? 0 : 21205;
  if (twiml.empty()) return 21205;
  return characters(twiml) > longest_twiml ? 11750 : 0;
}

bool is_method(std::string_view text) {
  return text.empty() || text == "GET" || text == "POST";
}

http::Method method_of(std::string_view text) {
  return text == "GET" ? http::Method::get : http::Method::post;
}

Address address(const http::Form& form, std::string_view url, std::string_view method) {
  return {std::string(http::form_value(form, url)), method_of(http::form_value(form, method))};
}

/// Each repeated, or several in one value with blanks between them.
std::optional<std::vector<std::string>> events_of(const http::Form& form) {
  constexpr std::array<std::string_view, 4> known = {"initiated", "ringing", "answered",
                                                     "completed"};
  std::vector<std::string> events;
  for (const auto& [name, value] : form) {
    if (name != "StatusCallbackEvent") continue;
    std::string_view words = value;
    while (!words.empty()) {
      const std::string_view word = words.substr(0, words.find(' '));
      words.remove_prefix(std::min(word.size() + 1, words.size()));
      if (word.empty()) continue;
      if (std::ranges::find(known, word) == known.end()) return {};
      events.emplace_back(word);
    }
  }
  if (events.empty()) events.emplace_back("completed");
  return events;
}

/// Whole seconds from 1 to `most`, and at most that; what is no number is `otherwise`.
std::chrono::seconds seconds_of(const http::Form& form, std::string_view name, int otherwise,
                                int most) {
  const std::string_view text = http::form_value(form, name);
  int seconds = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return std::chrono::seconds(std::clamp(seconds, 1, most));
}

/// Parameters that the provider would heed, and the simulator does not.
std::vector<std::string> passed_over(const http::Form& form) {
  std::vector<std::string> names;
  for (const char* name : {"MachineDetection", "Record", "SendDigits"}) {
    const auto value = http::form_value(form, name);
    if (!value.empty() && value != "false") names.emplace_back(name);
  }
  return names;
}

/// 0 where both are addresses for webhooks, or not said.
int code_of_addresses(const http::Form& form) {
  const auto callback = http::form_value(form, "StatusCallback");
  const auto fallback = http::form_value(form, "FallbackUrl");
  if (!callback.empty() && !is_for_webhooks(callback)) return 21609;
  return fallback.empty() || is_for_webhooks(fallback) ? 0 : 21205;
}

bool are_methods(const http::Form& form) {
  return is_method(http::form_value(form, "Method")) &&
         is_method(http::form_value(form, "FallbackMethod")) &&
         is_method(http::form_value(form, "StatusCallbackMethod"));
}

std::variant<CallChange, Refusal> read_step(const http::Form& form) {
  const auto status = http::form_value(form, "Status");
  const auto url = http::form_value(form, "Url");
  const auto twiml = http::form_value(form, "Twiml");
  if (status == "completed") return CallChange{.kind = CallChange::Kind::end};
  if (status == "canceled") return CallChange{.kind = CallChange::Kind::cancel};
  if (!status.empty()) return refusal(20001);
  const bool has_addresses = !http::form_value(form, "StatusCallback").empty() ||
                             !http::form_value(form, "FallbackUrl").empty();
  if (url.empty() && twiml.empty() && has_addresses) {
    return CallChange{.kind = CallChange::Kind::addresses};
  }
  if (const int code = code_of_instructions(url, twiml)) return refusal(code);
  if (!url.empty()) {
    return CallChange{.kind = CallChange::Kind::url, .url = address(form, "Url", "Method")};
  }
  return CallChange{.kind = CallChange::Kind::twiml, .twiml = std::string(twiml)};
}

}  // namespace

std::variant<Placed, Refusal> read_placed(const World& world, const http::Form& form) {
  const auto url = http::form_value(form, "Url");
  const auto twiml = http::form_value(form, "Twiml");
  if (const int code =
          code_of_numbers(world, http::form_value(form, "From"), http::form_value(form, "To"))) {
    return refusal(code);
  }
  if (url.empty() && !http::form_value(form, "ApplicationSid").empty()) return refusal(21218);
  if (const int code = code_of_instructions(url, twiml)) return refusal(code);
  const auto events = events_of(form);
  if (!events) return refusal(21626);
  if (!are_methods(form)) return refusal(20001);
  if (const int code = code_of_addresses(form)) return refusal(code);
  return Placed{.to = std::string(http::form_value(form, "To")),
                .from = std::string(http::form_value(form, "From")),
                .url = address(form, "Url", "Method"),
                .twiml = url.empty() ? std::string(twiml) : std::string(),
                .fallback = address(form, "FallbackUrl", "FallbackMethod"),
                .status_callback = address(form, "StatusCallback", "StatusCallbackMethod"),
                .events = *events,
                .rings_for = seconds_of(form, "Timeout", usual_ringing, longest_ringing),
                .longest = seconds_of(form, "TimeLimit", longest_call, longest_call),
                .passed_over = passed_over(form)};
}

std::variant<CallChange, Refusal> read_call_change(const http::Form& form) {
  if (!are_methods(form)) return refusal(20001);
  auto step = read_step(form);
  auto* change = std::get_if<CallChange>(&step);
  if (change == nullptr) return step;
  if (const int code = code_of_addresses(form)) return refusal(code);
  change->fallback = address(form, "FallbackUrl", "FallbackMethod");
  change->status_callback = address(form, "StatusCallback", "StatusCallbackMethod");
  return step;
}

}  // namespace simulator

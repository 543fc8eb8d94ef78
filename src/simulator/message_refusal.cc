#include "simulator/message_refusal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "simulator/rest_date.h"
#include "simulator/segments.h"
#include "simulator/url.h"

namespace simulator {
namespace {

constexpr std::size_t most_characters = 1600;
constexpr std::ptrdiff_t most_media = 10;
constexpr int longest_validity = 36'000;
// https://www.twilio.com/docs/api/errors/35114
constexpr std::chrono::minutes soonest_schedule{15};
constexpr std::chrono::days furthest_schedule{35};
constexpr std::string_view test_sender = "+15005550006";  // may send, whoever the account is

using Code = std::pair<std::string_view, int>;
constexpr std::array<Code, 3> refused_senders{
    {{"+15005550001", 21212}, {"+15005550007", 21606}, {"+15005550008", 21611}}};
constexpr std::array<Code, 5> refused_receivers{{{"+15005550001", 21211},
                                                 {"+15005550002", 21612},
                                                 {"+15005550003", 21408},
                                                 {"+15005550004", 21610},
                                                 {"+15005550009", 21614}}};

template <class Table>
int code_of(const Table& table, std::string_view number) {
  const auto found = std::ranges::find(table, number, &Code::first);
  return found == table.end() ? 0 : found->second;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_short_code(std::string_view text) {
  return text.size() >= 3 && text.size() <= 8 && std::ranges::all_of(text, is_digit);
}

/// A name instead of a number: up to eleven letters, digits and blanks.
bool is_alphanumeric_sender(std::string_view text) {
  const auto fits = [](char c) {
    return is_digit(c) || is_letter(c) || c == ' ';
  };
  return text.size() <= 11 && std::ranges::all_of(text, fits) &&
         std::ranges::any_of(text, is_letter);
}

bool has(const http::Form& form, std::string_view name) {
  return std::ranges::find(form, name, [](const auto& pair) -> std::string_view {
           return pair.first;
         }) != form.end();
}

/// Seconds that a message may wait for its turn; not said is as good as the most.
bool is_validity_period(std::string_view text) {
  int seconds = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
  return text.empty() || (read.ec == std::errc() && read.ptr == text.data() + text.size() &&
                          seconds >= 1 && seconds <= longest_validity);
}

bool has_schedule(const http::Form& form) {
  return !http::form_value(form, "MessagingServiceSid").empty() &&
         http::form_value(form, "ScheduleType") == "fixed";
}

int code_of_schedule(const World& world, const http::Form& form) {
  if (!has_schedule(form)) return 0;
  const auto at = scheduled_for(form);
  const bool is_fine =
      at && *at >= world.now + soonest_schedule && *at <= world.now + furthest_schedule;
  return is_fine ? 0 : 35114;
}

int code_of_content(const http::Form& form) {
  const auto media = [](const auto& pair) {
    return pair.first == "MediaUrl" && !pair.second.empty();
  };
  const auto body = http::form_value(form, "Body");
  const auto count = std::ranges::count_if(form, media);
  if (body.empty() && count == 0 && http::form_value(form, "ContentSid").empty()) {
    return has(form, "Body") ? 21602 : 21619;
  }
  if (characters(body) > most_characters) return 21617;
  if (count > most_media) return 21623;
  const auto is_good = [&](const auto& pair) {
    return !media(pair) || parse_url(pair.second).has_value();
  };
  return std::ranges::all_of(form, is_good) ? 0 : 21620;
}

int code_of_sender(const World& world, std::string_view from, std::string_view to) {
  if (from.empty() || from == test_sender || world.number(from) != nullptr) return 0;
  if (!is_alphanumeric_sender(from)) return 21606;
  return to.starts_with("+1") ? 21612 : 0;  // North America knows no names as senders
}

/// By a service any of the account's numbers may send: whoever has stopped one has stopped all.
bool has_opted_out(const World& world, std::string_view from, std::string_view to) {
  return std::ranges::any_of(world.opted_out, [&](const auto& pair) {
    return pair.second == to && (from.empty() || pair.first == from);
  });
}

int code_of_numbers(std::string_view from, std::string_view to) {
  if (const int code = code_of(refused_receivers, to)) return code;
  if (const int code = code_of(refused_senders, from)) return code;
  if (!is_phone_number(to)) return 21211;
  const bool is_sender =
      from.empty() || is_phone_number(from) || is_short_code(from) || is_alphanumeric_sender(from);
  return is_sender ? 0 : 21212;
}

int code_of_form(const World& world, const http::Form& form) {
  const auto to = http::form_value(form, "To");
  const auto from = http::form_value(form, "From");
  const auto callback = http::form_value(form, "StatusCallback");
  if (to.empty()) return 21604;
  if (from.empty() && http::form_value(form, "MessagingServiceSid").empty()) return 21603;
  if (const int code = code_of_content(form)) return code;
  if (const int code = code_of_numbers(from, to)) return code;
  if (!callback.empty() && !is_for_webhooks(callback)) return 21609;
  if (!is_validity_period(http::form_value(form, "ValidityPeriod"))) return 20001;
  if (const int code = code_of_schedule(world, form)) return code;
  if (const int code = code_of_sender(world, from, to)) return code;
  return has_opted_out(world, from, to) ? 21610 : 0;
}

}  // namespace

bool is_phone_number(std::string_view text) {
  if (!text.starts_with('+')) return false;
  text.remove_prefix(1);
  return text.size() >= 7 && text.size() <= 15 && text.front() != '0' &&
         std::ranges::all_of(text, is_digit);
}

std::optional<Moment> scheduled_for(const http::Form& form) {
  if (!has_schedule(form)) return {};
  return moment_in(http::form_value(form, "SendAt"));
}

std::optional<Refusal> refuse_message(const World& world, const http::Form& form) {
  const int code = code_of_form(world, form);
  if (code == 0) return {};
  return refusal(code);
}

}  // namespace simulator

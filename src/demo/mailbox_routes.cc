#include "demo/mailbox_routes.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace demo {
namespace {

namespace json = boost::json;

constexpr std::size_t most_listed = 500;

/// RFC 3339 with milliseconds: "2026-11-22T15:04:05.120Z".
std::string iso(MailMoment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(moment - day);
  std::array<char, 64> text{};
  const int length = std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
      static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
      static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
      static_cast<int>(time.subseconds().count()));
  return {text.data(), static_cast<std::size_t>(length)};
}

json::array strings(const std::vector<std::string>& texts) {
  json::array array;
  for (const std::string& text : texts) array.emplace_back(text);
  return array;
}

json::object object_of(const KeptMail& mail) {
  return {{"id", mail.id},           {"from", mail.from},   {"to", strings(mail.to)},
          {"subject", mail.subject}, {"bytes", mail.bytes}, {"received", iso(mail.received)}};
}

http::Response answer(std::string content_type, std::string body) {
  return {.status = 200,
          .content_type = std::move(content_type),
          .body = std::move(body),
          .fields = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}}};
}

http::Answer list(const Mailbox& mailbox, const http::Request& request) {
  const auto query = http::parse_form(request.query);
  if (!query) return http::Response{.status = 400};
  json::array mails;
  for (const KeptMail& mail : mailbox.newest(http::form_value(*query, "to"), most_listed)) {
    mails.push_back(object_of(mail));
  }
  const json::object page = {{"mails", std::move(mails)},
                             {"addresses", strings(mailbox.addresses())}};
  return answer("application/json", json::serialize(page));
}

std::optional<std::int64_t> parse_id(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return id;
}

http::Answer raw(const Mailbox& mailbox, const http::Request& request) {
  const auto id = parse_id(request.segments.at("id"));
  const auto bytes = id ? mailbox.raw(*id) : nullptr;
  if (!bytes) return http::Response{.status = 404};
  return answer("message/rfc822", *bytes);
}

http::Answer stream(http::EventHub& events) {
  if (auto stream = events.subscribe()) return std::move(*stream);
  return http::Response{.status = 503};
}

}  // namespace

std::vector<http::Route> mailbox_routes(const Mailbox& mailbox, http::EventHub& events) {
  using http::Method;
  return {{.method = Method::get,
           .pattern = "/api/mails",
           .handler = [&mailbox](const http::Request& request) { return list(mailbox, request); },
           .on_error = {}},
          {.method = Method::get,
           .pattern = "/api/mails/{id}/raw",
           .handler = [&mailbox](const http::Request& request) { return raw(mailbox, request); },
           .on_error = {}},
          {.method = Method::get,
           .pattern = "/api/events",
           .handler = [&events](const http::Request&) { return stream(events); },
           .on_error = {}}};
}

}  // namespace demo

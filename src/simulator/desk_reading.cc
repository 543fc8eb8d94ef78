#include "simulator/desk_reading.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/bytes.h"
#include "simulator/sound.h"

namespace simulator {
namespace {

namespace json = boost::json;
using base::Problem;

constexpr std::size_t longest_number = 40;
constexpr std::size_t longest_message = 1600;  // code points; the provider's own limit
constexpr std::size_t most_pictures = 10;
constexpr std::size_t most_keys = 32;
constexpr int largest_code = 99'999;

bool says(const http::Request& request, std::string_view type) {
  const auto given = request.field("Content-Type").value_or("");
  return given.substr(0, given.find(';')) == type;
}

/// A text member; `otherwise` where it is not there.
base::Result<std::string> text_of(const json::object& object, std::string_view name,
                                  std::optional<std::string> otherwise = {}) {
  const auto* found = object.if_contains(name);
  if (found == nullptr && otherwise) return *std::move(otherwise);
  if (found == nullptr || !found->is_string())
    return Problem{std::string(name), "is not there as text", "send it between quotes"};
  return std::string(found->get_string());
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// Some carriers hand over nothing at all.
bool is_telephone_or_empty(std::string_view number) {
  return number.empty() || is_telephone(number);
}

Problem no_telephone(std::string name) {
  return {std::move(name), "is no number", "write it as +15550100101, or as a carrier would"};
}

base::Result<json::object> read_object(const http::Request& request) {
  auto value = read_json(request);
  if (!value) return value.problem();
  if (!value.value().is_object()) return Problem{"", "the body is no JSON object", "send one"};
  return std::move(value.value().get_object());
}

base::Result<std::vector<Incoming::Picture>> read_pictures(const json::object& object) {
  std::vector<Incoming::Picture> pictures;
  const auto* listed = object.if_contains("pictures");
  if (listed == nullptr) return pictures;
  const auto* array = listed->if_array();
  if (array == nullptr || array->size() > most_pictures)
    return Problem{"pictures", "is no list of at most 10", "send fewer"};
  for (const json::value& one : *array) {
    if (!one.is_object())
      return Problem{"pictures", "holds what is no picture", "see the contract"};
    const auto type = text_of(one.get_object(), "content_type");
    if (!type) return type.problem();
    const auto base64 = text_of(one.get_object(), "base64");
    if (!base64) return base64.problem();
    auto bytes = base::parse_base64(base64.value());
    if (!bytes) return Problem{"pictures", "holds one that is not Base64", "RFC 4648 section 4"};
    pictures.push_back({type.value(), std::string(bytes->begin(), bytes->end())});
  }
  return pictures;
}

/// Why a message ends so; 0 of one that is delivered.
base::Result<int> read_code(const json::object& object, bool is_delivered) {
  const auto* given = object.if_contains("code");
  const std::int64_t none = 0;
  const std::int64_t* code = given == nullptr ? &none : given->if_int64();
  if (is_delivered && (code == nullptr || *code != 0))
    return Problem{"code", "is of no message that is delivered", "leave it out"};
  if (!is_delivered && (code == nullptr || *code < 1 || *code > largest_code))
    return Problem{"code", "is no whole number from 1 to 99999",
                   "30003 is a telephone that is off"};
  return static_cast<int>(*code);
}

}  // namespace

bool is_telephone(std::string_view number) {
  return !number.empty() && number.size() <= longest_number &&
         std::ranges::all_of(number, [](char one) { return one > ' ' && one <= '~'; });
}

std::string query_value(const http::Request& request, std::string_view name) {
  const auto form = http::parse_form(request.query);
  return form ? std::string(http::form_value(*form, name)) : std::string();
}

std::optional<std::uint64_t> query_number(const http::Request& request, std::string_view name) {
  const std::string text = query_value(request, name);
  std::uint64_t number = 0;
  if (text.empty()) return number;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

base::Result<json::value> read_json(const http::Request& request) {
  if (!says(request, "application/json"))
    return Problem{"Content-Type", "is not application/json", "send the body as JSON"};
  boost::system::error_code error;
  json::value value = json::parse(request.body, error);
  if (error) return Problem{"", "the body is no JSON: " + error.message(), "mend it"};
  return value;
}

base::Result<Dial> read_dial(const http::Request& request, const Desk& desk) {
  const auto object = read_object(request);
  if (!object) return object.problem();
  const auto from = text_of(object.value(), "from");
  if (!from) return from.problem();
  const auto to = text_of(object.value(), "to", desk.number);
  if (!to) return to.problem();
  const auto attestation = text_of(object.value(), "attestation", "");
  if (!attestation) return attestation.problem();
  const auto forwarded_from = text_of(object.value(), "forwarded_from", "");
  if (!forwarded_from) return forwarded_from.problem();
  if (!is_telephone_or_empty(from.value())) return no_telephone("from");
  if (!is_telephone(to.value())) return no_telephone("to");
  if (!is_telephone_or_empty(forwarded_from.value())) return no_telephone("forwarded_from");
  return Dial{.from = from.value(),
              .to = to.value(),
              .attestation = attestation.value(),
              .forwarded_from = forwarded_from.value()};
}

base::Result<std::string> read_keys(const http::Request& request) {
  const auto object = read_object(request);
  if (!object) return object.problem();
  auto keys = text_of(object.value(), "keys");
  if (!keys) return keys.problem();
  const std::string& pressed = keys.value();
  if (pressed.empty() || pressed.size() > most_keys ||
      pressed.find_first_not_of("0123456789*#") != std::string::npos)
    return Problem{"keys", "are not 1 to 32 keys of a telephone", "press 0 to 9, * or #"};
  return keys;
}

base::Result<Spoken> read_voice(const http::Request& request, const Desk& desk) {
  if (says(request, "audio/L16")) {
    if (request.body.empty() || request.body.size() % 2 != 0)
      return Problem{"", "the body is not whole 16-bit samples", "send 8 kHz, 16 bit, mono"};
    return Spoken{.samples = request.body};
  }
  const auto object = read_object(request);
  if (!object) return object.problem();
  const auto name = text_of(object.value(), "sample");
  if (!name) return name.problem();
  const auto found = std::ranges::find(desk.samples, name.value(), &VoiceSample::name);
  if (found == desk.samples.end())
    return Problem{"sample", "is none that is there", "GET /api/line lists them"};
  return Spoken{.samples = samples_of_wav(found->wav), .words = found->words};
}

base::Result<Incoming> read_text(const http::Request& request, const Desk& desk) {
  const auto object = read_object(request);
  if (!object) return object.problem();
  const auto from = text_of(object.value(), "from");
  if (!from) return from.problem();
  const auto to = text_of(object.value(), "to", desk.sms_number);
  if (!to) return to.problem();
  const auto body = text_of(object.value(), "body");
  if (!body) return body.problem();
  auto pictures = read_pictures(object.value());
  if (!pictures) return pictures.problem();
  if (!is_telephone(from.value())) return no_telephone("from");
  if (!is_telephone(to.value())) return no_telephone("to");
  if (code_points(body.value()) > longest_message)
    return Problem{"body", "has more than 1600 characters", "shorten it"};
  return Incoming{.from = from.value(),
                  .to = to.value(),
                  .body = body.value(),
                  .pictures = std::move(pictures).value()};
}

base::Result<Ending> read_ending(const http::Request& request) {
  const auto object = read_object(request);
  if (!object) return object.problem();
  const auto number = text_of(object.value(), "number");
  if (!number) return number.problem();
  const auto status = text_of(object.value(), "status");
  if (!status) return status.problem();
  const bool is_delivered = status.value() == "delivered";
  if (!is_telephone(number.value())) return no_telephone("number");
  constexpr std::array<std::string_view, 3> bad_ends = {"undelivered", "failed", "refused"};
  if (!is_delivered && std::ranges::find(bad_ends, status.value()) == bad_ends.end())
    return Problem{"status", "is no end of a message",
                   "delivered, undelivered, failed and refused are"};
  const auto code = read_code(object.value(), is_delivered);
  if (!code) return code.problem();
  return Ending{.number = number.value(), .status = status.value(), .code = code.value()};
}

base::Result<double> read_speed(const http::Request& request) {
  const auto object = read_object(request);
  if (!object) return object.problem();
  const auto* speed = object.value().if_contains("speed");
  double wanted = 0;
  if (speed != nullptr && speed->is_number()) wanted = speed->to_number<double>();
  if (!(wanted >= 0.1 && wanted <= 1000))
    return Problem{"speed", "is no number from 0.1 to 1000", "1 is as in life"};
  return wanted;
}

}  // namespace simulator

#include "channels/twilio/notice_texts.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "channels/twilio/gsm7.h"
#include "domain/people/phone_number.h"

namespace twilio {
namespace {

using notice::Kind;

std::string_view message_of(Kind kind) {
  switch (kind) {
    case Kind::call_out_recorded: return "sms.alert.call_out_recorded";
    case Kind::call_out_updated: return "sms.alert.call_out_updated";
    case Kind::call_out_taken_back: return "sms.alert.call_out_taken_back";
    case Kind::take_back_asked: return "sms.alert.take_back_asked";
    case Kind::needs_verification: return "sms.alert.needs_verification";
    case Kind::unclear_text: return "sms.alert.unclear_text";
    case Kind::late_or_early: return "sms.alert.late_or_early";
    case Kind::incomplete_call: return "sms.alert.incomplete_call";
    case Kind::pins_guessable: return "sms.alert.pins_guessable";
    case Kind::seen_by_another: return "sms.alert.seen_by_another";
    case Kind::document_received: return "sms.alert.document_received";
    case Kind::receipt: return "sms.employee.receipt";
    case Kind::taken_back_receipt: return "sms.employee.taken_back_receipt";
    case Kind::seen_by: return "sms.employee.seen_by";
    case Kind::cut_off: return "sms.employee.cut_off";
    case Kind::request_approved: return "sms.employee.request_approved";
    case Kind::request_denied: return "sms.employee.request_denied";
    case Kind::request_not_charged: return "sms.employee.request_not_charged";
    case Kind::sign_in_code: return "sms.employee.sign_in_code";
    case Kind::late_reply: break;
  }
  throw std::logic_error("a notice of no kind");
}

/// How much of a name and of a position (or team) there is room for, in septets.
struct Room {
  std::size_t name;
  std::size_t position;
};
// The position is shortened before the name is.
constexpr std::array rooms{Room{40, 40}, Room{32, 24}, Room{32, 16},
                           Room{32, 10}, Room{16, 10}, Room{9, 6}};

/// How many bytes of the text, which is in GSM-7, fit.
std::size_t fitting(std::string_view text, std::size_t room) {
  const auto continues = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
  };
  std::size_t end = 0;
  for (std::size_t used = 0; end < text.size();) {
    std::size_t next = end + 1;
    while (continues(next)) ++next;
    used += gsm7_septets(text.substr(end, next - end)).value_or(0);
    if (used > room) break;
    end = next;
  }
  return end;
}

/// The text in GSM-7, its end replaced by a full stop when there is no room for it.
std::string fitted(std::string_view words, std::size_t room) {
  std::string text = to_gsm7(words);
  if (fitting(text, room) < text.size()) {
    text.resize(fitting(text, room - 1));
    text += '.';
  }
  return text;
}

const char* yes_or_no(bool is_so) {
  return is_so ? "yes" : "no";
}

std::string who(const notice::Facts& facts, const Room& room) {
  if (facts.name.empty()) return fitted(people::number_for_people(facts.phone), room.name);
  const std::string name = fitted(people::short_name(facts.name), room.name);
  return facts.position.empty() ? name : name + ", " + fitted(facts.position, room.position);
}

const char* span(const notice::Facts& facts) {
  if (!facts.day) return "unsaid";
  return facts.last_day && facts.last_day != facts.day ? "several" : "one";
}

/// Days and times that are known take the place of the empty words.
void fill_in_times(std::vector<text::Argument>& list, const notice::Facts& facts) {
  const auto set = [&](std::string_view name, auto value) {
    std::ranges::find(list, name, &text::Argument::name)->value = std::move(value);
  };
  if (facts.day) set("day", text::SpokenDay{*facts.day});
  if (facts.last_day) set("last_day", text::SpokenDay{*facts.last_day});
  if (facts.time_of_day) set("time", text::TimeOfDay{*facts.time_of_day});
  if (facts.late_at) {
    set("late_how", std::string("at"));
    set("at", text::WrittenTime{*facts.late_at});
  } else if (facts.late_by) {
    set("late_how", std::string("by"));
    set("by", std::int64_t{facts.late_by->count()});
  }
}

/// Everything that any of the messages may want; each takes its own.
std::vector<text::Argument> arguments(const notice::Facts& facts, const Room& room) {
  std::vector<text::Argument> list{
      {"who", who(facts, room)},
      {"name", fitted(facts.first_name, room.name)},
      {"withheld", yes_or_no(facts.phone.empty())},
      {"phone", people::number_for_people(facts.phone)},
      {"when", facts.is_today ? "today" : "later"},
      {"day", std::string()},
      {"last_day", std::string()},
      {"span", span(facts)},
      {"called", yes_or_no(facts.is_call_out)},
      {"how", facts.source},
      {"time", std::string()},
      {"counted", yes_or_no(facts.of > 0)},
      {"out", facts.out},
      {"of", facts.of},
      {"group", fitted(facts.position.empty() ? facts.team : facts.position, room.position)},
      {"coded", yes_or_no(!facts.code.empty())},
      {"code", facts.code},
      {"told", yes_or_no(facts.is_somebody_told)},
      {"number", facts.receipt_number},
      {"manager", fitted(facts.manager, room.name)},
      {"managed", yes_or_no(!facts.manager.empty())},
      {"lateness", facts.lateness},
      {"late_how", "unsaid"},
      {"by", std::string()},
      {"at", std::string()},
  };
  fill_in_times(list, facts);
  return list;
}

}  // namespace

std::string notice_text(const text::Catalogue& catalogue, people::Language language,
                        notice::Kind kind, const notice::Facts& facts) {
  std::string words;
  for (const Room& room : rooms) {
    words = catalogue.say(language, message_of(kind), arguments(facts, room));
    if (gsm7_segments(to_gsm7(words)) == 1) break;
  }
  return words;
}

}  // namespace twilio

#include "channels/mail/notice_mails.h"

#include <algorithm>
#include <vector>

#include "domain/people/phone_number.h"

namespace mail {
namespace {

using notice::Kind;

/// How much a mail of that kind lists below its sentence.
enum class Detail { none, request, everything };

Detail detail_of(Kind kind) {
  switch (kind) {
    case Kind::call_out_recorded:
    case Kind::call_out_updated:
    case Kind::needs_verification:
    case Kind::unclear_text:
    case Kind::receipt: return Detail::everything;
    case Kind::call_out_taken_back:
    case Kind::take_back_asked:
    case Kind::late_or_early:
    case Kind::taken_back_receipt: return Detail::request;
    case Kind::seen_by_another:
    case Kind::document_received:
    case Kind::seen_by: return Detail::none;
  }
  return Detail::none;
}

bool is_seen(Kind kind) {
  return kind == Kind::seen_by || kind == Kind::seen_by_another;
}

std::string written(const std::string& e164) {
  const auto number = people::PhoneNumber::parse(e164);
  return number ? number.value().for_people() : e164;
}

/// A time as an employee wrote it: "leaving at 2" does not say which half of the day.
decltype(text::Argument::value) as_written(base::Minutes time) {
  if (time >= std::chrono::hours(13)) return text::TimeOfDay{time};
  const std::string minute = std::to_string(time.count() % 60);
  return std::to_string(time.count() / 60) + (minute.size() == 1 ? ":0" : ":") + minute;
}

const char* yes_or_no(bool is_so) {
  return is_so ? "yes" : "no";
}

/// Days and times that are known take the place of the empty words.
void fill_in_times(std::vector<text::Argument>& list, const notice::Facts& facts) {
  const auto set = [&](std::string_view name, auto value) {
    std::ranges::find(list, name, &text::Argument::name)->value = std::move(value);
  };
  if (facts.day) set("day", text::SpokenDay{*facts.day});
  if (facts.time_of_day) set("time", text::TimeOfDay{*facts.time_of_day});
  if (facts.late_at) {
    set("late_how", std::string("at"));
    set("at", as_written(*facts.late_at));
  } else if (facts.late_by) {
    set("late_how", std::string("by"));
    set("by", std::int64_t{facts.late_by->count()});
  }
}

/// Everything that any of the messages may want; each takes its own.
std::vector<text::Argument> arguments(const notice::Facts& facts, std::string_view review_url) {
  std::vector<text::Argument> list{
      {"name", facts.name.empty() ? written(facts.phone) : facts.name},
      {"first_name", facts.first_name},
      {"position", facts.position},
      {"team", facts.team},
      {"group", facts.position.empty() ? facts.team : facts.position},
      {"when", facts.is_today && facts.day ? "today" : "later"},
      {"day", std::string()},
      {"time", std::string()},
      {"how", facts.source},
      {"phone", written(facts.phone)},
      {"authentication", facts.authentication},
      {"out", facts.out},
      {"of", facts.of},
      {"number", facts.receipt_number},
      {"during", facts.during_request},
      {"message", facts.message},
      {"code", facts.code},
      {"manager", facts.manager},
      {"managed", yes_or_no(!facts.manager.empty())},
      {"told", yes_or_no(facts.is_somebody_told)},
      {"lateness", facts.lateness},
      {"late_how", "unsaid"},
      {"by", std::string()},
      {"at", std::string()},
      {"url", std::string(review_url)},
  };
  fill_in_times(list, facts);
  return list;
}

/// The lines that have something to say, in the order in which they are read.
std::vector<std::string_view> lines_of(Kind kind, const notice::Facts& facts) {
  const Detail detail = detail_of(kind);
  const bool full = detail == Detail::everything;
  std::vector<std::string_view> lines;
  const auto add = [&](bool is_told, std::string_view line) {
    if (is_told) lines.push_back(line);
  };
  add(full && !facts.name.empty(), "mail.line.who");
  add(full && !facts.position.empty(), "mail.line.position");
  add(full && !facts.team.empty(), "mail.line.team");
  add(full && facts.day.has_value(), "mail.line.day");
  add(facts.time_of_day.has_value(), is_seen(kind) ? "mail.line.seen" : "mail.line.received");
  add(full && !facts.source.empty(), "mail.line.source");
  add(full && !facts.phone.empty(), "mail.line.number_used");
  add(full && !facts.authentication.empty(), "mail.line.recognised");
  add(full && facts.of > 0 && notice::is_alert(kind), "mail.line.out");
  add(detail != Detail::none && facts.receipt_number > 0, "mail.line.request");
  add(full && !facts.during_request.empty(), "mail.line.during");
  add(full && !facts.message.empty(), "mail.line.message");
  return lines;
}

}  // namespace

NoticeMail notice_mail(const text::Catalogue& catalogue, people::Language language,
                       notice::Kind kind, const notice::Facts& facts, std::string_view review_url) {
  const auto words = arguments(facts, review_url);
  const auto say = [&](std::string_view message) {
    return catalogue.say(language, message, words);
  };
  const std::string prefix = "mail." + std::string(notice::code_of(kind));
  NoticeMail mail{.subject = say(prefix + ".subject"), .text = say(prefix + ".body") + "\n\n"};
  for (const std::string_view line : lines_of(kind, facts)) mail.text += say(line) + "\n";
  const bool may_acknowledge = notice::is_alert(kind) && !facts.code.empty();
  if (may_acknowledge) mail.text += "\n" + say("mail.line.acknowledge") + "\n";
  if (!review_url.empty()) mail.text += "\n" + say("mail.line.review") + "\n";
  return mail;
}

}  // namespace mail

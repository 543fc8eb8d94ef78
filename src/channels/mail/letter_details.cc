#include "channels/mail/letter_details.h"

#include <algorithm>
#include <string_view>

namespace mail {
namespace {

using notice::Kind;

enum class Extent { little, decision, request, everything };

Extent extent_of(Kind kind) {
  switch (kind) {
    case Kind::call_out_recorded:
    case Kind::call_out_updated:
    case Kind::needs_verification:
    case Kind::unclear_text:
    case Kind::incomplete_call:
    case Kind::receipt: return Extent::everything;
    case Kind::call_out_taken_back:
    case Kind::take_back_asked:
    case Kind::late_or_early:
    case Kind::taken_back_receipt: return Extent::request;
    case Kind::request_approved:
    case Kind::request_denied:
    case Kind::request_not_charged: return Extent::decision;
    case Kind::sign_in_code:
    case Kind::pins_guessable:
    case Kind::cut_off:
    case Kind::late_reply:
    case Kind::seen_by_another:
    case Kind::document_received:
    case Kind::seen_by: return Extent::little;
  }
  return Extent::little;
}

bool is_seen(Kind kind) {
  return kind == Kind::seen_by || kind == Kind::seen_by_another;
}

std::string_view icon_of_source(std::string_view source) {
  if (source == "phone") return "📞";
  if (source == "sms") return "💬";
  return source == "web" ? "🌐" : "✍️";
}

struct Badge {
  Tone tone;
  std::string_view icon;
};
Badge badge_of(const notice::Facts& facts) {
  const std::string_view method = facts.authentication;
  if (method == "phone_match") {
    const bool is_doubtful = facts.source == "phone" && facts.attestation != "A";
    return is_doubtful ? Badge{Tone::calm, "📱"} : Badge{Tone::good, "✅"};
  }
  if (method == "pin") return {Tone::good, "🔑"};
  if (method == "web") return {Tone::good, "✅"};
  if (method == "manual") return {Tone::calm, "✍️"};
  return {Tone::attention, "⚠️"};
}

}  // namespace

std::vector<Detail> details_of(Kind kind, const notice::Facts& facts, const LetterWords& words) {
  const Extent extent = extent_of(kind);
  const bool full = extent == Extent::everything;
  const bool is_decision = extent == Extent::decision;
  const bool is_long = facts.last_day && facts.last_day != facts.day;
  std::vector<Detail> details;
  const auto add = [&](bool is_told, const std::string& what) -> Detail* {
    if (!is_told) return nullptr;
    std::string value = words.say("mail.value." + what);
    std::ranges::replace(value, '\n', ' ');
    details.push_back({.label = words.say("mail.label." + what), .value = value});
    return &details.back();
  };
  const bool has_request = extent != Extent::little && facts.receipt_number > 0;
  // To the employee the number is what the mail is for, to the others a detail.
  add(has_request && kind == Kind::receipt, "request");
  add(full && !facts.name.empty(), "who");
  add(full && !facts.position.empty(), "position");
  add(full && !facts.team.empty(), "team");
  add(is_decision && !facts.pto_type.empty(), "pto_type");
  add((full || (is_decision && !is_long)) && facts.day, "day");
  add(is_decision && is_long, "days");
  add(!is_decision && facts.time_of_day, is_seen(kind) ? "seen" : "received");
  if (Detail* source = add(full && !facts.source.empty(), "source")) {
    source->icon = icon_of_source(facts.source);
  }
  add(full && !facts.phone.empty(), "number_used");
  if (Detail* recognised = add(full && !facts.authentication.empty(), "recognised")) {
    const Badge badge = badge_of(facts);
    recognised->badge = badge.tone;
    recognised->icon = badge.icon;
  }
  add(full && facts.of > 0 && notice::is_alert(kind), "out");
  add(has_request && kind != Kind::receipt, "request");
  add(full && !facts.during_request.empty(), "during");
  add(is_decision && !facts.manager.empty(), "decided_by");
  return details;
}

}  // namespace mail

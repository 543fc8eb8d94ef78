#include "domain/notice/notice.h"

#include <algorithm>
#include <array>
#include <set>

namespace notice {
namespace {

/// What is fixed for a kind. Alerts leave first, then what an employee waits for, then courtesies.
struct KindRow {
  Kind kind;
  std::string_view code;
  bool is_alert;
  int priority;
};
constexpr std::array kinds{
    KindRow{Kind::call_out_recorded, "call_out_recorded", true, 10},
    KindRow{Kind::call_out_updated, "call_out_updated", true, 10},
    KindRow{Kind::call_out_taken_back, "call_out_taken_back", true, 10},
    KindRow{Kind::take_back_asked, "take_back_asked", true, 10},
    KindRow{Kind::needs_verification, "needs_verification", true, 10},
    KindRow{Kind::unclear_text, "unclear_text", true, 10},
    KindRow{Kind::late_or_early, "late_or_early", true, 10},
    KindRow{Kind::incomplete_call, "incomplete_call", true, 10},
    KindRow{Kind::seen_by_another, "seen_by_another", false, 30},
    KindRow{Kind::document_received, "document_received", false, 30},
    KindRow{Kind::pins_guessable, "pins_guessable", false, 30},
    KindRow{Kind::receipt, "receipt", false, 20},
    KindRow{Kind::taken_back_receipt, "taken_back_receipt", false, 20},
    KindRow{Kind::seen_by, "seen_by", false, 30},
    KindRow{Kind::cut_off, "cut_off", false, 15},
    KindRow{Kind::late_reply, "late_reply", false, 15},
    KindRow{Kind::request_approved, "request_approved", false, 25},
    KindRow{Kind::request_denied, "request_denied", false, 25},
    KindRow{Kind::request_not_charged, "request_not_charged", false, 25},
    KindRow{Kind::sign_in_code, "sign_in_code", false, 12},
};

struct ChannelRow {
  Channel channel;
  std::string_view code;
};
constexpr std::array channels{ChannelRow{Channel::sms, "sms"}, ChannelRow{Channel::email, "email"}};

const KindRow& row_of(Kind kind) {
  return *std::ranges::find(kinds, kind, &KindRow::kind);
}

std::string lower(std::string text) {
  for (char& letter : text) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return text;
}

/// Collects readers, each address at most once; it stays with the first who has it.
class Readers {
 public:
  explicit Readers(const Candidates& candidates, std::optional<people::UserId> absent) {
    if (!absent) return;
    // A recipient list may hold the absent manager's own number: that tells nobody either.
    for (const auto* group : {&candidates.managers, &candidates.hr}) {
      for (const Candidate& candidate : *group) {
        if (candidate.user == absent) take_addresses(candidate);
      }
    }
  }

  void add(const std::vector<Candidate>& group) {
    for (const Candidate& candidate : group) {
      Candidate reader = take_addresses(candidate);
      if (reader.phone || reader.email) readers_.push_back(std::move(reader));
    }
  }
  const std::vector<Candidate>& list() const { return readers_; }
  std::vector<Candidate> take() { return std::move(readers_); }

 private:
  /// The candidate with those addresses only that nobody had before.
  Candidate take_addresses(Candidate candidate) {
    if (!is_new(candidate.phone)) candidate.phone.reset();
    if (!is_new(candidate.email)) candidate.email.reset();
    return candidate;
  }
  bool is_new(const std::optional<std::string>& address) {
    return address && !address->empty() && taken_.insert(lower(*address)).second;
  }

  std::set<std::string> taken_;
  std::vector<Candidate> readers_;
};

bool all_out(const std::vector<Candidate>& readers) {
  return std::ranges::all_of(readers, &Candidate::is_out);
}

}  // namespace

std::string_view code_of(Kind kind) {
  return row_of(kind).code;
}

std::optional<Kind> parse_kind(std::string_view code) {
  const auto* row = std::ranges::find(kinds, code, &KindRow::code);
  if (row == kinds.end()) return {};
  return row->kind;
}

bool is_alert(Kind kind) {
  return row_of(kind).is_alert;
}

int priority(Kind kind) {
  return row_of(kind).priority;
}

std::chrono::minutes lifetime(Kind kind) {
  // The code itself works no longer.
  if (kind == Kind::sign_in_code) return std::chrono::minutes(10);
  return std::chrono::hours(24);
}

void forget_words(Facts& facts) {
  facts.message.clear();
  facts.has_recording = false;
  facts.denial_reason.clear();
}

std::string_view code_of(Channel channel) {
  return std::ranges::find(channels, channel, &ChannelRow::channel)->code;
}

std::optional<Channel> parse_channel(std::string_view code) {
  const auto* row = std::ranges::find(channels, code, &ChannelRow::code);
  if (row == channels.end()) return {};
  return row->channel;
}

std::vector<Candidate> responsible(const Candidates& candidates,
                                   std::optional<people::UserId> absent) {
  Readers readers(candidates, absent);
  readers.add(candidates.managers);
  const bool managers_are_out = all_out(readers.list());
  readers.add(candidates.listed);
  // Also when there is no manager at all: then "all of none" are out. A listed number can be told,
  // but decides nothing.
  if (managers_are_out) readers.add(candidates.hr);
  return readers.take();
}

std::vector<Candidate> everybody(const Candidates& candidates) {
  Readers readers(candidates, {});
  // Those with an account first: an address that is listed too keeps its owner's rights.
  readers.add(candidates.managers);
  readers.add(candidates.hr);
  readers.add(candidates.listed);
  return readers.take();
}

}  // namespace notice

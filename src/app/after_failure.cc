#include "app/after_failure.h"

#include <algorithm>

#include "store/queries/alarms.h"
#include "store/queries/attempts.h"
#include "store/queries/call_outs.h"
#include "store/queries/opt_outs.h"
#include "store/queries/people.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using notice::Candidate;
using notice::Channel;
using store::Told;

/// Whose absence a notice is about, as far as anybody knows.
struct Subject {
  std::optional<people::Employee> absent;
  base::Day day;
};

Subject subject_of(store::Transaction& tx, const platform::Vault& vault,
                   const store::Notice& notice) {
  std::optional<people::MemberId> member;
  // Which day it is by UTC is near enough where no other is known: it only tells who is out.
  base::Day day =
      notice.facts.day.value_or(std::chrono::floor<std::chrono::days>(notice.created_at));
  if (notice.call_out) {
    if (const auto call_out = store::find_call_out(tx, *notice.call_out)) {
      member = call_out->member;
      day = call_out->day;
    }
  } else if (notice.attempt) {
    if (const auto attempt = store::find_attempt(tx, vault, *notice.attempt)) {
      member = attempt->member;
    }
  }
  if (!member) return {{}, day};
  return {store::find_employee(tx, *member, "UTC"), day};
}

notice::Candidates candidates_of(store::Transaction& tx, const Subject& subject) {
  return subject.absent ? store::candidates_for(tx, subject.absent->member, subject.day)
                        : store::candidates_for_unknown(tx, subject.day);
}

std::optional<std::string> address_of(const Candidate& candidate, Channel channel) {
  return channel == Channel::sms ? candidate.phone : candidate.email;
}

/// One notice's way on. Lives for one transaction.
class WayOn {
 public:
  WayOn(store::Transaction& tx, const platform::Vault& vault, const store::Notice& failed,
        base::Moment now)
      : tx_(tx),
        vault_(vault),
        failed_(failed),
        now_(now),
        subject_(subject_of(tx, vault, failed)),
        candidates_(candidates_of(tx, subject_)),
        told_(store::told_of(tx, failed)),
        reader_(find_reader()) {}

  /// True when the same person is being told, or now will be, by another channel.
  bool same_person() {
    const bool is_open = std::ranges::any_of(told_, [&](const Told& told) {
      return is_reader(told) &&
             (told.outcome == Told::Outcome::arrived || told.outcome == Told::Outcome::under_way);
    });
    if (is_open) return true;
    if (!reader_) return false;
    return tell(*reader_, failed_.channel == Channel::sms ? Channel::email : Channel::sms);
  }

  bool somebody_else_knows() const {
    return std::ranges::any_of(told_, [&](const Told& told) {
      return !is_reader(told) &&
             (told.outcome == Told::Outcome::arrived || told.outcome == Told::Outcome::under_way);
    });
  }

  /// True when there was somebody of HR who had not been told.
  bool human_resources() {
    const auto absent = subject_.absent ? std::optional(subject_.absent->user) : std::nullopt;
    bool any = false;
    for (const Candidate& candidate :
         notice::responsible({.managers = {}, .listed = {}, .hr = candidates_.hr}, absent)) {
      for (const Channel channel : {Channel::sms, Channel::email}) {
        any = tell(candidate, channel) || any;
      }
    }
    return any;
  }

  void employee_otherwise() {
    if (!subject_.absent) return;
    const people::Employee& employee = *subject_.absent;
    tell({.user = employee.user,
          .name = employee.name,
          .phone = store::receipt_number_of(tx_, employee.user),
          .email = employee.email,
          .language = employee.language,
          .may_read_reasons = true,
          .is_out = true},
         failed_.channel == Channel::sms ? Channel::email : Channel::sms);
  }

 private:
  /// Who the notice was for, with all the ways to reach them; nothing when they are no candidate
  /// any more.
  std::optional<Candidate> find_reader() const {
    for (const auto* group : {&candidates_.managers, &candidates_.listed, &candidates_.hr}) {
      const auto found = std::ranges::find_if(*group, [&](const Candidate& candidate) {
        if (failed_.user) return candidate.user == failed_.user;
        return address_of(candidate, failed_.channel) == failed_.address;
      });
      if (found != group->end()) return *found;
    }
    return {};
  }

  bool is_reader(const Told& told) const {
    if (failed_.user && told.user == failed_.user) return true;
    if (told.address == failed_.address) return true;
    return reader_ && (reader_->phone == told.address || reader_->email == told.address);
  }

  /// False when there is no such way or it was tried.
  bool tell(const Candidate& candidate, Channel channel) {
    const auto address = address_of(candidate, channel);
    if (!address || address->empty() || *address == failed_.address) return false;
    if (channel == Channel::sms && store::is_opted_out(tx_, *address)) return false;
    const bool was_tried = std::ranges::find(told_, *address, &Told::address) != told_.end();
    if (was_tried) return false;
    store::NewNotice next{.kind = failed_.kind,
                          .channel = channel,
                          .user = candidate.user,
                          .address = *address,
                          .language = candidate.language,
                          .facts = failed_.facts,
                          .call_out = failed_.call_out,
                          .attempt = failed_.attempt,
                          .request = failed_.request,
                          .instead_of = failed_.id};
    // A text can be read on any locked screen: it never carries the words.
    const bool may_read = candidate.user && candidate.may_read_reasons;
    if (!may_read || channel == Channel::sms) notice::forget_words(next.facts);
    store::enqueue(tx_, vault_, next, now_);
    return true;
  }

  store::Transaction& tx_;
  const platform::Vault& vault_;
  const store::Notice& failed_;
  base::Moment now_;
  Subject subject_;
  notice::Candidates candidates_;
  std::vector<Told> told_;
  std::optional<Candidate> reader_;
};

/// What an employee waits for, and gets by mail when the text fails, or the other way round.
bool is_for_employee(notice::Kind kind) {
  using notice::Kind;
  return kind == Kind::receipt || kind == Kind::taken_back_receipt || kind == Kind::cut_off ||
         kind == Kind::request_approved || kind == Kind::request_denied ||
         kind == Kind::request_not_charged;
}

void find_way_for_alert(store::Transaction& tx, const platform::Vault& vault,
                        const store::Notice& alert, base::Moment now) {
  WayOn way(tx, vault, alert, now);
  if (way.same_person() || way.somebody_else_knows() || way.human_resources()) return;
  store::raise_alarm(tx,
                     {.kind = store::AlarmKind::nobody_could_be_told,
                      .call_out = alert.call_out,
                      .attempt = alert.attempt,
                      .notice = alert.id},
                     now);
}

}  // namespace

void after_failure(store::Transaction& tx, const platform::Vault& vault,
                   const store::Notice& failed, base::Moment now) {
  if (notice::is_alert(failed.kind)) {
    find_way_for_alert(tx, vault, failed, now);
  } else if (failed.kind == notice::Kind::document_received) {
    WayOn(tx, vault, failed, now).same_person();
  } else if (is_for_employee(failed.kind)) {
    WayOn(tx, vault, failed, now).employee_otherwise();
  }
}

int escalate_overdue(store::Transaction& tx, const platform::Vault& vault, base::Moment now) {
  int escalated = 0;
  for (const notice::NoticeId id : store::overdue_alerts(tx, now - alert_deadline)) {
    // First: an alert that is overdue itself is no comfort to the next one.
    store::mark_escalated(tx, id);
    ++escalated;
    if (const auto alert = store::find_notice(tx, vault, id)) {
      find_way_for_alert(tx, vault, *alert, now);
    }
  }
  return escalated;
}

}  // namespace app

#include "app/sender_unknown.h"

#include "app/report_absence.h"
#include "app/tell.h"
#include "store/queries/attempts.h"
#include "store/queries/audit.h"
#include "store/queries/documents.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

using std::chrono::hours;

constexpr std::int64_t answers_a_day = 5;

class Stranger {
 public:
  Stranger(store::Transaction& tx, const Line& line, const IncomingText& text,
           store::AttemptId attempt, base::Moment now)
      : tx_(tx),
        line_(line),
        text_(text),
        attempt_(attempt),
        now_(now),
        clock_(wall_clock(line.time_zone, now)) {}

  TextAnswer absent(const callout::AbsenceReport& report) {
    const base::Day day = day_of(report.day);
    const auto before = store::unverified_call_out(tx_, text_.from, day);
    for (const Picture& picture : text_.pictures) {
      store::add_document(tx_, attempt_, {}, text_.sid, picture.media_sid, picture.content_type,
                          now_);
    }
    if (before) {
      store::attach_message(tx_, line_.vault, before->id, attempt_, text_.body, now_);
      tell(notice::Kind::call_out_updated, *before);
    }
    const store::CallOut call_out = before ? *before : record(day);
    store::ask(tx_, text_.from,
               {.kind = store::QuestionKind::full_name,
                .attempt = attempt_,
                .member = {},
                .options = {std::to_string(call_out.id.value())}},
               now_, now_ + hours(12));
    const bool is_first = !before;
    return close(store::AttemptKind::absence, call_out.id, AskedFullName{call_out.receipt_number},
                 is_first);
  }

  /// The answer to "what is your full name?".
  TextAnswer name(store::CallOutId id) {
    store::forget_question(tx_, text_.from);
    const auto call_out = store::find_call_out(tx_, id);
    if (!call_out) return other();
    store::note_claimed_name(tx_, line_.vault, id, text_.body);
    store::append_audit(tx_,
                        {.actor = "line",
                         .action = "name given",
                         .subject = "call_out_records",
                         .subject_id = id.value(),
                         .detail = "sets claimed_name_sealed"},
                        now_);
    tell_of_name(*call_out);
    return close(store::AttemptKind::answer, id, NameNoted{call_out->receipt_number});
  }

  TextAnswer other() { return close(store::AttemptKind::unclear, {}, NumberNotKnown{}); }

  TextAnswer silent(store::AttemptKind kind) {
    store::close_attempt(tx_, attempt_, {.kind = kind}, now_);
    return {.outcome = Silent{}};
  }

 private:
  // Whose working days these are is not known: Monday to Friday must do, and a manager assigns the
  // rest.
  base::Day day_of(const callout::DayWords& words) const {
    const leave::WorkCalendar calendar(leave::WorkingPattern::office_hours());
    const auto decision = callout::which_day(words, clock_, calendar, hours(24));
    if (const auto* record = std::get_if<callout::Record>(&decision)) return record->day;
    const bool is_now = words.kind == callout::NamedDay::unsaid ||
                        words.kind == callout::NamedDay::today ||
                        words.kind == callout::NamedDay::tonight;
    const auto& ask = std::get<callout::AskDay>(decision);
    return is_now ? ask.first : ask.second;
  }

  store::CallOut record(base::Day day) {
    const store::CallOut call_out =
        store::record_call_out(tx_, line_.vault,
                               {.member = {},
                                .request = {},
                                .day = day,
                                .call_sid = text_.sid,
                                .source = "sms",
                                .phone_number_used = text_.from,
                                .is_verified = false,
                                .authentication_method = "none",
                                .message_text = text_.body,
                                .acknowledge_code = new_acknowledge_code(tx_, line_, now_)},
                               now_);
    store::append_audit(tx_,
                        {.actor = "line",
                         .action = "unverified call-out recorded",
                         .subject = "call_out_records",
                         .subject_id = call_out.id.value(),
                         .detail = "by sms, none; sets message_text"},
                        now_);
    tell(notice::Kind::needs_verification, call_out);
    return call_out;
  }

  /// What a stranger writes as a name may be anything: only those who may read reasons see it, by
  /// mail.
  void tell_of_name(const store::CallOut& call_out) {
    auto readers = notice::everybody(store::candidates_for_unknown(tx_, clock_.day));
    std::erase_if(readers, [](const notice::Candidate& reader) {
      return !reader.user || !reader.may_read_reasons || !reader.email;
    });
    for (notice::Candidate& reader : readers) reader.phone.reset();
    if (readers.empty()) return;
    alert(tx_, line_,
          {.kind = notice::Kind::needs_verification,
           .facts = facts_of(call_out),
           .call_out = call_out.id},
          readers, now_);
  }

  void tell(notice::Kind kind, const store::CallOut& call_out) {
    alert(tx_, line_, {.kind = kind, .facts = facts_of(call_out), .call_out = call_out.id},
          notice::everybody(store::candidates_for_unknown(tx_, clock_.day)), now_);
  }

  notice::Facts facts_of(const store::CallOut& call_out) const {
    notice::Facts facts;
    facts.source = "sms";
    facts.authentication = "none";
    facts.phone = text_.from;
    facts.code = call_out.acknowledge_code;
    facts.message = text_.body;
    facts.day = call_out.day;
    facts.is_today = call_out.day == clock_.day;
    facts.time_of_day = clock_.time_of_day;
    facts.receipt_number = call_out.receipt_number;
    return facts;
  }

  /// At most five answers a day; the receipt of a call-out is always given.
  TextAnswer close(store::AttemptKind kind, std::optional<store::CallOutId> call_out,
                   TextOutcome outcome, bool is_receipt = false) {
    const bool may_answer =
        is_receipt || store::answers_since(tx_, text_.from, now_ - hours(24)) < answers_a_day;
    store::close_attempt(tx_, attempt_,
                         {.kind = kind, .call_out = call_out, .was_answered = may_answer}, now_);
    if (!may_answer) return {.outcome = Silent{}};
    return {.outcome = std::move(outcome)};
  }

  store::Transaction& tx_;
  const Line& line_;
  const IncomingText& text_;
  store::AttemptId attempt_;
  base::Moment now_;
  callout::WallClock clock_;
};

}  // namespace

TextAnswer take_text_of_unknown(store::Transaction& tx, const Line& line, const IncomingText& text,
                                const callout::TextCommand& command, store::AttemptId attempt,
                                base::Moment now) {
  Stranger stranger(tx, line, text, attempt, now);
  if (const auto* report = std::get_if<callout::AbsenceReport>(&command))
    return stranger.absent(*report);
  if (std::holds_alternative<callout::Complete>(command)) return stranger.absent({});
  if (std::holds_alternative<callout::Thanks>(command))
    return stranger.silent(store::AttemptKind::thanks);
  const auto question = store::open_question(tx, text.from);
  const bool is_name = std::holds_alternative<callout::Unclear>(command) && !text.body.empty();
  if (question && question->kind == store::QuestionKind::full_name && is_name) {
    return stranger.name(store::CallOutId(std::stoll(question->options.front())));
  }
  return stranger.other();
}

}  // namespace app

#include "app/report_unverified.h"

#include "app/report_absence.h"
#include "app/tell.h"
#include "store/queries/audit.h"
#include "store/queries/recordings.h"
#include "store/queries/responsible.h"

namespace app {
namespace {

notice::Facts facts_of(store::Transaction& tx, const Line& line, const UnverifiedAbsence& absence,
                       const store::CallOut& call_out, base::Moment now) {
  notice::Facts facts;
  facts.source = absence.source;
  facts.authentication = "none";
  facts.attestation = absence.attestation;
  facts.phone = absence.phone_used;
  facts.code = call_out.acknowledge_code;
  facts.message = absence.message;
  facts.has_recording = absence.has_recording && store::listen_link_rules(tx).is_on;
  facts.day = call_out.day;
  facts.is_today = call_out.day == wall_clock(line.time_zone, now).day;
  facts.time_of_day = wall_clock(line.time_zone, absence.said_at.value_or(now)).time_of_day;
  facts.receipt_number = call_out.receipt_number;
  return facts;
}

store::CallOut record(store::Transaction& tx, const Line& line, const UnverifiedAbsence& absence,
                      base::Moment now) {
  const store::CallOut call_out =
      store::record_call_out(tx, line.vault,
                             {.member = {},
                              .request = {},
                              .day = absence.day,
                              .call_sid = absence.provider_id,
                              .source = absence.source,
                              .phone_number_used = absence.phone_used,
                              .is_verified = false,
                              .authentication_method = "none",
                              .message_text = absence.message,
                              .acknowledge_code = new_acknowledge_code(tx, line, now)},
                             now);
  store::append_audit(tx,
                      {.actor = "line",
                       .action = "unverified call-out recorded",
                       .subject = "call_out_records",
                       .subject_id = call_out.id.value(),
                       .detail = "by " + absence.source + ", none; sets message_text"},
                      now);
  return call_out;
}

}  // namespace

ReportedUnverified report_unverified(store::Transaction& tx, const Line& line,
                                     const UnverifiedAbsence& absence, base::Moment now) {
  const callout::WallClock clock = wall_clock(line.time_zone, now);
  std::optional<store::CallOut> before;
  // Who hides the number, or writes by another's, may be anybody.
  if (absence.source == "sms" && !absence.phone_used.empty()) {
    before = store::unverified_call_out(tx, absence.phone_used, absence.day);
  }
  if (before && store::is_told_already(tx, line.vault, before->id, absence.message))
    return {*before, false, true};
  if (before) {
    store::attach_message(tx, line.vault, before->id, absence.attempt, absence.message, now);
  }
  const store::CallOut call_out = before ? *before : record(tx, line, absence, now);
  const Alert news{
      .kind = before ? notice::Kind::call_out_updated : notice::Kind::needs_verification,
      .facts = facts_of(tx, line, absence, call_out, now),
      .call_out = call_out.id};
  const auto readers = notice::everybody(store::candidates_for_unknown(tx, clock.day));
  return {call_out, !before, alert(tx, line, news, readers, now)};
}

leave::WorkCalendar calendar_of_unknown() {
  return leave::WorkCalendar(leave::WorkingPattern::office_hours());
}

void tell_of_reopened(store::Transaction& tx, const Line& line, const UnverifiedAbsence& absence,
                      const store::CallOut& call_out, base::Moment now) {
  const callout::WallClock clock = wall_clock(line.time_zone, now);
  alert(tx, line,
        {.kind = notice::Kind::needs_verification,
         .facts = facts_of(tx, line, absence, call_out, now),
         .call_out = call_out.id},
        notice::everybody(store::candidates_for_unknown(tx, clock.day)), now);
}

void tell_of_claimed_name(store::Transaction& tx, const Line& line,
                          const UnverifiedAbsence& absence, const store::CallOut& call_out,
                          base::Moment now) {
  const callout::WallClock clock = wall_clock(line.time_zone, now);
  auto readers = notice::everybody(store::candidates_for_unknown(tx, clock.day));
  std::erase_if(readers, [](const notice::Candidate& reader) {
    return !reader.user || !reader.may_read_reasons || !reader.email;
  });
  for (notice::Candidate& reader : readers) reader.phone.reset();
  if (readers.empty()) return;
  alert(tx, line,
        {.kind = notice::Kind::needs_verification,
         .facts = facts_of(tx, line, absence, call_out, now),
         .call_out = call_out.id},
        readers, now);
}

}  // namespace app

// The mails whose looks are kept under golden/: one of each kind, and the ones that are different.
#pragma once

#include <string>
#include <vector>

#include "channels/mail/notice_mails.h"
#include "channels/mail/opened_page.h"

namespace mail {

inline const std::string application = "https://callout.example.org";
inline const std::string listen_link = application + "/listen/17.3.1795684680.0123456789abcdef";

/// The button that a notice of that kind gets, as far as it knows what it is about.
inline Links links_for(notice::Kind kind) {
  using notice::Kind;
  store::Notice notice;
  notice.kind = kind;
  switch (kind) {
    case Kind::request_approved:
    case Kind::request_denied:
    case Kind::request_not_charged:
      notice.call_out = store::CallOutId(31);
      notice.request = store::RequestId(52);
      break;
    case Kind::unclear_text:
    case Kind::incomplete_call:
    case Kind::late_or_early:
    case Kind::document_received:
    case Kind::cut_off: notice.attempt = store::AttemptId(7); break;
    case Kind::pins_guessable:
    case Kind::sign_in_code: break;
    default: notice.call_out = store::CallOutId(31);
  }
  return page_links(notice, application);
}
inline Links with_recording(notice::Kind kind) {
  Links links = links_for(kind);
  links.recording = listen_link;
  return links;
}

struct Sample {
  std::string name;
  notice::Kind kind = notice::Kind::receipt;
  notice::Facts facts;
  Links links = links_for(kind);
};

/// Ana's text of Monday, as the application tells of it.
inline notice::Facts ana() {
  notice::Facts facts;
  facts.name = "Ana Ruiz";
  facts.first_name = "Ana";
  facts.position = "RN";
  facts.team = "Clinical";
  facts.source = "sms";
  facts.authentication = "phone_match";
  facts.phone = "+15550100123";
  facts.code = "K7";
  facts.message = "canary: stomach flu since 3 am.\n\nIt's {name} & <b>I'm</b> so sorry";
  facts.day = base::parse_day("2026-11-23");
  facts.time_of_day = std::chrono::hours(4) + std::chrono::minutes(58);
  facts.receipt_number = 114;
  facts.out = 2;
  facts.of = 6;
  facts.manager = "Bo E";
  facts.lateness = "late";
  facts.late_by = std::chrono::minutes(30);
  return facts;
}

inline notice::Facts by_phone() {
  notice::Facts facts = ana();
  facts.source = "phone";
  facts.attestation = "A";
  facts.message = "";
  facts.has_recording = true;
  return facts;
}

/// As a listed recipient without an account is told: nothing of the words.
inline notice::Facts without_rights(notice::Facts facts) {
  notice::forget_words(facts);
  return facts;
}

inline notice::Facts of_a_stranger(notice::Facts facts) {
  facts.name = facts.first_name = facts.position = facts.team = facts.attestation = "";
  facts.authentication = "none";
  facts.out = facts.of = 0;
  return facts;
}

/// The longest of everything, and everything that means something to HTML or turns a line around.
inline notice::Facts extreme() {
  notice::Facts facts = ana();
  facts.name = "<script>alert(1)</script> \u202ezurc";
  facts.position = "Advanced Practice Provider &co;";
  facts.team = "O'Brien's \"Night\" Team {{team}}";
  facts.message =
      "canary \U0001F922\U0001F469\u200D\u2695\uFE0F <script>alert('x')</script> " +
      std::string("{{{message}}} \u202egnorw\u202c --> ]]> \u05d7\u05d5\u05dc\u05d4\r\n");
  facts.message +=
      std::string(1, '\x07') + "Recognized by: number on file\n" + std::string(300, 'w') + "\n";
  while (facts.message.size() < 1600) facts.message += "so sick \U0001F912 ";
  facts.authentication = "none";
  facts.during_request = "98";
  return facts;
}

inline const std::string reason_for_denial =
    "canary: the third Monday in a row.\nPlease <b>call</b> me & let's talk";

/// What the application fills in for a notice of that kind.
inline notice::Facts facts_for(notice::Kind kind) {
  notice::Facts facts = ana();
  switch (kind) {
    using notice::Kind;
    case Kind::call_out_recorded:
    case Kind::call_out_updated:
    case Kind::receipt: return facts;
    case Kind::needs_verification: return of_a_stranger(facts);
    case Kind::unclear_text:
      facts.authentication = facts.code = "";
      facts.receipt_number = facts.of = 0;
      facts.day.reset();
      return facts;
    case Kind::incomplete_call:
      facts = without_rights(by_phone());
      facts.authentication = facts.attestation = facts.code = "";
      facts.receipt_number = facts.of = 0;
      return facts;
    case Kind::late_or_early:
      facts = without_rights(facts);
      facts.code = "";
      facts.receipt_number = 0;
      return facts;
    case Kind::request_approved:
    case Kind::request_denied:
    case Kind::request_not_charged:
      facts = without_rights(facts);
      facts.is_call_out = true;
      facts.is_today = false;
      facts.pto_type = "Sick Leave";
      if (kind == Kind::request_denied) facts.denial_reason = reason_for_denial;
      return facts;
    case Kind::sign_in_code:
      facts = {};
      facts.code = "482913";
      return facts;
    case Kind::pins_guessable:
      facts = {};
      facts.out = 150;
      facts.of = 66;
      return facts;
    default: return without_rights(facts);
  }
}

inline std::vector<Sample> samples() {
  std::vector<Sample> all;
  for (const notice::Kind kind : notice::all_kinds) {
    all.push_back(
        {.name = std::string(notice::code_of(kind)), .kind = kind, .facts = facts_for(kind)});
  }
  using notice::Kind;
  notice::Facts later = ana();
  later.is_today = false;
  later.source = later.authentication = "manual";
  later.late_at = std::chrono::hours(2);
  notice::Facts by_pin = by_phone();
  by_pin.authentication = "pin";
  by_pin.during_request = "98";
  notice::Facts nobody_told = by_phone();
  nobody_told.is_somebody_told = false;
  nobody_told.attestation = "B";
  notice::Facts vacation = facts_for(Kind::request_denied);
  vacation.is_call_out = false;
  vacation.receipt_number = 0;
  vacation.pto_type = "Vacation";
  vacation.last_day = *vacation.day + std::chrono::days(4);
  notice::Facts withheld = of_a_stranger(by_phone());
  withheld.phone = "";
  all.insert(all.end(), {{"call_out_recorded_by_phone", Kind::call_out_recorded, by_phone(),
                          with_recording(Kind::call_out_recorded)},
                         {"call_out_recorded_without_rights", Kind::call_out_recorded,
                          without_rights(by_phone())},
                         {"call_out_recorded_later", Kind::call_out_recorded, later},
                         {"call_out_recorded_extreme", Kind::call_out_recorded, extreme()},
                         {"receipt_by_phone", Kind::receipt, by_pin, with_recording(Kind::receipt)},
                         {"receipt_nobody_told", Kind::receipt, nobody_told},
                         {"needs_verification_call", Kind::needs_verification,
                          of_a_stranger(by_phone()), with_recording(Kind::needs_verification)},
                         {"needs_verification_withheld", Kind::needs_verification, withheld,
                          with_recording(Kind::needs_verification)},
                         {"request_approved_of_a_week", Kind::request_approved, vacation},
                         {"request_denied_of_a_week", Kind::request_denied, vacation}});
  return all;
}

inline NoticeMail mail_of(const Sample& sample, people::Language language) {
  static const text::Catalogue catalogue = text::Catalogue::embedded();
  return notice_mail(catalogue, language, sample.kind, sample.facts, sample.links);
}

}  // namespace mail

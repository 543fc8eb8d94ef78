#include "app/pictures.h"

#include "app/tell.h"
#include "store/queries/documents.h"
#include "store/queries/responsible.h"

namespace app {

void note_pictures(store::Transaction& tx, const IncomingText& text, store::AttemptId attempt,
                   std::optional<people::MemberId> member, base::Moment now) {
  for (const Picture& picture : text.pictures) {
    store::add_document(tx, attempt, member, text.sid, picture.media_sid, picture.content_type,
                        now);
  }
}

void keep_pictures(store::Transaction& tx, const Line& line, const IncomingText& text,
                   store::AttemptId attempt, const std::vector<people::Employee>& senders,
                   base::Moment now) {
  const people::Employee& first = senders.front();
  std::optional<people::MemberId> member;
  if (senders.size() == 1) member = first.member;
  note_pictures(tx, text, attempt, member, now);
  const callout::WallClock clock = wall_clock(first.time_zone, text.said_at(now));
  notice::Facts facts;
  for (const people::Employee& sender : senders) {
    facts.name += (facts.name.empty() ? "" : " / ") + sender.name;
  }
  facts.first_name = first.first_name;
  facts.position = first.position_name;
  facts.team = first.team_name;
  facts.source = "sms";
  facts.phone = text.from;
  facts.day = clock.day;
  facts.time_of_day = clock.time_of_day;
  notice::Candidates only_hr;
  only_hr.hr = store::candidates_for(tx, first.member, clock.day).hr;
  alert(tx, line, {.kind = notice::Kind::document_received, .facts = facts, .attempt = attempt},
        notice::everybody(only_hr), now);
}

}  // namespace app

// Who may hear a recording, and who has.
#include <charconv>

#include "store/queries/access.h"
#include "store/queries/accounts.h"
#include "store/queries/recordings.h"

namespace store {
namespace {

constexpr std::chrono::minutes one_listening{10};

constexpr Sql insert_listen(R"sql(
  INSERT INTO recording_listens (recording_id, user_id, by_link, at)
  SELECT r.id, u.id, $3, $4 FROM recordings r CROSS JOIN users u
  WHERE r.id = $1 AND u.id = $2 AND NOT EXISTS (
    SELECT 1 FROM recording_listens l
    WHERE l.recording_id = $1 AND l.user_id = $2 AND l.by_link IS NOT DISTINCT FROM $3
      AND l.at > $5 AND l.at <= $4)
)sql");

}  // namespace

bool may_hear(Transaction& tx, people::UserId user, CallOutId call_out, base::Day today) {
  return works_here(tx, user, today) && access_to_call_out(tx, user, call_out, today).may_read;
}

std::string_view code_of(HeardBy by) {
  switch (by) {
    case HeardBy::session: return "session";
    case HeardBy::link: return "link";
  }
  throw Failure("heard by no way");
}

void log_listen(Transaction& tx, RecordingId id, people::UserId user, HeardBy by,
                base::Moment now) {
  tx.run(insert_listen, {id, user, code_of(by), now, now - one_listening});
}

ListenLinkRules listen_link_rules(Transaction& tx) {
  ListenLinkRules rules;
  rules.is_on = setting(tx, "recording_links").value_or("on") == "on";
  const std::string since = setting(tx, "recording_links_since").value_or("0");
  std::int64_t seconds = 0;
  const char* end = since.data() + since.size();
  const auto [rest, error] = std::from_chars(since.data(), end, seconds);
  // A date that nobody can read takes back all links rather than none.
  if (error != std::errc() || rest != end) return {.is_on = false, .valid_since = {}};
  rules.valid_since = base::from_epoch_seconds(seconds);
  return rules;
}

}  // namespace store

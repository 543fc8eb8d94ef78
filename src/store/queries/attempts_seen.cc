#include "store/queries/attempts_seen.h"

#include <algorithm>
#include <limits>

#include "store/queries/entry_row.h"

namespace store {
namespace {

using Kind = AttemptSeen::Kind;

constexpr std::string_view body_place = "attempts.body";
constexpr int most_on_board = 200;

// Two texts that differ in where they begin only: few are open, so they have an index of their own.
// The last three columns: whether a question about it is open; whether its first webhook was
// answered here; whether the reader reads it.
constexpr Sql select_open(R"sql(
  SELECT a.id, a.channel, a.kind, a.state, m.id, u.name, p.name, t.name, a.from_number,
    a.received_at, a.about_day, a.body_sealed, a.was_answered,
    CASE WHEN EXISTS (SELECT 1 FROM questions q WHERE q.attempt_id = a.id AND q.expires_at > $4)
      THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (SELECT 1 FROM webhook_answers w WHERE w.key = 'call:' || a.provider_id)
      THEN 1 ELSE 0 END,
    COALESCE((
      SELECT MAX(x.may_read) FROM absence_access x WHERE x.user_id = $1 AND x.member_id = a.member_id), $3)
  FROM attempts a
  LEFT JOIN team_members m ON m.id = a.member_id
  LEFT JOIN users u ON u.id = m.user_id
  LEFT JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE a.state = 'open' AND a.received_at <= $5 AND (a.received_at < $5 OR a.id < $6)
    AND ((a.member_id IS NULL AND $2 = 1) OR a.member_id IN (
      SELECT x.member_id FROM absence_access x WHERE x.user_id = $1))
    AND NOT EXISTS (
      SELECT 1 FROM calls k WHERE k.call_sid = a.provider_id AND k.ended_at IS NULL)
  ORDER BY a.received_at DESC, a.id DESC LIMIT $7
)sql");

constexpr Sql select_all(R"sql(
  SELECT a.id, a.channel, a.kind, a.state, m.id, u.name, p.name, t.name, a.from_number,
    a.received_at, a.about_day, a.body_sealed, a.was_answered,
    CASE WHEN EXISTS (SELECT 1 FROM questions q WHERE q.attempt_id = a.id AND q.expires_at > $4)
      THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (SELECT 1 FROM webhook_answers w WHERE w.key = 'call:' || a.provider_id)
      THEN 1 ELSE 0 END,
    COALESCE((
      SELECT MAX(x.may_read) FROM absence_access x WHERE x.user_id = $1 AND x.member_id = a.member_id), $3)
  FROM attempts a
  LEFT JOIN team_members m ON m.id = a.member_id
  LEFT JOIN users u ON u.id = m.user_id
  LEFT JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  WHERE a.received_at <= $5 AND (a.received_at < $5 OR a.id < $6) AND a.call_out_id IS NULL
    AND ((a.member_id IS NULL AND $2 = 1) OR a.member_id IN (
      SELECT x.member_id FROM absence_access x WHERE x.user_id = $1))
    AND NOT EXISTS (
      SELECT 1 FROM calls k WHERE k.call_sid = a.provider_id AND k.ended_at IS NULL)
    AND ($8 = 0 OR (a.kind = 'unrecognised' AND a.state = 'closed' AND a.received_at >= $9))
  ORDER BY a.received_at DESC, a.id DESC LIMIT $7
)sql");

/// A call's first webhook leaves its answer here; one that reconciliation found has none. Answers
/// are kept for a week, so of an older call this can't be told any more and is not said.
constexpr std::chrono::hours answers_are_kept{7 * 24};

Kind kind_of_call(std::string_view stored, bool was_heard, bool is_recent) {
  // A call that ended has been given another kind, unless it was a day old when it was found.
  if (stored == "unclear") return Kind::missed;
  const bool was_missed = is_recent && !was_heard;
  if (stored == "unrecognised") return was_missed ? Kind::missed : Kind::unrecognised;
  if (stored == "incomplete") return was_missed ? Kind::missed : Kind::incomplete;
  return Kind::other;
}

Kind kind_of(const Row& row, base::Moment now) {
  const std::string& stored = row.text(2);
  const bool is_open = row.text(3) == "open";
  const bool was_answered = row.flag(12);
  const bool is_asked = row.flag(13);
  if (is_open && is_asked) return Kind::waiting;
  if (row.text(1) == "phone") {
    return kind_of_call(stored, row.flag(14), row.moment(9) > now - answers_are_kept);
  }
  // What is read as it comes is answered, asked about or closed at once.
  if (stored == "unclear" && is_open && !was_answered) return Kind::missed;
  return is_open || stored == "unclear" ? Kind::unclear : Kind::other;
}

AttemptSeen attempt_of(const Row& row, const AttemptList& list) {
  AttemptSeen attempt;
  attempt.id = row.id<AttemptId>(0);
  attempt.channel = row.text(1);
  attempt.kind = kind_of(row, list.now);
  attempt.is_open = row.text(3) == "open";
  attempt.person = person_at(row, 4);
  attempt.phone_number_used = shown_number(row.text(8));
  attempt.received_at = row.moment(9);
  attempt.about_day = row.maybe_day(10);
  const base::Bytes sealed = row.maybe_bytes(11).value_or(base::Bytes());
  attempt.has_words = sealed.size() >= least_sealed_words;
  attempt.may_read = row.flag(15);
  if (attempt.has_words && attempt.may_read && list.words == Words::opened) {
    attempt.words = list.vault.open(body_place, sealed).value_or(std::string());
  }
  return attempt;
}

std::vector<AttemptSeen> attempts_of(const Rows& rows, const AttemptList& list) {
  std::vector<AttemptSeen> attempts;
  attempts.reserve(rows.size());
  for (const Row& row : rows) attempts.push_back(attempt_of(row, list));
  return attempts;
}

constexpr std::int64_t first_of_all = std::numeric_limits<std::int64_t>::max();

std::vector<AttemptSeen> open_ones(Transaction& tx, const Reader& reader, const AttemptList& list,
                                   std::int64_t time, std::int64_t before_id, int limit) {
  return attempts_of(
      tx.run(select_open, {reader.user, reader.unverified.may_see, reader.unverified.may_read,
                           list.now, time, before_id, limit}),
      list);
}

std::vector<AttemptSeen> all_of_them(Transaction& tx, const Reader& reader, const AttemptList& list,
                                     std::int64_t time, std::int64_t before_id, int limit,
                                     std::optional<base::Moment> lost_since) {
  return attempts_of(
      tx.run(select_all,
             {reader.user, reader.unverified.may_see, reader.unverified.may_read, list.now, time,
              before_id, limit, lost_since.has_value(), lost_since.value_or(base::Moment())}),
      list);
}

}  // namespace

std::string_view code_of(Kind kind) {
  switch (kind) {
    case Kind::incomplete: return "incomplete";
    case Kind::unclear: return "unclear";
    case Kind::unrecognised: return "unrecognised";
    case Kind::waiting: return "waiting";
    case Kind::missed: return "missed";
    case Kind::other: return "other";
  }
  throw Failure("an attempt of no kind");
}

AttemptPage list_attempts(Transaction& tx, const Reader& reader, const AttemptList& list,
                          WhichAttempts which, const std::optional<AttemptPlace>& after,
                          int limit) {
  const std::int64_t time = after ? base::epoch_seconds(after->at) : first_of_all;
  const std::int64_t before_id = after ? after->id.value() : first_of_all;
  AttemptPage page{.items = which == WhichAttempts::open
                                ? open_ones(tx, reader, list, time, before_id, limit + 1)
                                : all_of_them(tx, reader, list, time, before_id, limit + 1, {}),
                   .next = {}};
  if (page.items.size() > static_cast<std::size_t>(limit)) {
    page.items.resize(static_cast<std::size_t>(limit));
    page.next = AttemptPlace{page.items.back().received_at, page.items.back().id};
  }
  return page;
}

std::vector<AttemptSeen> attempts_of_today(Transaction& tx, const Reader& reader,
                                           const AttemptList& list, base::Moment midnight) {
  auto attempts = open_ones(tx, reader, list, first_of_all, first_of_all, most_on_board);
  std::ranges::move(
      all_of_them(tx, reader, list, first_of_all, first_of_all, most_on_board, midnight),
      std::back_inserter(attempts));
  std::ranges::stable_sort(attempts, std::ranges::greater(), &AttemptSeen::received_at);
  if (attempts.size() > most_on_board) attempts.resize(most_on_board);
  return attempts;
}

}  // namespace store

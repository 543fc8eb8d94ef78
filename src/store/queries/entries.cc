#include "store/queries/entries.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace store {
namespace {

// The page is cut inside, so that what belongs to a row is looked up for a page only. The plus
// keeps the planner on the index by time: by member it would sort the whole history.
constexpr Sql select_requests(R"sql(
  SELECT r.id, c.id, c.receipt_number, m.id, u.name, p.name, t.name, c.phone_number_used,
    r.start_date, r.end_date, r.start_time, r.end_time, y.code, y.name, r.status, r.is_call_out,
    r.is_charged, c.source, c.authentication_method, COALESCE(c.created_at, r.created_at),
    c.acknowledged_at, COALESCE(seer.name, c.acknowledged_as),
    CASE WHEN EXISTS (
      SELECT 1 FROM recordings s WHERE s.call_out_id = c.id AND s.state IN ('announced', 'ready', 'kept'))
      THEN 1 ELSE 0 END,
    CASE WHEN LENGTH(r.reason) >= $13 OR LENGTH(c.message_text) >= $13 OR EXISTS (
      SELECT 1 FROM call_out_messages w WHERE w.call_out_id = c.id AND LENGTH(w.message_text) >= $13)
      THEN 1 ELSE 0 END,
    CASE WHEN r.during_request_id IS NULL THEN 0 ELSE 1 END,
    CASE WHEN r.extends_request_id IS NULL THEN 0 ELSE 1 END,
    CASE WHEN m.user_id = $1 THEN 1 ELSE 0 END, r.created_at
  FROM (
    SELECT * FROM pto_requests q
    WHERE +q.member_id IN (SELECT a.member_id FROM absence_access a WHERE a.user_id = $1)
      AND q.created_at <= $2 AND (q.created_at < $2 OR q.id < $3)
      AND ($4 = -1 OR q.is_call_out = $4)
      AND ($5 = '' OR q.status = $5 OR ($5 = 'waiting' AND q.status = 'pending' AND +q.member_id IN (
          SELECT d.member_id FROM absence_access d WHERE d.user_id = $1 AND d.may_decide = 1)))
      AND ($6 = 0 OR +q.member_id IN (SELECT x.id FROM team_members x WHERE x.team_id = $6))
      AND ($7 = 0 OR +q.member_id = $7) AND q.end_date >= $8 AND q.start_date <= $9
      AND ($10 = '' OR q.id IN (
          SELECT n.pto_request_id FROM call_out_records n WHERE n.receipt_number = $11)
        OR +q.member_id IN (
          SELECT x.id FROM team_members x WHERE $10 LIKE '%,' || CAST(x.id AS TEXT) || ',%'))
    ORDER BY q.created_at DESC, q.id DESC LIMIT $12) r
  JOIN team_members m ON m.id = r.member_id
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  JOIN pto_types y ON y.code = r.pto_type
  LEFT JOIN call_out_records c ON c.id = (
    SELECT MAX(x.id) FROM call_out_records x WHERE x.pto_request_id = r.id AND x.merged_into_id IS NULL)
  LEFT JOIN users seer ON seer.id = c.acknowledged_by
  ORDER BY r.created_at DESC, r.id DESC
)sql");

constexpr Sql select_unverified(R"sql(
  SELECT CAST(NULL AS BIGINT), c.id, c.receipt_number, CAST(NULL AS BIGINT), NULL, NULL, NULL,
    c.phone_number_used, c.day, c.day, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), NULL, NULL,
    CASE WHEN c.rejected_at IS NOT NULL THEN 'rejected'
         WHEN c.withdrawn_at IS NOT NULL THEN 'cancelled' ELSE 'unverified' END,
    1, 1, c.source, c.authentication_method, c.created_at,
    c.acknowledged_at, COALESCE(seer.name, c.acknowledged_as),
    CASE WHEN EXISTS (
      SELECT 1 FROM recordings s WHERE s.call_out_id = c.id AND s.state IN ('announced', 'ready', 'kept'))
      THEN 1 ELSE 0 END,
    CASE WHEN LENGTH(c.message_text) >= $8 OR EXISTS (
      SELECT 1 FROM call_out_messages w WHERE w.call_out_id = c.id AND LENGTH(w.message_text) >= $8)
      THEN 1 ELSE 0 END,
    0, 0, 0, c.created_at
  FROM call_out_records c
  LEFT JOIN users seer ON seer.id = c.acknowledged_by
  WHERE c.pto_request_id IS NULL AND c.member_id IS NULL AND c.merged_into_id IS NULL
    AND +c.created_at <= $1 AND (+c.created_at < $1 OR c.id < $2)
    AND ($3 = '' OR $3 = CASE WHEN c.rejected_at IS NOT NULL THEN 'rejected'
         WHEN c.withdrawn_at IS NOT NULL THEN 'cancelled' ELSE 'unverified' END)
    AND c.day >= $4 AND c.day <= $5 AND ($6 = -1 OR c.receipt_number = $6)
  ORDER BY c.created_at DESC, c.id DESC LIMIT $7
)sql");

constexpr std::int64_t first_of_all = std::numeric_limits<std::int64_t>::max();
// Days compare as text; these stand before and behind every other.
constexpr std::string_view before_all = "";
constexpr std::string_view behind_all = "9999-12-31";

std::string text_of(const std::optional<base::Day>& day, std::string_view otherwise) {
  return day ? base::iso(*day) : std::string(otherwise);
}

/// What a search means: a receipt number, and the people in whose names it stands.
struct Sought {
  std::int64_t receipt_number = -1;  // what none has
  std::string members;               // ",17,23,"; empty: nothing was sought
};

std::int64_t receipt_number_in(std::string_view search) {
  if (search.starts_with('#')) search.remove_prefix(1);
  std::int64_t number = -1;
  const char* end = search.data() + search.size();
  const auto [rest, error] = std::from_chars(search.data(), end, number);
  return error == std::errc() && rest == end ? number : -1;
}

Sought sought(Transaction& tx, const Reader& reader, const std::string& search) {
  Sought what;
  if (search.empty()) return what;
  what.receipt_number = receipt_number_in(search);
  what.members = ",";
  for (const PersonSeen& person : people_seen(tx, reader.user, search)) {
    what.members += std::to_string(person.member.value());
    what.members += ',';
  }
  return what;
}

bool has_requests(const EntryFilter& filter) {
  return !filter.needs_verification && filter.status != "unverified" && filter.status != "rejected";
}

bool has_unverified(const Reader& reader, const EntryFilter& filter, const Sought& what) {
  const bool names_somebody = filter.team || filter.member;
  const bool seeks_a_name = !filter.search.empty() && what.receipt_number == -1;
  return reader.unverified.may_see && filter.kind != EntryFilter::Kind::pto && !names_somebody &&
         !seeks_a_name;
}

std::int64_t call_out_flag(EntryFilter::Kind kind) {
  switch (kind) {
    case EntryFilter::Kind::all: return -1;
    case EntryFilter::Kind::pto: return 0;
    case EntryFilter::Kind::call_outs: return 1;
  }
  throw Failure("entries of no kind");
}

std::int64_t time_of(const std::optional<EntryPlace>& after) {
  return after ? base::epoch_seconds(after->at) : first_of_all;
}

void add_requests(Transaction& tx, const Reader& reader, const EntryFilter& filter,
                  const Sought& what, const std::optional<EntryPlace>& after, int limit,
                  std::vector<Entry>& entries) {
  const std::int64_t before_id = after && !after->is_unverified ? after->id : first_of_all;
  const Rows rows =
      tx.run(select_requests,
             {reader.user, time_of(after), before_id, call_out_flag(filter.kind), filter.status,
              filter.team.value_or(people::TeamId()), filter.member.value_or(people::MemberId()),
              text_of(filter.from, before_all), text_of(filter.to, behind_all), what.members,
              what.receipt_number, limit, least_sealed_words});
  for (const Row& row : rows) entries.push_back(entry_of(row));
}

void add_unverified(Transaction& tx, const EntryFilter& filter, const Sought& what,
                    const std::optional<EntryPlace>& after, int limit,
                    std::vector<Entry>& entries) {
  // All of that second have been shown once a request of it has.
  const std::int64_t before_id = !after ? first_of_all : after->is_unverified ? after->id : 0;
  const bool is_waiting = filter.needs_verification || filter.status == "waiting";
  const std::string status = is_waiting ? "unverified" : filter.status;
  const Rows rows =
      tx.run(select_unverified,
             {time_of(after), before_id, status, text_of(filter.from, before_all),
              text_of(filter.to, behind_all), what.receipt_number, limit, least_sealed_words});
  for (const Row& row : rows) entries.push_back(entry_of(row));
}

EntryPlace place_of(const Entry& entry) {
  return {.at = entry.listed_at,
          .is_unverified = !entry.request,
          .id = entry.request ? entry.request->value() : entry.call_out.value().value()};
}

bool is_before(const EntryPlace& one, const EntryPlace& other) {
  if (one.at != other.at) return one.at > other.at;
  if (one.is_unverified != other.is_unverified) return one.is_unverified;
  return one.id > other.id;
}

}  // namespace

EntryPage list_entries(Transaction& tx, const Reader& reader, const EntryFilter& filter,
                       const std::optional<EntryPlace>& after, int limit) {
  const Sought what = sought(tx, reader, filter.search);
  EntryPage page;
  // One more than is shown says whether more follows.
  if (has_requests(filter)) {
    add_requests(tx, reader, filter, what, after, limit + 1, page.items);
  }
  if (has_unverified(reader, filter, what)) {
    add_unverified(tx, filter, what, after, limit + 1, page.items);
  }
  std::ranges::sort(page.items, is_before, place_of);
  if (page.items.size() > static_cast<std::size_t>(limit)) {
    page.items.resize(static_cast<std::size_t>(limit));
    page.next = place_of(page.items.back());
  }
  return page;
}

}  // namespace store

#include "store/queries/request_details.h"

#include <map>

#include "store/queries/ledger.h"

namespace store {
namespace {

constexpr std::string_view reason_place = "pto_requests.reason";
constexpr std::string_view denial_place = "pto_requests.denial_reason";

constexpr Sql select_request(R"sql(
  SELECT r.version, m.id, u.name, p.name, t.name, r.start_date, r.end_date, r.start_time, r.end_time,
    y.code, y.name, r.status, r.is_call_out, r.is_charged, r.fmla, r.reason, r.denial_reason,
    r.during_request_id, r.extends_request_id, r.created_at, r.decided_at, decider.name
  FROM pto_requests r
  JOIN team_members m ON m.id = r.member_id
  JOIN users u ON u.id = m.user_id
  JOIN teams t ON t.id = m.team_id
  LEFT JOIN positions p ON p.id = m.position_id
  JOIN pto_types y ON y.code = r.pto_type
  LEFT JOIN users decider ON decider.id = r.decided_by
  WHERE r.id = $1
)sql");

constexpr Sql select_member(R"sql(
  SELECT member_id FROM pto_requests WHERE id = $1
)sql");

constexpr Sql select_banks(R"sql(
  SELECT code, name FROM banks
)sql");

std::string opened(const platform::Vault& vault, std::string_view place,
                   const std::optional<base::Bytes>& sealed) {
  if (!sealed) return {};
  return vault.open(place, *sealed).value_or(std::string());
}

std::optional<base::Minutes> maybe_minutes(const Row& row, std::size_t column) {
  if (row.is_null(column)) return {};
  return row.minutes(column);
}

}  // namespace

std::optional<RequestDetails> read_request(Transaction& tx, const platform::Vault& vault,
                                           RequestId id, Words words) {
  const Rows found = tx.run(select_request, {id});
  if (found.empty()) return {};
  const Row& row = found.front();
  RequestDetails details;
  details.id = id;
  details.version = row.integer(0);
  details.member = row.id<people::MemberId>(1);
  details.person = *person_at(row, 1);
  details.days = {row.day(5), row.day(6)};
  details.start_time = maybe_minutes(row, 7);
  details.end_time = maybe_minutes(row, 8);
  details.type = {row.text(9), row.text(10)};
  details.status = row.text(11);
  details.is_call_out = row.flag(12);
  details.is_charged = row.flag(13);
  details.fmla = row.text(14);
  const auto reason = row.maybe_bytes(15);
  details.has_reason = reason && reason->size() >= least_sealed_words;
  const auto denial_reason = row.maybe_bytes(16);
  details.has_denial_reason = denial_reason && denial_reason->size() >= least_sealed_words;
  if (words == Words::opened) {
    details.reason = opened(vault, reason_place, reason);
    details.denial_reason = opened(vault, denial_place, denial_reason);
  }
  details.during = row.maybe_id<RequestId>(17);
  details.extends = row.maybe_id<RequestId>(18);
  details.created_at = row.moment(19);
  if (!row.is_null(20)) details.decided = Acknowledged{row.text_or_empty(21), row.moment(20)};
  return details;
}

std::optional<people::MemberId> member_of_request(Transaction& tx, RequestId id) {
  const Rows found = tx.run(select_member, {id});
  if (found.empty()) return {};
  return found.front().id<people::MemberId>(0);
}

std::vector<BankSeen> balances_of(Transaction& tx, people::MemberId member,
                                  std::string_view pto_type) {
  std::map<std::string, std::string> names;
  for (const Row& row : tx.run(select_banks)) names[row.text(0)] = row.text(1);
  std::vector<BankSeen> banks;
  for (const leave::Bank& bank : banks_of(tx, member, pto_type))
    banks.push_back({bank.code, names.at(bank.code), bank.balance});
  return banks;
}

}  // namespace store

// The ledger: a balance is the sum of its entries, and a taken-back absence reverses exactly what
// it wrote.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/leave/bank.h"
#include "domain/people/person.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

/// The banks that a type draws on, in its order, with the member's balances.
std::vector<leave::Bank> banks_of(Transaction& tx, people::MemberId member,
                                  std::string_view pto_type);
/// `by`: who decided it; nothing where a rule did.
void charge(Transaction& tx, people::MemberId member, RequestId request, base::Day day,
            const std::vector<leave::Charge>& charges, base::Moment now,
            std::optional<people::UserId> by = {});
/// What the member's other requests have taken for that day, without what was reversed.
base::Minutes taken_by_others(Transaction& tx, people::MemberId member, RequestId request,
                              base::Day day);
/// What the request itself has taken, without what was reversed.
base::Minutes taken_by(Transaction& tx, RequestId request);
/// Writes the opposite of each entry of the request that has not been reversed yet.
void reverse_charges(Transaction& tx, RequestId request, base::Moment now,
                     std::optional<people::UserId> by = {});

/// The late arrivals and early departures that a manager may log.
struct NewTardiness {
  people::MemberId member;
  base::Day day;
  std::string_view kind;  // "late" or "early"
  std::optional<base::Minutes> minutes;
  std::optional<base::Minutes> time_of_day;
  base::Bytes words_sealed;
  AttemptId attempt;
};
void offer_tardiness(Transaction& tx, const NewTardiness& tardiness, base::Moment now);

}  // namespace store

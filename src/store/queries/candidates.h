// Whose an unverified call-out might be.
#pragma once

#include <string_view>
#include <vector>

#include "platform/vault.h"
#include "store/queries/people_seen.h"

namespace store {

struct CandidateSeen {
  enum class Why {
    name,    // theirs is the name that was given
    number,  // it was reported from a number that is or was theirs, shared ones too
    search   // only found by what was typed
  };
  PersonSeen person;
  Why why = Why::search;
};
std::string_view code_of(CandidateSeen::Why why);

/// The likeliest first, at most `limit`; only people whom the reader may decide about and who
/// worked here on the day of the call-out. With something typed only those in whose name it stands,
/// without it only those for whom something speaks.
std::vector<CandidateSeen> candidates_for_call_out(Transaction& tx, const platform::Vault& vault,
                                                   people::UserId reader, CallOutId call_out,
                                                   std::string_view search, std::size_t limit);

}  // namespace store

// Who may see, read and decide whose absence: the one rule stands in the view absence_access; lists
// join it, acts ask here.
#pragma once

#include "domain/people/person.h"
#include "store/database.h"
#include "store/ids.h"

namespace store {

/// Nothing allowed means: for this user the absence does not exist.
struct Access {
  bool may_see = false;
  bool may_read = false;  // words and sound
  bool may_decide = false;
};
Access access_to(Transaction& tx, people::UserId user, people::MemberId member);

/// Of call-outs and attempts that nobody has been assigned to. Managers (of a team that is not
/// isolated) and HR see and decide them, so that somebody is there at 5 a.m.; only HR reads and
/// hears them, since they may be anybody's, or where there is no HR every manager.
Access access_to_unverified(Transaction& tx, people::UserId user, base::Day today);

/// To whatever a call-out is: its person's, or unverified. One that was added to another is that
/// other's person's. Nothing allowed for one that is not there.
Access access_to_call_out(Transaction& tx, people::UserId user, CallOutId call_out,
                          base::Day today);

/// Active, and the day is between their first and last one: who has left keeps the roles they had,
/// and the telephone that was alerted.
bool works_here(Transaction& tx, people::UserId user, base::Day today);

/// Whom a list is read for: what belongs to a person goes by the view, the rest by `unverified`.
struct Reader {
  people::UserId user;
  Access unverified;
};
Reader reader_of(Transaction& tx, people::UserId user, base::Day today);

}  // namespace store

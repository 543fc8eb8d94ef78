// People, teams and numbers of people as a reader may see them: only those whose absences they see.
// Of an isolated team nothing reaches anybody outside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "store/database.h"
#include "store/ids.h"
#include "store/queries/access.h"

namespace store {

struct PersonSeen {
  people::MemberId member;
  std::string name;
  std::string position;  // empty: none
  std::string team;
};
/// Of four columns from `first` on: member, name, position, team. Nothing where there is no member.
std::optional<PersonSeen> person_at(const Row& row, std::size_t first);

/// By name: those in whose name `search` stands, whatever its case and accents (all when it is
/// empty); people who left are among them, since their absences are.
std::vector<PersonSeen> people_seen(Transaction& tx, people::UserId reader,
                                    std::string_view search);
std::optional<PersonSeen> person_seen(Transaction& tx, people::UserId reader,
                                      people::MemberId member);

struct TeamSeen {
  people::TeamId id;
  std::string name;
};
/// By name; the teams of which the reader sees anybody.
std::vector<TeamSeen> teams_seen(Transaction& tx, people::UserId reader);

/// "2 of 6 RNs out".
struct TeamHeadcount {
  people::TeamId team;
  std::string team_name;
  std::string position;  // empty: people of the team who have none
  std::int64_t out = 0;  // a live call-out, or approved leave, on that day
  std::int64_t of = 0;
};
/// Of the groups in which the reader decides about somebody, of those who work here on that day.
/// The reader counts where they belong to the group, so that it is the same number for everybody
/// who answers for all of it.
std::vector<TeamHeadcount> headcounts_seen(Transaction& tx, people::UserId reader, base::Day day);

}  // namespace store

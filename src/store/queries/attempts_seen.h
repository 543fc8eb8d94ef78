// What arrived on the line without becoming a call-out, as a reader may see it: what belongs to a
// person goes by who may see their absences, the rest by who sees unverified call-outs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/vault.h"
#include "store/queries/people_seen.h"

namespace store {

/// Whether words are opened at all: in a session that has to be confirmed first they stay sealed.
enum class Words { opened, sealed };

struct AttemptSeen {
  enum class Kind {
    incomplete,    // somebody recognised was cut off
    unclear,       // a text that was not understood, or whose question stayed unanswered
    unrecognised,  // a call that ended before anybody could know who it was
    waiting,       // the line has asked and the question is open
    missed,        // it did not get through to us; found later in the provider's lists
    other
  };
  AttemptId id;
  std::string channel;
  Kind kind = Kind::other;
  bool is_open = false;
  std::optional<PersonSeen> person;
  std::string phone_number_used;  // E.164; empty: withheld
  base::Moment received_at;
  std::optional<base::Day> about_day;
  bool has_words = false;
  bool may_read = false;
  std::string words;  // empty unless the reader may read and `Words::opened`
};
std::string_view code_of(AttemptSeen::Kind kind);

/// Newest first; a page goes on behind the last of the one before.
struct AttemptPlace {
  base::Moment at;
  AttemptId id;
};
struct AttemptPage {
  std::vector<AttemptSeen> items;
  std::optional<AttemptPlace> next;  // nothing: that was all
};
enum class WhichAttempts { open, all };

/// How a list is read. A call that is under way is in none.
struct AttemptList {
  const platform::Vault& vault;
  Words words = Words::sealed;
  base::Moment now;
};
AttemptPage list_attempts(Transaction& tx, const Reader& reader, const AttemptList& list,
                          WhichAttempts which, const std::optional<AttemptPlace>& after, int limit);

/// What stands on the board: what is open, and the calls since `midnight` that came to nothing
/// before anybody could be recognised, since nobody has been told of them. Texts that needed no
/// answer (thanks, the carrier's words, pictures) never. Newest first, at most 200.
std::vector<AttemptSeen> attempts_of_today(Transaction& tx, const Reader& reader,
                                           const AttemptList& list, base::Moment midnight);

}  // namespace store

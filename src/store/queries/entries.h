// The inbox: requests and the call-outs that nobody has been assigned to, newest first, as far as
// the reader may see them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/queries/entry_row.h"

namespace store {

struct EntryFilter {
  enum class Kind {
    all,
    pto,  // requests that are no call-outs
    call_outs
  };
  Kind kind = Kind::all;
  /// Of Entry, or "waiting": pending or unverified, for this reader to decide. Empty: any.
  std::string status;
  bool needs_verification = false;  // only what is unverified
  std::optional<people::TeamId> team;
  std::optional<people::MemberId> member;
  std::string search;             // part of a name, or a receipt number, with or without "#"
  std::optional<base::Day> from;  // absences that end on or after it
  std::optional<base::Day> to;    // absences that begin on or before it
};

/// The last entry of a page; what follows is older, or of the same second and further down: the
/// order is total, so that nothing is shown twice and nothing left out whatever arrives meanwhile.
struct EntryPlace {
  base::Moment at;
  bool is_unverified = false;  // these come first of a second
  std::int64_t id = 0;         // of the call-out, else of the request
  friend bool operator==(const EntryPlace&, const EntryPlace&) = default;
};

struct EntryPage {
  std::vector<Entry> items;
  std::optional<EntryPlace> next;  // nothing: that was all
};
EntryPage list_entries(Transaction& tx, const Reader& reader, const EntryFilter& filter,
                       const std::optional<EntryPlace>& after, int limit);

}  // namespace store

// Somebody responsible has a call-out: "K7" by text, or a press in the web application. The
// employee is told who, the others that nothing more is to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/actor.h"
#include "app/standing.h"
#include "app/take_text.h"
#include "store/ids.h"
#include "store/queries/call_outs.h"

namespace app {

/// Nothing when no call-out of the last 48 hours has the code or this number was not told of it.
/// Counts only from whoever may decide about it now: who was told while it was nobody's may not be.
std::optional<TextAnswer> acknowledge_by_text(store::Transaction& tx, const Line& line,
                                              std::string_view from, std::string_view code,
                                              base::Moment now);

struct Seen {};
/// Somebody else was first.
struct SeenAlready {
  std::string by;
  base::Moment at;
};
using SeenOutcome = std::variant<Seen, SeenAlready, NotPossibleNow, NotYours, NotThere>;

/// By whoever may decide about it, unverified ones too. Once more by the same person is the same,
/// and tells nobody again.
SeenOutcome acknowledge_on_the_web(store::Transaction& tx, const Line& line, const Actor& reader,
                                   store::CallOutId id, base::Moment now);

/// An unverified one that somebody has seen was just assigned. If whoever saw it decides about that
/// person, the person is told; else nobody has seen it yet.
void carry_over_sight(store::Transaction& tx, const Line& line, const store::CallOut& assigned,
                      const Actor& assigner, base::Moment now);

}  // namespace app

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

namespace app {

/// Nothing when no call-out of the last 48 hours has the code or this number was not told of it.
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

}  // namespace app

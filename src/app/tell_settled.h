// Somebody has said whose an unverified call-out is, or nobody's: whoever was asked the same by
// text need not go and look.
#pragma once

#include <vector>

#include "app/actor.h"
#include "app/line.h"
#include "domain/notice/notice.h"
#include "store/database.h"
#include "store/queries/call_outs.h"

namespace app {

/// By text, to those whom the question has reached and who would be asked today, without `by` and
/// `knowing`. It names nobody but who settled it.
void tell_settled(store::Transaction& tx, const Line& line, const store::CallOut& call_out,
                  const Actor& by, const std::vector<notice::Candidate>& knowing, base::Moment now);

}  // namespace app

// A call-out as the viewer may see it. Words and sound are opened only for who reads them, in a
// session that need not be confirmed first. What reached whom is for who decides; the employee's
// own history says that a recording was heard, and when, but not by whom.
#pragma once

#include <boost/json.hpp>
#include <optional>

#include "channels/api/pages.h"
#include "channels/api/viewer.h"
#include "store/queries/access.h"

namespace api {

/// `access` is the viewer's to that call-out. Null for one that is not there.
boost::json::value call_out_json(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                                 const store::Access& access, store::CallOutId id);

boost::json::array history_json(store::Transaction& tx, const store::Access& access,
                                std::optional<store::RequestId> request,
                                std::optional<store::CallOutId> call_out);
/// Empty for who may not decide.
boost::json::array notices_json(store::Transaction& tx, const store::Access& access,
                                std::optional<store::RequestId> request,
                                std::optional<store::CallOutId> call_out);

}  // namespace api

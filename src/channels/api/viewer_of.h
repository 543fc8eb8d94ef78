// A session read from the database, as the routes see it.
#pragma once

#include "channels/api/viewer.h"
#include "store/queries/sessions.h"

namespace api {

Viewer viewer_of(const store::Session& session, base::Moment now, base::Day today);

}  // namespace api

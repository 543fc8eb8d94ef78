// Ids of what the database holds and no domain page names.
#pragma once

#include "base/strong.h"

namespace store {

using CallOutId = base::Strong<struct CallOutTag>;
using RequestId = base::Strong<struct RequestTag>;
using AttemptId = base::Strong<struct AttemptTag>;
using DocumentId = base::Strong<struct DocumentTag>;
using RecordingId = base::Strong<struct RecordingTag>;

}  // namespace store

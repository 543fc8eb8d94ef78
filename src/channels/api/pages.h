// The two pages that acts answer with too: a request and a call-out, as the viewer may see them.
#pragma once

#include <string>

#include "channels/api/viewer.h"
#include "http/message.h"
#include "platform/vault.h"
#include "store/database.h"
#include "store/ids.h"

namespace api {

struct Pages {
  const platform::Vault& vault;
  std::string time_zone;  // of people whose site says nothing
};

/// 200 with the request and its version as ETag ("3", quoted); 404 where the viewer may not see it.
http::Response request_page(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                            store::RequestId id);
http::Response call_out_page(store::Transaction& tx, const Pages& pages, const Viewer& viewer,
                             store::CallOutId id);

}  // namespace api

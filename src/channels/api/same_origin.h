// Whether a request that changes something comes from our own pages: another site's page may make
// the reader's browser send one too, with the cookie.
#pragma once

#include "channels/api/site.h"
#include "http/message.h"

namespace api {

/// By what the browser itself says: Sec-Fetch-Site, in older ones Origin. Who says neither is no
/// browser and carries no cookie that it was not given.
bool is_from_own_site(const http::Request& request, const Site& site);

}  // namespace api

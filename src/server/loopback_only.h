// For what is meant for this machine alone, and trusts whoever sits at it: the simulator and the
// demo's mailbox.
#pragma once

#include <string>
#include <vector>

#include "http/router.h"
#include "http/server.h"

namespace server {

/// The same routes, but 403 for a request that was meant for another host (a web page can make a
/// browser here ask under a name that leads to this machine) or that a page of another origin
/// changes something by.
std::vector<http::Route> loopback_only(std::vector<http::Route> routes);

/// Listens on 127.0.0.1.
http::ServerOptions loopback(std::uint16_t port);

}  // namespace server

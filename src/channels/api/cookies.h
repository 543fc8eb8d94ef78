// The session's cookie. `__Host-` keeps other hosts of the domain from planting one, HttpOnly keeps
// scripts from reading it, Secure keeps it off unencrypted ways.
//
// SameSite is Lax, not Strict: who opens "Review" in a mail comes from another site, and has to
// find the session, or would have to sign in at 5 a.m. although signed in. What Strict would add is
// done by the check of the origin (same_origin.h): GET changes nothing, and anything else from
// elsewhere is refused.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "channels/api/site.h"
#include "http/message.h"

namespace api {

/// The token, or nothing: without a cookie, and with several of the name, since then nobody can
/// tell which was ours.
std::optional<std::string> session_token(const http::Request& request, const Site& site);

/// Whether any was sent, usable or not.
bool has_session_cookie(const http::Request& request, const Site& site);

/// Set-Cookie. Without `lasts` the browser forgets it when it is closed.
http::Field session_cookie(const Site& site, const std::string& token,
                           std::optional<std::chrono::seconds> lasts);
/// Set-Cookie that takes it away.
http::Field no_session_cookie(const Site& site);

}  // namespace api

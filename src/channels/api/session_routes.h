// The routes of the contract's tag `session`: signing in and out, the password once more, the
// reader's language, and the link that makes an administrator.
#pragma once

#include <vector>

#include "channels/api/guard.h"
#include "channels/api/sign_in.h"

namespace api {

std::vector<http::Route> session_routes(const Guard& guard, const SignIn& sign_in);

}  // namespace api

// How long somebody stays signed in on the web. At a shared desk: 30 minutes without use, 12 hours
// at most. On their own device ("remember me"): 30 days without use; there, words and sound want
// the password again after half an hour.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "domain/people/person.h"
#include "platform/clock.h"
#include "store/queries/sessions.h"

namespace app {

inline constexpr std::chrono::hours remembered_lasts = std::chrono::days(30);

enum class Device {
  shared,
  own,  // remembered
};

/// Always a new one: a token that somebody else may have put into the browser never becomes one.
/// The token stands nowhere but in the cookie.
std::string begin_session(store::Transaction& tx, const platform::Random& random,
                          people::UserId user, Device device, base::Moment now);

/// Not idle too long and not over.
bool is_live(const store::Session& session, base::Moment now);

/// Whether the password was typed so lately that words and sound may be opened.
bool is_confirmed(const store::Session& session, base::Moment now);

/// Written at most once a minute, since each is a commit.
bool is_touch_due(const store::Session& session, base::Moment now);

enum class Touch {
  seen,
  renewed,  // for another 30 days: the cookie has to say so too; at most once a day
};
/// Also for a session that has ended meanwhile.
Touch touch(store::Transaction& tx, std::string_view token, const store::Session& session,
            base::Moment now);

}  // namespace app

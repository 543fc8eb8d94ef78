#include "channels/api/viewer_of.h"

#include "app/session.h"

namespace api {

// Who answers for nobody reads only what they said themselves, and may have no password to confirm
// with.
Viewer viewer_of(const store::Session& session, base::Moment now, base::Day today) {
  Viewer viewer{.user = session.user,
                .member = session.member,
                .name = session.name,
                .first_name = session.first_name,
                .email = session.email,
                .language = session.language,
                .roles = session.roles,
                .is_remembered = session.is_remembered,
                .is_confirmed = app::is_confirmed(session, now),
                .now = now,
                .today = today};
  if (!viewer.may_decide()) viewer.is_confirmed = true;
  return viewer;
}

}  // namespace api

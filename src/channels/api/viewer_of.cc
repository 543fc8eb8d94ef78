#include "channels/api/viewer_of.h"

#include "app/session.h"

namespace api {

Viewer viewer_of(const store::Session& session, base::Moment now, base::Day today) {
  return {.user = session.user,
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
}

}  // namespace api

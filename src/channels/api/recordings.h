// Hearing the recording of a call-out: by the signed link of a mail, and (for the web application)
// in a session. Whether somebody may is judged again at each request; each listening is logged
// before any sound leaves.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "channels/api/listen_page.h"
#include "http/router.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "platform/time_zone.h"
#include "platform/vault.h"
#include "store/queries/recordings.h"
#include "text/catalogue.h"
#include "work/lanes.h"

namespace api {

/// What the references name must outlive the routes.
struct Listening {
  work::Lanes& lanes;
  const platform::Vault& vault;
  const text::Catalogue& catalogue;
  platform::Clock clock;
  platform::Log log;
  platform::TimeZone time_zone;  // of the organisation: which day it is
  std::filesystem::path folder;  // <data>/recordings
};

/// GET /listen/{token}: the page with the players. GET /listen/{token}/{recording}/audio: the
/// sound, in ranges; /listen/{token}/audio, which a mail carries, is that of the first. None
/// changes anything but the log of listens.
std::vector<http::Route> listen_routes(const Listening& listening);

/// Which recording, for whom, by which way.
struct Hearing {
  store::RecordingId recording;
  people::UserId user;
  store::HeardBy by = store::HeardBy::session;
};
/// How a refusal is said: a page to who follows a link, a problem document in a session.
using WordRefusal = std::function<http::Response(Refusal)>;

/// The sound of a recording for a user of whom it is known who they are; on the writer's lane,
/// since the listening is logged. Refused alike when there is none and when it is not theirs to
/// hear.
http::Answer play(store::Transaction& tx, const Listening& listening, const http::Request& request,
                  const Hearing& hearing, const WordRefusal& refuse);

}  // namespace api

#include "channels/api/recording_routes.h"

#include "channels/api/answers.h"
#include "channels/api/listen_page.h"
#include "channels/api/problem.h"
#include "channels/api/query.h"

namespace api {
namespace {

http::Response refusal(Refusal why) {
  switch (why) {
    case Refusal::not_yet:
      return answer({.type = ProblemType::not_found, .detail = "the recording is on its way"});
    case Refusal::broken:
    case Refusal::trouble: return answer({.type = ProblemType::trouble});
    case Refusal::unknown:
    case Refusal::expired:
    case Refusal::taken_back: break;
  }
  return nothing_here();
}

http::Answer hear(store::Transaction& tx, const Listening& listening, const Viewer& viewer,
                  const http::Request& request) {
  const auto id = id_in<store::RecordingId>(request, "recording");
  const auto recording = id ? store::find_recording(tx, *id) : std::nullopt;
  const bool may_hear = recording && recording->call_out &&
                        store::may_hear(tx, viewer.user, *recording->call_out, viewer.today);
  if (!may_hear) return nothing_here();
  if (!viewer.is_confirmed) return answer({.type = ProblemType::confirm_first});
  return play(tx, listening, request, {*id, viewer.user, store::HeardBy::session}, refusal);
}

}  // namespace

std::vector<http::Route> recording_routes(const Guard& guard, const Listening& listening) {
  return {guard.get_noted(
      "/recordings/{recording}",
      [listening](store::Transaction& tx, const Viewer& viewer, const http::Request& request) {
        return hear(tx, listening, viewer, request);
      })};
}

}  // namespace api

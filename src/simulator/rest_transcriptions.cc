#include "simulator/rest_transcriptions.h"

#include <algorithm>
#include <boost/json.hpp>

#include "simulator/live_call_params.h"
#include "simulator/rest_date.h"
#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_page.h"

namespace simulator {
namespace {

using boost::json::object;
using http::Method;

object rendered(const World& world, const Recording& recording) {
  const Transcription& one = *recording.transcription;
  const bool is_written = one.status == "completed";
  return {{"account_sid", world.account.sid},
          {"api_version", "2010-04-01"},
          {"date_created", date_or_null(one.created)},
          {"date_updated", date_or_null(one.updated)},
          {"duration", seconds_of(recording.length)},
          {"price", nullptr},
          {"price_unit", "USD"},
          {"recording_sid", recording.sid},
          {"sid", one.sid},
          {"status", one.status},
          {"transcription_text", text_or_null(is_written ? one.text : "")},
          {"type", "fast"},
          {"uri",
           "/2010-04-01/Accounts/" + world.account.sid + "/Transcriptions/" + one.sid + ".json"}};
}

/// Those of one recording, if it is named.
http::Response list(const World& world, const Asked& asked, std::string_view recording_sid) {
  const auto dates = DateFilter::read(asked.query, "DateCreated");
  if (!dates) return error_answer(400, 20001);
  std::vector<const Recording*> found;
  std::vector<std::string_view> sids;
  for (auto one = world.recordings.rbegin(); one != world.recordings.rend(); ++one) {
    if (!one->transcription || !dates->holds(one->transcription->created)) continue;
    if (!recording_sid.empty() && one->sid != recording_sid) continue;
    found.push_back(&*one);
    sids.push_back(one->transcription->sid);
  }
  return page_answer(asked, "transcriptions", sids,
                     [&](std::size_t at) { return rendered(world, *found[at]); });
}

/// The recording that has it; of the one that the path names, if it does.
Recording* find(World& world, const Asked& asked) {
  const std::string sid = asked.sid("transcription");
  const auto found = std::ranges::find_if(world.recordings, [&](const Recording& recording) {
    return recording.transcription && recording.transcription->sid == sid;
  });
  if (found == world.recordings.end()) return nullptr;
  const bool is_elsewhere =
      asked.request.segments.contains("recording") && asked.sid("recording") != found->sid;
  return is_elsewhere ? nullptr : &*found;
}

http::Response fetch(World& world, const Asked& asked) {
  const Recording* recording = find(world, asked);
  if (recording == nullptr) return not_found(asked.request);
  return rest_answer(200, rendered(world, *recording));
}

http::Response remove(World& world, const Asked& asked) {
  Recording* recording = find(world, asked);
  if (recording == nullptr) return not_found(asked.request);
  recording->transcription.reset();
  world.changed("calls");
  return deleted();
}

}  // namespace

std::vector<http::Route> transcription_routes(const Everything& everything) {
  World& world = everything.world;
  const auto route = [&](Method method, const std::string& path, Act act) {
    return route_behind_door(everything, method, path, std::move(act));
  };
  std::vector<http::Route> routes = {
      route(Method::get, "/Transcriptions.json",
            [&world](const Asked& asked) { return list(world, asked, ""); }),
      route(Method::get, "/Recordings/{recording}/Transcriptions.json",
            [&world](const Asked& asked) {
              if (world.recording(asked.sid("recording")) == nullptr)
                return not_found(asked.request);
              return list(world, asked, asked.sid("recording"));
            })};
  for (const char* above : {"", "/Recordings/{recording}"}) {
    const std::string path = std::string(above) + "/Transcriptions/{transcription}";
    routes.push_back(
        route(Method::get, path, [&world](const Asked& asked) { return fetch(world, asked); }));
    routes.push_back(
        route(Method::del, path, [&world](const Asked& asked) { return remove(world, asked); }));
  }
  return routes;
}

}  // namespace simulator

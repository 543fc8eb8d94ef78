#include "simulator/rest_recordings.h"

#include <boost/json.hpp>
#include <utility>

#include "http/range.h"
#include "simulator/live_call_params.h"
#include "simulator/rest_date.h"
#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_page.h"

namespace simulator {
namespace {

using boost::json::object;
using http::Method;

constexpr std::string_view wav = ".wav";
constexpr std::string_view mp3 = ".mp3";

bool is_complete(const Recording& recording) {
  return recording.status == "completed" || recording.status == "deleted";
}

bool is_shown(const Recording& recording, const Asked& asked) {
  return recording.status != "deleted" ||
         http::form_value(asked.query, "IncludeSoftDeleted") == "true";
}

boost::json::value error_or_null(const Recording& recording) {
  if (recording.error_code == 0) return nullptr;
  return recording.error_code;
}

object rendered(const World& world, const Recording& recording) {
  const std::string account_uri = "/2010-04-01/Accounts/" + world.account.sid;
  const std::string uri = account_uri + "/Recordings/" + recording.sid;
  const auto began = date_or_null(recording.started);
  return {{"account_sid", world.account.sid},
          {"api_version", "2010-04-01"},
          {"call_sid", recording.call_sid},
          {"channels", 1},
          {"conference_sid", nullptr},
          {"date_created", began},
          {"date_updated", date_or_null(recording.ready_at.value_or(recording.started))},
          {"duration", text_or_null(is_complete(recording) ? seconds_of(recording.length) : "")},
          {"encryption_details", nullptr},
          {"error_code", error_or_null(recording)},
          {"media_url", recording_url(world, recording.sid)},
          {"price", nullptr},
          {"price_unit", "USD"},
          {"sid", recording.sid},
          {"source", recording.source},
          {"start_time", began},
          {"status", recording.status},
          {"subresource_uris", {{"transcriptions", uri + "/Transcriptions.json"}}},
          {"uri", uri + ".json"}};
}

/// Those of one call, if it is named.
http::Response list(const World& world, const Asked& asked, std::string_view call_sid) {
  const auto dates = DateFilter::read(asked.query, "DateCreated");
  if (!dates) return error_answer(400, 20001);
  std::vector<const Recording*> found;
  std::vector<std::string_view> sids;
  for (auto one = world.recordings.rbegin(); one != world.recordings.rend(); ++one) {
    if (!call_sid.empty() && one->call_sid != call_sid) continue;
    if (!is_shown(*one, asked)) continue;
    if (!dates->holds(one->started)) continue;
    found.push_back(&*one);
    sids.push_back(one->sid);
  }
  return page_answer(asked, "recordings", sids,
                     [&](std::size_t at) { return rendered(world, *found[at]); });
}

/// The simulator keeps sound as WAV of one channel only.
http::Response sound(const World& world, const Recording& recording, const Asked& asked) {
  const bool is_ready =
      recording.status == "completed" && (!recording.ready_at || *recording.ready_at <= world.now);
  if (!is_ready) return not_found(asked.request);
  if (http::form_value(asked.query, "RequestedChannels") == "2") return error_answer(400, 20001);
  return http::with_range(asked.request,
                          {.status = 200, .content_type = "audio/x-wav", .body = recording.wav});
}

http::Response fetch(World& world, const Asked& asked) {
  std::string sid = asked.sid("recording");
  const bool is_mp3 = sid.ends_with(mp3);
  if (is_mp3 || sid.ends_with(wav)) sid.resize(sid.size() - wav.size());
  const Recording* recording = world.recording(sid);
  if (recording == nullptr || !is_shown(*recording, asked)) return not_found(asked.request);
  if (asked.wants_json("recording")) return rest_answer(200, rendered(world, *recording));
  if (is_mp3) {
    return error_answer({.status = 406,
                         .code = 20001,
                         .message = "The simulator keeps recordings as WAV only: ask for .wav"});
  }
  return sound(world, *recording, asked);
}

/// Its metadata stays, to be seen with IncludeSoftDeleted.
http::Response remove(World& world, const Asked& asked) {
  Recording* recording = world.recording(asked.sid("recording"));
  if (recording == nullptr || recording->status == "deleted") return not_found(asked.request);
  if (recording->status == "in-progress" || recording->status == "processing") {
    return error_answer(409, 20009);
  }
  recording->status = "deleted";
  recording->wav.clear();
  recording->transcription.reset();
  world.changed("calls");
  return deleted();
}

}  // namespace

std::vector<http::Route> recording_routes(const Everything& everything) {
  World& world = everything.world;
  const auto route = [&](Method method, const std::string& path, Act act) {
    return route_behind_door(everything, method, path, std::move(act));
  };
  std::vector<http::Route> routes = {
      route(Method::get, "/Recordings.json",
            [&world](const Asked& asked) {
              return list(world, asked, http::form_value(asked.query, "CallSid"));
            }),
      route(Method::get, "/Calls/{sid}/Recordings.json", [&world](const Asked& asked) {
        if (world.call(asked.sid("sid")) == nullptr) return not_found(asked.request);
        return list(world, asked, asked.sid("sid"));
      })};
  for (const char* above : {"", "/Calls/{sid}"}) {
    const std::string path = std::string(above) + "/Recordings/{recording}";
    routes.push_back(
        route(Method::get, path, [&world](const Asked& asked) { return fetch(world, asked); }));
    routes.push_back(
        route(Method::del, path, [&world](const Asked& asked) { return remove(world, asked); }));
  }
  return routes;
}

}  // namespace simulator

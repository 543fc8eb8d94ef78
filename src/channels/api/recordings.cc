#include "channels/api/recordings.h"

#include <algorithm>
#include <charconv>

#include "app/kept_recording.h"
#include "app/listen_link.h"
#include "channels/api/listen_page.h"
#include "http/range.h"
#include "store/queries/accounts.h"
#include "store/queries/call_outs.h"

namespace api {
namespace {

using app::ListenLink;
using people::Language;

/// Nothing when the link holds.
std::optional<Refusal> refusal_of(store::Transaction& tx, const Listening& listening,
                                  const ListenLink& link) {
  const base::Moment now = listening.clock();
  if (now >= link.expires) return Refusal::expired;
  const store::ListenLinkRules rules = store::listen_link_rules(tx);
  const base::Moment made = link.expires - app::listen_link_lasts;
  if (!rules.is_on || made < rules.valid_since) return Refusal::taken_back;
  const base::Day today = listening.time_zone.local(now).day;
  if (!store::may_hear(tx, link.user, link.call_out, today)) return Refusal::taken_back;
  return {};
}

http::Response refused(store::Transaction& tx, const Listening& listening, people::UserId user,
                       Refusal refusal) {
  return listen_refusal(listening.catalogue, store::language_of(tx, user), refusal);
}

http::Response nothing_there(const Listening& listening) {
  return listen_refusal(listening.catalogue, {}, Refusal::unknown);
}

std::optional<ListenLink> link_of(const Listening& listening, const http::Request& request) {
  return app::read_listen_token(listening.vault, request.segments.at("token"));
}

std::optional<store::RecordingId> recording_id(const std::string& digits) {
  std::int64_t id = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, id);
  if (error != std::errc() || rest != end) return {};
  return store::RecordingId(id);
}

http::Answer page(store::Transaction& tx, const Listening& listening, const ListenLink& link,
                  std::string_view token) {
  if (const auto refusal = refusal_of(tx, listening, link)) {
    return refused(tx, listening, link.user, *refusal);
  }
  const auto call_out = store::find_call_out(tx, link.call_out);
  if (!call_out) return nothing_there(listening);
  return listen_page(listening.catalogue, store::language_of(tx, link.user).value_or(Language::en),
                     {.token = token,
                      .receipt_number = call_out->receipt_number,
                      .day = call_out->day,
                      .recordings = store::recordings_of(tx, call_out->id)});
}

http::Answer audio(store::Transaction& tx, const Listening& listening, const http::Request& request,
                   const ListenLink& link, std::optional<store::RecordingId> id) {
  if (const auto refusal = refusal_of(tx, listening, link)) {
    return refused(tx, listening, link.user, *refusal);
  }
  const auto recordings = store::recordings_of(tx, link.call_out);
  const auto wanted =
      id ? std::ranges::find(recordings, *id, &store::Recording::id) : recordings.begin();
  if (wanted != recordings.end()) {
    const auto language = store::language_of(tx, link.user);
    return play(tx, listening, request, {wanted->id, link.user, store::HeardBy::link},
                [&catalogue = listening.catalogue, language](Refusal refusal) {
                  return listen_refusal(catalogue, language, refusal);
                });
  }
  if (id) return nothing_there(listening);
  return listen_refusal(listening.catalogue, store::language_of(tx, link.user), Refusal::not_yet);
}

bool is_on_its_way(const store::Recording& recording) {
  return recording.state == store::RecordingState::announced ||
         recording.state == store::RecordingState::ready;
}

http::Response sound(const http::Request& request, const store::Recording& recording,
                     std::string bytes) {
  return http::with_range(request, {.status = 200,
                                    .content_type = recording.content_type,
                                    .body = std::move(bytes),
                                    .fields = {{"Cache-Control", "no-store"},
                                               {"Content-Disposition", "inline"},
                                               {"Content-Security-Policy", "default-src 'none'"},
                                               {"Referrer-Policy", "no-referrer"}}});
}

http::OnError in_trouble(const Listening& listening) {
  return [&catalogue = listening.catalogue](const http::Request&, const std::exception&) {
    return listen_refusal(catalogue, {}, Refusal::trouble);
  };
}

}  // namespace

http::Answer play(store::Transaction& tx, const Listening& listening, const http::Request& request,
                  const Hearing& hearing, const WordRefusal& refuse) {
  const base::Moment now = listening.clock();
  const auto recording = store::find_recording(tx, hearing.recording);
  const base::Day today = listening.time_zone.local(now).day;
  const bool may_hear = recording && recording->call_out &&
                        store::may_hear(tx, hearing.user, *recording->call_out, today);
  if (!may_hear) return refuse(Refusal::unknown);
  if (recording->state != store::RecordingState::kept) {
    return refuse(is_on_its_way(*recording) ? Refusal::not_yet : Refusal::unknown);
  }
  if (request.method == http::Method::get) {
    store::log_listen(tx, hearing.recording, hearing.user, hearing.by, now);
  }
  return listening.lanes.slow([listening, request, refuse, recording = *recording] {
    auto bytes = app::open_recording(listening.vault, listening.folder, recording);
    if (bytes) return sound(request, recording, *std::move(bytes));
    listening.log.write(platform::Level::error, "a kept recording is missing or was altered",
                        {{platform::LogField::id, recording.id.value()}});
    return refuse(Refusal::broken);
  });
}

std::vector<http::Route> listen_routes(const Listening& listening) {
  const http::Handler show = [listening](const http::Request& request) -> http::Answer {
    const auto link = link_of(listening, request);
    if (!link) return nothing_there(listening);
    return listening.lanes.read(
        [listening, link = *link, token = request.segments.at("token")](store::Transaction& tx) {
          return page(tx, listening, link, token);
        });
  };
  const http::Handler let_hear = [listening](const http::Request& request) -> http::Answer {
    const auto link = link_of(listening, request);
    const auto named = request.segments.find("recording");
    const bool is_named = named != request.segments.end();
    const auto id = is_named ? recording_id(named->second) : std::nullopt;
    if (!link || (is_named && !id)) return nothing_there(listening);
    return listening.lanes.write([listening, request, link = *link, id](store::Transaction& tx) {
      return audio(tx, listening, request, link, id);
    });
  };
  return {{http::Method::get, "/listen/{token}", 1024, show, in_trouble(listening)},
          {http::Method::get, "/listen/{token}/audio", 1024, let_hear, in_trouble(listening)},
          {http::Method::get, "/listen/{token}/{recording}/audio", 1024, let_hear,
           in_trouble(listening)}};
}

}  // namespace api

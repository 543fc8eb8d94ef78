#include <algorithm>
#include <boost/json.hpp>

#include "simulator/rest_door.h"
#include "simulator/rest_json.h"
#include "simulator/rest_messages.h"
#include "simulator/rest_page.h"

namespace simulator {
namespace {

using boost::json::object;
using http::Method;

object rendered(const World& world, const Message& message, const Media& media) {
  const auto moment = date_or_null(media.created);
  return {{"account_sid", world.account.sid},
          {"content_type", media.content_type},
          {"date_created", moment},
          {"date_updated", moment},
          {"parent_sid", message.sid},
          {"sid", media.sid},
          {"uri", "/2010-04-01/Accounts/" + world.account.sid + "/Messages/" + message.sid +
                      "/Media/" + media.sid + ".json"}};
}

http::Response list(World& world, const Asked& asked) {
  const Message* message = world.message(asked.sid("sid"));
  if (message == nullptr) return not_found(asked.request);
  std::vector<std::string_view> sids;
  sids.reserve(message->media.size());
  for (const Media& media : message->media) sids.push_back(media.sid);
  return page_answer(asked, "media_list", sids,
                     [&](std::size_t at) { return rendered(world, *message, message->media[at]); });
}

/// With ".json" what is known of it, without the picture itself.
http::Response fetch(World& world, const Asked& asked) {
  const Message* message = world.message(asked.sid("sid"));
  if (message == nullptr) return not_found(asked.request);
  const auto media = std::ranges::find(message->media, asked.sid("media"), &Media::sid);
  if (media == message->media.end()) return not_found(asked.request);
  if (asked.wants_json("media")) return rest_answer(200, rendered(world, *message, *media));
  return {.status = 200, .content_type = media->content_type, .body = media->bytes};
}

http::Response remove(World& world, const Asked& asked) {
  Message* message = world.message(asked.sid("sid"));
  if (message == nullptr) return not_found(asked.request);
  const auto gone = std::erase_if(
      message->media, [&](const Media& media) { return media.sid == asked.sid("media"); });
  if (gone == 0) return not_found(asked.request);
  world.changed("messages");
  return deleted();
}

}  // namespace

std::vector<http::Route> media_routes(const Everything& everything) {
  World& world = everything.world;
  const std::string one = "/Messages/{sid}/Media/{media}";
  return {route_behind_door(everything, Method::get, "/Messages/{sid}/Media.json",
                            [&world](const Asked& asked) { return list(world, asked); }),
          route_behind_door(everything, Method::get, one,
                            [&world](const Asked& asked) { return fetch(world, asked); }),
          route_behind_door(everything, Method::del, one,
                            [&world](const Asked& asked) { return remove(world, asked); })};
}

}  // namespace simulator

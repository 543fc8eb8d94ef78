#include "server/practice.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "channels/api/viewer.h"
#include "embedded/phone_assets.h"
#include "server/embedded_site.h"
#include "server/practice_room.h"

namespace server {
namespace {

constexpr const char* prefix = "/practice";

using Room = std::shared_ptr<PracticeRoom>;

http::Response all_are_in_use() {
  return {.status = 503,
          .content_type = "application/problem+json",
          .body = R"({"title":"Not available","status":503,)"
                  R"("detail":"all practice rooms are in use; try again in some minutes"})"};
}

}  // namespace

// Shared with the routes, whose jobs may still run when the rest is gone.
struct Practice::Rooms : std::enable_shared_from_this<Practice::Rooms> {
  struct Entry {
    Room room;
    base::Moment used;
    std::uint64_t turn;  // of the last use: many fall into one second
  };

  Settings settings;
  work::Lanes& lanes;
  platform::Clock clock;
  std::filesystem::path folder;
  std::mutex mutex;
  std::mutex opening;                     // one at a time
  std::map<std::int64_t, Entry> entries;  // by user
  std::uint64_t opened = 0;
  std::uint64_t turns = 0;

  Rooms(Settings of_live, work::Lanes& to_lanes, platform::Clock a_clock)
      : settings(std::move(of_live)),
        lanes(to_lanes),
        clock(std::move(a_clock)),
        folder(settings.data_dir / "practice") {
    std::error_code ignored;  // left by a server that was killed
    std::filesystem::remove_all(folder, ignored);
  }

  Room find(const api::Viewer& who) {
    const std::lock_guard lock(mutex);
    const auto found = entries.find(who.user.value());
    if (found == entries.end()) return nullptr;
    found->second.used = clock();
    found->second.turn = ++turns;
    return found->second.room;
  }

  /// The one that nobody has used for longest makes place; nothing when all are in use.
  Room open(const api::Viewer& who) {
    const std::lock_guard one_at_a_time(opening);
    if (Room already = find(who)) return already;
    if (!make_place()) return nullptr;
    const auto room =
        std::make_shared<PracticeRoom>(settings, who, folder / std::to_string(++opened));
    const std::lock_guard lock(mutex);
    entries[who.user.value()] = {room, clock(), ++turns};
    return room;
  }

  bool make_place() {
    Room leaving;  // let go of without the lock: it takes a moment
    const std::lock_guard lock(mutex);
    if (entries.size() < most_rooms) return true;
    const auto oldest =
        std::ranges::min_element(entries, {}, [](const auto& entry) { return entry.second.turn; });
    if (clock() - oldest->second.used < used_room_stays) return false;
    leaving = std::move(oldest->second.room);
    entries.erase(oldest);
    return true;
  }

  http::Answer forward(const api::Viewer& who, http::Request request) {
    request.path.erase(0, std::string_view(prefix).size());
    if (const Room room = find(who)) return room->answer(std::move(request));
    return lanes.slow([self = shared_from_this(), who, request = std::move(request)] {
      const Room room = self->open(who);
      return room ? room->answer(request) : http::Answer(all_are_in_use());
    });
  }
};

Practice::Practice(const Settings& settings, work::Lanes& lanes, platform::Clock clock)
    : rooms_(std::make_shared<Rooms>(settings, lanes, std::move(clock))),
      is_secure_(settings.public_base_url.starts_with("https://")) {}

Practice::~Practice() = default;

std::vector<http::Route> Practice::routes(const api::Guard& guard) const {
  auto table =
      site::routes({.files = assets_of(embedded::phone_assets()),
                    .transport = is_secure_ ? site::Transport::https : site::Transport::plain,
                    .microphone = site::Microphone::may_be_asked_for,
                    .prefix = prefix});
  const api::Guard::Act forward = [rooms = rooms_](store::Transaction&, const api::Viewer& who,
                                                   const http::Request& request) {
    return rooms->forward(who, request);
  };
  table.push_back(guard.get_unattended("/events", forward));
  for (const char* pattern : {"/{what}", "/{what}/{which}", "/{what}/{which}/{part}"}) {
    table.push_back(guard.get(pattern, forward));
    table.push_back(guard.post(pattern, forward));
    table.push_back(guard.put(pattern, forward));
  }
  return table;
}

void Practice::close_idle(base::Moment now) {
  std::vector<Room> leaving;
  const std::lock_guard lock(rooms_->mutex);
  std::erase_if(rooms_->entries, [&](auto& entry) {
    if (now - entry.second.used < idle_room_stays) return false;
    leaving.push_back(std::move(entry.second.room));
    return true;
  });
}

}  // namespace server

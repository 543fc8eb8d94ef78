// Practice: whoever is signed in tries the phone page in a room of their own, an ordinary server
// with the simulator before it and nobody behind it. What they do there stands in no book, tells
// nobody, and is gone with the room.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "channels/api/guard.h"
#include "server/settings.h"

namespace server {

class PracticeRoom;

class Practice {
 public:
  static constexpr std::size_t most_rooms = 4;
  /// A room in use is taken from nobody: with all in use, one more person is asked to come later.
  static constexpr std::chrono::minutes used_room_stays{2};
  static constexpr std::chrono::minutes idle_room_stays{30};

  /// `settings` are those of the live server: its rooms are below its data folder, begin empty and
  /// speak as it does. The lanes must outlive it.
  Practice(const Settings& settings, work::Lanes& lanes, platform::Clock clock);
  ~Practice();
  Practice(const Practice&) = delete;
  Practice& operator=(const Practice&) = delete;

  /// The page and its API below /practice, for whoever is signed in.
  std::vector<http::Route> routes(const api::Guard& guard) const;
  /// Closes rooms that nobody has used for a while. Blocking: for a worker.
  void close_idle(base::Moment now);

 private:
  struct Rooms;
  std::shared_ptr<Rooms> rooms_;
  bool is_secure_;
};

}  // namespace server

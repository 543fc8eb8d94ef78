// The port to what the telephone provider keeps for us: media to fetch and to delete.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "app/sender.h"

namespace app {

struct Media {
  std::string content_type;
  std::string bytes;
};
/// Not there yet or not reachable: worth another try later.
struct NotYet {
  std::string why;
};
/// Never: wrong id, too large, wrong type.
struct Never {
  std::string why;
};

class Provider {
 public:
  Provider() = default;
  Provider(const Provider&) = delete;
  Provider& operator=(const Provider&) = delete;
  virtual ~Provider() = default;

  virtual bool is_configured() const = 0;
  /// A picture of a message, from the configured host under our own account: the URL that a webhook
  /// carried is never followed. Blocking, bounded in time and size.
  virtual std::variant<Media, NotYet, Never> fetch_message_media(std::string_view message_sid,
                                                                 std::string_view media_sid) = 0;
};

}  // namespace app

// The port to what the telephone provider keeps for us: media to fetch and to delete, and lists of
// what has arrived, to be read when its webhooks were lost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/sender.h"

namespace app {

/// Beyond this a recording is not even read: an hour of telephone sound takes 58 MB.
inline constexpr std::size_t largest_recording = 64 * 1024 * 1024;

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

// What has arrived at one of our numbers, as the provider lists it. Moments are the provider's; ids
// are never empty.
struct ListedText {
  std::string sid;
  std::string from;
  std::string body;
  int media_count = 0;
  base::Moment sent_at;
};
struct ListedCall {
  std::string sid;
  std::string from;
  std::string status;  // "completed", "in-progress", …
  base::Moment began_at;
  base::Moment ended_at;  // while it goes on: began_at
};
struct ListedRecording {
  std::string sid;
  std::string call_sid;
  std::string status;         // "completed", "processing", "absent", …
  std::int64_t duration = 0;  // seconds
  base::Moment made_at;
};
struct ListedMedia {
  std::string sid;
  std::string content_type;
};
template <class T>
using Listed = std::variant<std::vector<T>, NotYet>;

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
  /// What was said in a call, as WAV; from the configured host under our own account, too.
  /// Blocking, bounded in time and by `largest_recording`.
  virtual std::variant<Media, NotYet, Never> fetch_recording(std::string_view recording_sid) = 0;
  /// True when it is gone there, deleted now or before; false: worth another try later.
  virtual bool delete_recording(std::string_view recording_sid) = 0;

  /// Since that day (UTC), in no promised order, the newest 5,000 at most. Recordings are those of
  /// the whole account, which may serve others than us. Blocking, each page bounded in time.
  virtual Listed<ListedText> texts_since(base::Day day) = 0;
  virtual Listed<ListedCall> calls_since(base::Day day) = 0;
  virtual Listed<ListedRecording> recordings_since(base::Day day) = 0;
  virtual Listed<ListedMedia> media_of(std::string_view message_sid) = 0;
};

}  // namespace app

// Tells everybody who listens that something has changed. Whoever changes something publishes its
// topic, from any thread and as often as it likes; each stream gets a message of the topics since
// its last one, at most once a second, and less often the more there are: each message is followed
// by a reader's request, and together they must leave the server its work. A topic is never lost:
// each stream knows how far it has read, so what comes while a message is on its way stands in the
// next.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace http {

struct EventOptions {
  std::size_t max_streams = 512;
  std::size_t max_streams_of_one = 64;             // so that nobody takes them all
  std::chrono::milliseconds pause{1000};           // between two messages of one stream, at least
  std::chrono::milliseconds pause_per_stream{40};  // for each that is open: at 50, two seconds
  std::chrono::milliseconds heartbeat{15'000};     // a beat after so much silence
  /// No stream lives longer. The streams of one moment end at different ones, down to four fifths
  /// of this, so that they do not come back all at once.
  std::chrono::milliseconds lifetime{300'000};
};

/// Thread-safe. Need not outlive its streams.
class EventHub {
 public:
  explicit EventHub(const EventOptions& options = {});

  /// `topic` is a word of this program ("call_outs": lower-case letters, digits, underscores), else
  /// std::invalid_argument. Never waits for a reader.
  void publish(std::string_view topic);

  /// Nothing when there are too many streams already, in all or of this `reader` (who is the same
  /// by the same words). What is published from now on comes; what was before, the reader fetches
  /// when its stream opens.
  std::optional<EventStream> subscribe(const std::string& reader = {});

  std::size_t streams() const;

 private:
  friend class Subscription;
  struct Core;
  std::shared_ptr<Core> core_;
};

/// One stream's place in the hub, given free with it. Thread-safe.
class Subscription {
 public:
  /// With the hub's lock held: for EventHub::subscribe.
  Subscription(std::shared_ptr<EventHub::Core> core, std::string reader);
  ~Subscription();
  Subscription(const Subscription&) = delete;
  Subscription& operator=(const Subscription&) = delete;

  const EventOptions& options() const;
  std::chrono::milliseconds lifetime() const { return lifetime_; }
  /// Until the next message, as many streams as there are now.
  std::chrono::milliseconds pause() const;

  /// The topics published since the last call, in alphabetical order. When there are none, `wake`
  /// is called once at the next, on the thread that publishes: it must be cheap and must not throw.
  std::vector<std::string> take(const std::function<void()>& wake);

 private:
  std::shared_ptr<EventHub::Core> core_;
  std::string reader_;
  std::chrono::milliseconds lifetime_{};
  std::uint64_t read_ = 0;  // the number of the last topic that was taken
};

}  // namespace http

#include "http/event_hub.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace http {
namespace {

bool is_word(std::string_view topic) {
  return !topic.empty() && std::ranges::all_of(topic, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// The next of a row of lifetimes that are spread evenly, however many there are: steps of the
/// golden ratio.
std::chrono::milliseconds spread(std::chrono::milliseconds longest, std::uint64_t number) {
  constexpr std::uint64_t steps = 1000;
  constexpr std::uint64_t golden = 618;
  const auto place = static_cast<std::int64_t>((number * golden) % steps);
  return longest - longest / 5 * place / static_cast<std::int64_t>(steps);
}

}  // namespace

struct EventHub::Core {
  using Wakes = std::unordered_map<const Subscription*, std::function<void()>>;

  explicit Core(const EventOptions& given) : options(given) {}

  const EventOptions options;
  mutable std::mutex mutex;
  std::uint64_t published = 0;
  std::map<std::string, std::uint64_t, std::less<>> last;  // of each topic, its number
  std::size_t streams = 0;
  std::unordered_map<std::string, std::size_t> streams_of;  // by reader; none stands at zero
  std::uint64_t opened = 0;
  Wakes waiting;  // those who have read everything
};

EventHub::EventHub(const EventOptions& options) : core_(std::make_shared<Core>(options)) {}

void EventHub::publish(std::string_view topic) {
  if (!is_word(topic)) throw std::invalid_argument("no topic: " + std::string(topic));
  Core::Wakes waiting;
  {
    const std::lock_guard lock(core_->mutex);
    const auto found = core_->last.find(topic);
    const std::uint64_t number = ++core_->published;
    if (found != core_->last.end()) {
      found->second = number;
    } else {
      core_->last.emplace(topic, number);
    }
    waiting.swap(core_->waiting);
  }
  // A stream may be gone by now; its wake-up knows how to find out.
  for (const auto& [subscription, wake] : waiting) wake();
}

std::optional<EventStream> EventHub::subscribe(const std::string& reader) {
  const std::lock_guard lock(core_->mutex);
  const auto own = core_->streams_of.find(reader);
  const bool has_all = own != core_->streams_of.end() && !reader.empty() &&
                       own->second >= core_->options.max_streams_of_one;
  if (has_all || core_->streams >= core_->options.max_streams) return {};
  return EventStream{std::make_shared<Subscription>(core_, reader)};
}

std::size_t EventHub::streams() const {
  const std::lock_guard lock(core_->mutex);
  return core_->streams;
}

Subscription::Subscription(std::shared_ptr<EventHub::Core> core, std::string reader)
    : core_(std::move(core)),
      reader_(std::move(reader)),
      lifetime_(spread(core_->options.lifetime, core_->opened++)),
      read_(core_->published) {
  ++core_->streams;
  ++core_->streams_of[reader_];
}

Subscription::~Subscription() {
  const std::lock_guard lock(core_->mutex);
  --core_->streams;
  const auto own = core_->streams_of.find(reader_);
  if (--own->second == 0) core_->streams_of.erase(own);
  core_->waiting.erase(this);
}

const EventOptions& Subscription::options() const {
  return core_->options;
}

std::chrono::milliseconds Subscription::pause() const {
  const std::lock_guard lock(core_->mutex);
  const auto streams = static_cast<std::int64_t>(core_->streams);
  return std::max(core_->options.pause, streams * core_->options.pause_per_stream);
}

std::vector<std::string> Subscription::take(const std::function<void()>& wake) {
  const std::lock_guard lock(core_->mutex);
  std::vector<std::string> topics;
  for (const auto& [topic, number] : core_->last) {
    if (number > read_) topics.push_back(topic);
  }
  read_ = core_->published;
  if (topics.empty()) core_->waiting[this] = wake;
  return topics;
}

}  // namespace http

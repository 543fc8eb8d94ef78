// The demo's past, lived: what is to happen waits for its moment, and happens then through the same
// functions through which it happens to everybody.
#pragma once

#include <cstdint>
#include <functional>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

#include "app/line.h"
#include "app/take_call.h"
#include "demo/dice.h"
#include "demo/household.h"
#include "demo/post.h"
#include "platform/time_zone.h"

namespace demo {

/// All within one transaction; one thread.
class Life {
 public:
  using Act = std::function<void()>;

  Life(store::Transaction& tx, const Parts& parts);
  Life(const Life&) = delete;
  Life& operator=(const Life&) = delete;

  /// Acts of one moment happen in the order in which they were planned. Nothing happens after the
  /// present.
  void at(base::Moment when, Act act);
  void in(std::chrono::seconds time, Act act) { at(now_ + time, std::move(act)); }
  /// A story that lasts some minutes: none of it happens unless it can come to its end.
  void begin(base::Moment when, Act act);
  /// Until nothing is planned any more.
  void run();

  /// The moment that has come.
  base::Moment now() const { return now_; }
  base::Moment present() const { return parts_.now; }
  store::Transaction& tx() { return tx_; }
  const app::Line& line() const { return line_; }
  const app::CallRules& rules() const { return rules_; }
  const Parts& parts() const { return parts_; }
  Dice& dice() { return dice_; }

  base::Moment moment(base::Day day, base::Minutes time_of_day) const;
  base::Day today() const;  // of the moment that has come
  base::Day last_day() const;
  /// "SM" or "CA" and 32 hexadecimal digits, each once.
  std::string next_id(std::string_view kind);

 private:
  struct Planned {
    base::Moment when;
    std::uint64_t place;
    Act act;
    bool operator>(const Planned& other) const {
      return when != other.when ? when > other.when : place > other.place;
    }
  };
  void pass(base::Moment until);

  store::Transaction& tx_;
  const Parts& parts_;
  platform::TimeZone zone_;
  Dice dice_;
  app::Line line_;
  app::CallRules rules_;
  Post post_;
  base::Moment now_;
  std::priority_queue<Planned, std::vector<Planned>, std::greater<>> planned_;
  std::uint64_t plans_ = 0;
  std::uint64_t ids_ = 0;
};

}  // namespace demo

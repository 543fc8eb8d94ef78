// All calls of the account: those that somebody dials to its numbers, and those that an application
// places by the REST API. Each follows its application's TwiML as the provider does (twilio.md 3),
// in the World's time: a prompt takes as long as its words.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/world.h"

namespace simulator {

class LiveCall;
struct Application;

/// Somebody dials a number of the account.
struct Dial {
  std::string from;  // E.164, or as the carrier hands it over: "anonymous", "+266696687"
  std::string to;
  std::string attestation = {};     // StirVerstat's value; empty: the carrier says nothing
  std::string forwarded_from = {};  // ForwardedFrom; empty: not said
};

/// An application places a call (Create Call). Exactly one of `url` and `twiml` is set.
struct Placed {
  std::string to;
  std::string from;
  Address url = {};
  std::string twiml = {};
  Address fallback = {};
  Address status_callback = {};
  std::vector<std::string> events = {"completed"};  // of initiated, ringing, answered, completed
  std::chrono::seconds rings_for{60};
  std::chrono::seconds longest{14'400};       // once it is answered
  std::vector<std::string> passed_over = {};  // parameters that are not simulated: complained of
};

/// One thing that was said or done, as the transcript lists it.
struct Heard {
  enum class Who { line, caller, provider };
  Who who = Who::line;
  std::string kind;        // "say", "play", "beep", "keys", "voice", "answer", "hang_up", "error"
  std::string words = {};  // said; the keys pressed; of a "play" its URL
  std::string language = {};  // of "say": "en-US"
  std::string voice = {};     // of "say": "Polly.Joanna"
  Moment at = {};
  milliseconds length{};
};

/// What the call is at.
struct Doing {
  std::string kind;  // "ringing", "asking" (a webhook is under way), "saying", "playing",
                     // "pausing", "gathering", "recording", "over"
  Moment since;
  std::optional<Moment> until = {};     // when it ends if nobody does anything
  std::string keys = {};                // gathering: pressed so far
  std::optional<int> num_digits = {};   // gathering
  std::string finish_on_key = {};       // gathering and recording
  std::optional<int> max_seconds = {};  // recording
};

struct CallView {
  CallRecord record;
  std::vector<Heard> transcript;
  Doing doing;
};

/// Guarded with the World. What concerns a call that is not there, or is over, is false and changes
/// nothing. Of those that are over the newest 300 can be looked at.
class Switchboard {
 public:
  /// The World must outlive it.
  explicit Switchboard(World& world);
  ~Switchboard();
  Switchboard(const Switchboard&) = delete;
  Switchboard& operator=(const Switchboard&) = delete;

  /// The SID; empty when the number is none of the account's: nobody answers there.
  std::string ring(const Dial& dial);
  std::string place(const Placed& placed);

  // What the person at the telephone does.
  bool answer(std::string_view sid);                        // a placed call that rings
  bool decline(std::string_view sid);                       // the same: busy
  bool press(std::string_view sid, std::string_view keys);  // 0-9 * #, any other is ignored
  /// Speaks: 8 kHz, 16 bit, mono, little-endian samples. They sound from now on, or after what is
  /// still being said; what is not recorded meanwhile is lost, as on a telephone. `words`: what is
  /// said, for who asks for it as text; empty: nobody knows.
  bool speak(std::string_view sid, std::string_view samples, const std::string& words = {});
  bool hang_up(std::string_view sid);

  // What the application does (Update Call).
  // A redirection is false too while the call has not been answered (21220).
  bool redirect(std::string_view sid, const Address& url);
  bool redirect_to_twiml(std::string_view sid, const std::string& twiml);
  /// Where it asks when an address fails, and where it tells its status, from now on; one without
  /// URL stays as it is.
  bool readdress(std::string_view sid, const Address& fallback, const Address& status_callback);
  /// Ends it: "canceled" while it has not been answered, else "completed".
  bool end(std::string_view sid);

  std::optional<CallView> view(std::string_view sid) const;

 private:
  std::shared_ptr<LiveCall> add(CallRecord record, Application application);
  std::shared_ptr<LiveCall> find(std::string_view sid) const;
  void forget_oldest();

  World& world_;
  std::map<std::string, std::shared_ptr<LiveCall>, std::less<>> calls_;
  std::deque<std::string> order_;  // the oldest first
};

}  // namespace simulator

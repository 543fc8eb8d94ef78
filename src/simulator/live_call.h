// One call from the first ring to the last callback: what the person at the telephone and the
// application do, and what the call then does (twilio.md 3).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "simulator/live_call_gather.h"
#include "simulator/live_call_line.h"
#include "simulator/live_call_prompts.h"
#include "simulator/live_call_record.h"
#include "simulator/live_call_timer.h"
#include "simulator/switchboard.h"
#include "simulator/twiml.h"

namespace simulator {

/// Whom the call asks what to do, and whom it tells.
struct Application {
  Address first;           // or `twiml`
  std::string twiml = {};  // the first document itself
  Address fallback = {};
  Address status_callback = {};
  std::vector<std::string> events = {"completed"};
  std::chrono::seconds longest{14'400};  // the call, once it is answered
};

/// Held by a shared_ptr. It ends after four hours at the latest, and after 1000 documents, whatever
/// the application says.
class LiveCall : public std::enable_shared_from_this<LiveCall> {
 public:
  /// The World must outlive it.
  LiveCall(World& world, CallRecord record, Application application);

  /// Begins it: somebody has dialled, or the application has placed it.
  void come_in();
  void go_out(std::chrono::seconds rings_for);

  // As the Switchboard's. False: it can't be done where the call stands, and nothing has changed.
  bool answer();
  bool decline();
  bool press(std::string_view keys);
  bool speak(std::string_view samples, const std::string& words);
  bool hang_up();
  bool redirect(const Address& url);
  bool redirect_to_twiml(const std::string& twiml);
  bool readdress(const Address& fallback, const Address& status_callback);
  bool end();

  bool is_over() const { return line_.is_over(); }
  CallView view() const;

 private:
  bool is_outbound() const { return line_.record().direction != "inbound"; }
  void ring_there(std::chrono::seconds rings_for);
  void pick_up(Heard::Who who);
  void finish(const std::string& status, Heard::Who who);
  /// Whatever the call is at ends, without a word to the application but of what was recorded.
  void interrupt();
  void report(const std::string& event, const std::string& status);

  // live_call_documents.cc: one document after the other.
  void ask_first(const http::Form& more);
  void ask(const verb::Action& action, const std::string& what, const http::Form& more);
  std::optional<Webhook> webhook_for(const verb::Action& action, const std::string& what,
                                     const http::Form& more);
  void hear_outcome(const Outcome& outcome);
  void follow(VoiceDocument document, std::string url);
  void apologise();

  // live_call_verbs.cc: one verb after the other.
  void go_on();
  /// Each is true when the next verb has to wait.
  bool begin(const verb::Say& say);
  bool begin(const verb::Play& play);
  bool begin(const verb::Pause& pause);
  bool begin(verb::Gather gather);
  bool begin(verb::Record record);
  bool begin(const verb::Redirect& redirect);
  bool begin(const verb::Hangup& hang_up);
  bool begin(const verb::Reject& reject);
  bool begin(const verb::Dial& dial);
  static bool begin(const verb::Aside& aside);
  bool sound(verb::Prompt prompt);
  bool locate(verb::Play& play);
  void gathered(const verb::Action& action, bool acts_on_nothing, const Gathered& gathered);
  void recorded(const verb::Action& action, const Recorded& recorded);
  http::Form params_of(const Recorded& recorded) const;
  void locate_callbacks(verb::Record& record);
  void tell_of_hang_up(const Recorded& recorded);

  CallLine line_;
  Application application_;

  std::string url_;  // of the current document
  std::vector<Verb> verbs_;
  std::size_t next_ = 0;
  int documents_ = 0;
  int sequence_ = 0;  // of the next status callback
  /// Counts up with whatever the call does: an answer that belongs to an earlier turn is ignored.
  std::uint64_t turn_ = 0;

  // What the call is at: at most one of them.
  std::variant<std::monostate, std::unique_ptr<Prompter>, std::unique_ptr<Gathering>,
               std::unique_ptr<Recorder>>
      activity_;
  verb::Action after_recording_;
  Timer wait_;     // for the other side to answer, or for an apology to be heard
  Timer longest_;  // a call
};

}  // namespace simulator

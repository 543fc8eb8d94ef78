// What goes over the wire about one call (twilio.md 1.1 to 1.6): the documents, read once more by a
// reader that is not the simulator's; and the callbacks, which a story may hold back, repeat or
// lose.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "call_document.h"
#include "other_sides.h"
#include "simulator/webhook.h"

namespace scenario {

using test_support::Params;

/// What the provider tells when a call is over, besides the documents it asks for.
enum class Callback {
  action,     // of a recording that ended by hanging up
  status,     // the call's
  recording,  // the recording's
};

class CallWire {
 public:
  using Then = std::function<void(const simulator::Outcome&)>;

  /// A webhook is about to leave. What is to follow from its answer; nothing: it is held back.
  std::optional<Then> watch(const simulator::Webhook& webhook, Then then);
  /// From now on callbacks are kept until the story lets them go.
  void hold_callbacks() { holds_callbacks_ = true; }

  struct Told {
    simulator::Webhook webhook;
    Then then;
  };
  std::vector<Told>& told(Callback callback) { return told_[callback]; }

  /// Of the present document; empty when there is none.
  const std::vector<test_support::Verb>& document() const { return document_; }
  int documents() const { return documents_; }

  // The newest request for a document, and what was answered.
  /// "/twilio/voice/record?question=3": below the server's address.
  std::string newest_path() const;
  const Params& newest_params() const { return newest_.params; }
  const std::string& newest_body() const { return newest_body_; }

 private:
  Then answered(const simulator::Webhook& webhook, Then then);
  void read(const simulator::Webhook& webhook, const simulator::Outcome& outcome);

  simulator::Webhook newest_;
  std::string newest_body_;
  std::vector<test_support::Verb> document_;
  int documents_ = 0;
  bool holds_callbacks_ = false;
  std::map<Callback, std::vector<Told>> told_;
};

}  // namespace scenario

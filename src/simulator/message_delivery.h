// The way of a message that the account sends: queued, sent, delivered, or how it ends badly, in
// the World's time, each state but the first told to its status callback (twilio.md 1.7 and 5).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "simulator/world.h"

namespace simulator {

/// Guarded with the World, which must outlive it; so must this what it has put on the agenda.
class MessageDelivery {
 public:
  explicit MessageDelivery(World& world);

  /// Keeps the message, "queued" or for a service "accepted", and lets it go its way; or
  /// "scheduled", and lets it go at that moment. The SID.
  std::string send(Message message, std::optional<Moment> at = {});
  /// Keeps a message that never leaves: "failed" with that code.
  std::string fail(Message message, int code);

  /// See Texting.
  void ends_badly(std::string to, std::string status, int code);
  /// The code with which messages to that number are refused at once; 0: they are not.
  int refusal_of(const std::string& to) const;

 private:
  struct Ending {
    std::string status = "delivered";
    int code = 0;
  };
  Message started(Message message, std::string status) const;
  void leave(const std::string& sid);
  Ending ending_of(const Message& message);
  void plan(milliseconds after, const std::string& sid, std::string status, int code = 0);
  void reach(const std::string& sid, const std::string& status, int code);
  void call_back(const Message& message);
  http::Form callback_params(const Message& message) const;
  bool happens(int percent_of_all) const;

  World& world_;
  std::map<std::string, Ending> endings_;  // by the receiver's number
};

}  // namespace simulator

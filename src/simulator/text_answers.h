// What becomes of a text that has come in: its webhook, and what the application answers to that.
#pragma once

#include <string>

#include "simulator/message_delivery.h"
#include "simulator/twiml.h"
#include "simulator/world.h"

namespace simulator {

/// Guarded with the World. What it is given must outlive it; so must this what it has put on its
/// way.
class TextAnswers {
 public:
  TextAnswers(World& world, MessageDelivery& delivery);

  /// Asks the application of that number, again for a message that has been seen before.
  void ask(const Message& message, const Number& number);

 private:
  /// One message and the documents about it.
  struct Talk {
    std::string sid;
    std::string ours;
    std::string theirs;
    http::Form params;
    Address fallback;
    int documents = 0;
  };
  http::Form params_of(const Message& message) const;
  void request(Talk talk, const std::string& what, const Address& to, http::Form params);
  void answered(Talk talk, const Outcome& outcome);
  /// The document goes on at the reply's action, if it has one.
  void reply(const Talk& talk, const Reply& reply, const std::string& base);
  int refusal_of(const Message& message) const;
  void go_on(Talk talk, const std::string& what, const std::string& url, http::Method method,
             const std::string& base, http::Form params);
  void complain(const Talk& talk, int code);

  World& world_;
  MessageDelivery& delivery_;
};

}  // namespace simulator

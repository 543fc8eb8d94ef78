// Messages in both directions (twilio.md 1.7, 5 and 6): what people text to the account's numbers,
// what its application sends, and what the carrier does with it: delivery by and by, opt-out words,
// errors.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "simulator/message_delivery.h"
#include "simulator/refusal.h"
#include "simulator/text_answers.h"
#include "simulator/world.h"

namespace simulator {

/// Somebody texts a number of the account.
struct Incoming {
  std::string from;
  std::string to;
  std::string body;
  struct Picture {
    std::string content_type;
    std::string bytes;
  };
  std::vector<Picture> pictures = {};
  std::string sid = {};  // empty: a new one; one that is there already: its webhook comes again
};

/// Guarded with the World, which must outlive it; so must this what it has put on the agenda.
class Texting {
 public:
  explicit Texting(World& world);
  ~Texting() = default;
  Texting(const Texting&) = delete;
  Texting& operator=(const Texting&) = delete;

  /// The SID. Opt-out words are answered by the carrier; the webhook comes all the same.
  std::string receive(const Incoming& incoming);
  /// Create Message, with the form's names as documented. The message goes its way in the World's
  /// time: queued → sent → delivered, with a callback each but the first.
  std::variant<std::string, Refusal> create(const http::Form& form);
  /// Of all messages to this number from now on: how they end, "undelivered" or "failed" with that
  /// code; "refused": they are not taken at all; "delivered" and 0 make it well again.
  void ends_badly(std::string to, std::string status, int code);

 private:
  Message& keep(const Incoming& incoming);
  /// The carrier's own part, whatever the application does.
  void heed_opt_out(const Message& message);

  World& world_;
  MessageDelivery delivery_;
  TextAnswers answers_;
};

}  // namespace simulator

// The port through which a notice leaves: text, mail, later voice. One form per channel, in
// channels/.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "store/queries/outbox.h"

namespace app {

/// The other side has it. `provider_id` finds it again in status callbacks; empty for mail.
struct Accepted {
  std::string provider_id;
};
/// Why a notice did not leave, in the classes that decide what happens next (twilio.md 5).
enum class ErrorClass { permanent, retry, opted_out, configuration };
std::string_view code_of(ErrorClass error);  // "opted_out"
struct NotAccepted {
  ErrorClass error = ErrorClass::retry;
  int code = 0;           // the provider's or the server's; 0: none
  bool in_doubt = false;  // it may have been carried out all the same
};
using SendOutcome = std::variant<Accepted, NotAccepted>;

class Sender {
 public:
  Sender() = default;
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;
  virtual ~Sender() = default;

  virtual notice::Channel channel() const = 0;
  /// False while its settings are missing: notices wait, the board says so.
  virtual bool is_configured() const = 0;
  /// The words for this notice, in its channel's own form, made once and kept
  /// (`Notice::rendering`).
  virtual std::string render(const store::Notice& notice) const = 0;
  /// Blocking, bounded in time. One thread at a time.
  virtual SendOutcome send(const store::Notice& notice, const std::string& rendering) = 0;
  /// Looks whether an earlier try in doubt got through: the provider's id if so; nothing if not; a
  /// NotAccepted when the look itself failed. Mail can't be looked up and answers nothing.
  virtual std::variant<std::optional<std::string>, NotAccepted> find_sent(
      const store::Notice& notice, const std::string& rendering) = 0;
};

}  // namespace app

// What the provider's errors mean for a text: try again, never again, or somebody must mend the
// settings (twilio.md 5).
#pragma once

#include "app/sender.h"

namespace twilio {

/// The provider did not take the message: the HTTP status, and the code of the error body (0:
/// none).
app::ErrorClass send_error(int status, int code);
/// It took it and could not deliver it: ErrorCode of a status callback (0: none).
app::ErrorClass delivery_error(int code);

}  // namespace twilio

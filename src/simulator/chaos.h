// Mishaps on demand: what the wire and the provider do to an application on a bad day. Shares are
// in per cent of the occasions, decided by the simulator's own randomness.
#pragma once

#include "simulator/moment.h"

namespace simulator {

struct Chaos {
  // Of the webhooks that the provider sends.
  int duplicate_percent = 0;        // any webhook: comes twice at once, under one token
  milliseconds callback_delay{};    // status callbacks leave so much later
  bool reorders_callbacks = false;  // those of one call or message leave in another order, and a
                                    // Record action after a hang-up comes last
  int lose_callbacks_percent = 0;   // status callbacks never leave

  // Of the REST requests that an application makes.
  int rest_429_percent = 0;
  int rest_500_percent = 0;
  int rest_hang_percent = 0;  // not done, never answered: the connection closes after `rest_hang`
  milliseconds rest_hang{30'000};    // as in life, however fast the simulator's time passes
  int rest_slow_percent = 0;         // done at once, and answered after `rest_slow`
  milliseconds rest_slow{5'000};     // as in life too
  int accept_then_fail_percent = 0;  // a message or call is accepted, and the answer is a 500

  // Of what is sent and recorded.
  int undelivered_percent = 0;  // messages end "undelivered"
  int undelivered_code = 30003;
  milliseconds media_delay{2'000};       // after a recording's end its media answers 404 so long
  bool drops_silent_recordings = false;  // nothing said: "absent" and no action, as some accounts
  milliseconds transcription_delay{5'000};  // after the media is there
  bool fails_transcriptions = false;
};

}  // namespace simulator

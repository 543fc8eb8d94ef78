// The provider's half of one call (twilio.md 1.1 to 1.6): what it posts, truly signed and with all
// that the real one sends along, where it turns when that fails, and the callbacks afterwards.
#pragma once

#include <string>
#include <vector>

#include "other_sides.h"

namespace scenario {

using test_support::Params;
class Scenario;
struct HttpReply;

/// How a call comes in.
struct CallSettings {
  std::string attestation = "TN-Validation-Passed-A";  // empty: the carrier says nothing
  std::string to = {};                                 // empty: the line's number
};

/// A recording that has ended.
struct Recorded {
  std::string sid;
  std::string key;         // "#", "hangup", or empty after silence
  int seconds = 0;         //
  bool is_absent = false;  // silent, and not kept by the provider
  std::string callback;    // recordingStatusCallback
  std::string events;      // recordingStatusCallbackEvent
};

class CallWire {
 public:
  CallWire(Scenario& scenario, std::string from, CallSettings settings);

  const std::string& sid() const { return sid_; }
  /// The next document, from `url` as it stands in the present one; from the fallback URL when that
  /// fails.
  HttpReply fetch(const std::string& url, const Params& more, const std::string& call_status);
  /// The request of the newest document once more, to its URL or to the fallback's.
  HttpReply fetch_again();
  HttpReply fetch_again_by_fallback();
  const std::string& newest_body() const { return newest_body_; }

  /// The Record action's own parameters.
  Params of_recording(const Recorded& recorded) const;
  void post_recording_status(const Recorded& recorded);
  void post_call_status(const std::string& status, int seconds);
  HttpReply post_transcript(const Recorded& recorded, const std::string& words);

 private:
  Params standard(const std::string& call_status) const;
  std::string path_of(const std::string& url) const;
  HttpReply by_fallback(Params params, const std::string& path) const;
  void post_callback(const std::string& path, const Params& params);

  Scenario& scenario_;
  CallSettings settings_;
  std::string from_;
  std::string sid_;
  std::string newest_path_;
  Params newest_params_;
  std::string newest_body_;
  bool is_first_ = true;
};

}  // namespace scenario

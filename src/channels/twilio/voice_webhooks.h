// The provider's requests about calls. Each is one transaction that also keeps its answer under the
// event's key: a repeat, also one by way of the fallback URL, gets the same bytes. An answer to a
// question that the call is not at (out of order, or of an older program) gets the present question
// and is not kept, so that it can't stand in the way of the real one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/line.h"
#include "app/take_call.h"
#include "channels/twilio/call_documents.h"
#include "channels/twilio/signed_requests.h"
#include "http/router.h"
#include "platform/clock.h"
#include "store/queries/answers.h"
#include "text/catalogue.h"
#include "work/lanes.h"

namespace twilio {

class VoiceWebhooks {
 public:
  /// `line`, `catalogue` and `lanes` must outlive the routes, as must this.
  VoiceWebhooks(SignedRequests requests, const app::Line& line, const text::Catalogue& catalogue,
                work::Lanes& lanes, platform::Clock clock, app::CallRules rules, CallWords words);

  /// POST /twilio/voice/{incoming, authenticate-pin, record, process-recording, fallback} and the
  /// callbacks {recording-status, transcription, status}.
  std::vector<http::Route> routes();

 private:
  // What the caller hears next.
  http::Answer incoming(const http::Form& form);
  http::Answer keyed(std::string_view query, const http::Form& form);
  http::Answer recorded(std::string_view query, const http::Form& form);
  http::Answer instead(const http::Form& form);  // of a request that failed

  // What the provider tells beside the call.
  http::Answer recording_status(const http::Form& form);
  http::Answer transcription(const http::Form& form);
  http::Answer call_status(const http::Form& form);

  /// What the caller did at a question.
  struct CallerAnswer {
    app::IncomingCall call;
    int question = 0;
    std::string key;
    callout::CallEvent event;
    std::optional<app::RecordingNews> recording;
  };
  store::StoredAnswer take(store::Transaction& tx, const CallerAnswer& answer) const;
  store::StoredAnswer take_out_of_order(store::Transaction& tx, const CallerAnswer& answer) const;
  store::StoredAnswer present_question(store::Transaction& tx, const app::IncomingCall& call) const;
  store::StoredAnswer document(const app::CallAnswer& answer) const;

  using Note = std::function<void(store::Transaction&, base::Moment)>;
  http::Answer note_once(std::string key, Note note);
  http::Route first_request();

  SignedRequests requests_;
  const app::Line& line_;
  const text::Catalogue& catalogue_;
  work::Lanes& lanes_;
  platform::Clock clock_;
  app::CallRules rules_;
  CallWords words_;
};

}  // namespace twilio

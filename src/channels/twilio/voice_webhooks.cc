#include "channels/twilio/voice_webhooks.h"

#include <utility>

#include "app/answer_once.h"
#include "channels/twilio/form_values.h"
#include "channels/twilio/twiml.h"
#include "channels/twilio/voice_requests.h"

namespace twilio {
namespace {

http::Response response(store::StoredAnswer answer) {
  return {.status = answer.status,
          .content_type = std::move(answer.content_type),
          .body = std::move(answer.body)};
}

}  // namespace

VoiceWebhooks::VoiceWebhooks(SignedRequests requests, const app::Line& line,
                             const text::Catalogue& catalogue, work::Lanes& lanes,
                             platform::Clock clock, app::CallRules rules, CallWords words)
    : requests_(std::move(requests)),
      line_(line),
      catalogue_(catalogue),
      lanes_(lanes),
      clock_(std::move(clock)),
      rules_(rules),
      words_(std::move(words)) {}

http::Answer VoiceWebhooks::incoming(const http::Form& form) {
  return lanes_.write([this, call = call_in(form)](store::Transaction& tx) -> http::Answer {
    return response(app::answer_once(tx, key_of_call(call), clock_(),
                                     [&] { return present_question(tx, call); }));
  });
}

http::Answer VoiceWebhooks::keyed(std::string_view query, const http::Form& form) {
  CallerAnswer answer{.call = call_in(form),
                      .question = question_in(query),
                      .key = {},
                      .event = callout::Keys{keys_in(form)},
                      .recording = {}};
  answer.key = key_of_answer(answer.call, answer.question);
  return lanes_.write([this, answer](store::Transaction& tx) -> http::Answer {
    return response(take(tx, answer));
  });
}

http::Answer VoiceWebhooks::recorded(std::string_view query, const http::Form& form) {
  CallerAnswer answer{.call = call_in(form),
                      .question = question_in(query),
                      .key = {},
                      .event = message_in(form),
                      .recording = recording_in(form)};
  answer.key = answer.recording ? key_of_message(answer.call, *answer.recording)
                                : key_of_answer(answer.call, answer.question);
  return lanes_.write([this, answer](store::Transaction& tx) -> http::Answer {
    return response(take(tx, answer));
  });
}

// Under the same keys: what has half succeeded goes on from there.
http::Answer VoiceWebhooks::instead(const http::Form& form) {
  const FailedRequest failed = failed_request_in(form).value_or(FailedRequest());
  if (failed.page == "incoming") return incoming(form);
  if (failed.page == "authenticate-pin" || failed.page == "record")
    return keyed(failed.query, form);
  if (failed.page == "process-recording") return recorded(failed.query, form);
  return lanes_.write([this, call = call_in(form)](store::Transaction& tx) -> http::Answer {
    return response(present_question(tx, call));
  });
}

store::StoredAnswer VoiceWebhooks::take(store::Transaction& tx, const CallerAnswer& answer) const {
  if (auto before = store::find_answer(tx, answer.key)) return *std::move(before);
  const auto standing = app::standing_of(tx, line_, answer.call.sid);
  const bool is_present = standing && standing->state.question == answer.question;
  if (!is_present) return take_out_of_order(tx, answer);
  const base::Moment now = clock_();
  return app::answer_once(tx, answer.key, now, [&] {
    const auto next = app::continue_call(tx, line_, rules_, answer.call, answer.event, now);
    // After the message: on its own the recording would file the call-out without the key.
    if (answer.recording) app::note_recording(tx, line_, rules_, *answer.recording, now);
    return document(next);
  });
}

store::StoredAnswer VoiceWebhooks::take_out_of_order(store::Transaction& tx,
                                                     const CallerAnswer& answer) const {
  if (answer.recording) {
    // A recording belongs to a call, also to one whose beginning never reached us.
    present_question(tx, answer.call);
    app::note_recording(tx, line_, rules_, *answer.recording, clock_());
  }
  return present_question(tx, answer.call);
}

store::StoredAnswer VoiceWebhooks::present_question(store::Transaction& tx,
                                                    const app::IncomingCall& call) const {
  return document(app::begin_call(tx, line_, rules_, call, clock_()));
}

store::StoredAnswer VoiceWebhooks::document(const app::CallAnswer& answer) const {
  return {.status = 200,
          .content_type = std::string(xml_content_type),
          .body = call_document(catalogue_, words_, answer)};
}

http::Answer VoiceWebhooks::recording_status(const http::Form& form) {
  const app::RecordingNews news = *recording_in(form);
  return note_once(key_of_recording(news), [this, news](store::Transaction& tx, base::Moment now) {
    app::note_recording(tx, line_, rules_, news, now);
  });
}

http::Answer VoiceWebhooks::transcription(const http::Form& form) {
  const app::TranscriptNews news = transcript_in(form);
  return note_once(key_of_transcript(news), [this, news](store::Transaction& tx, base::Moment now) {
    app::note_transcript(tx, line_, news, now);
  });
}

http::Answer VoiceWebhooks::call_status(const http::Form& form) {
  const app::IncomingCall call = call_in(form);
  const std::string status = id_in(form, "CallStatus");
  return note_once(key_of_status(form),
                   [this, call, status](store::Transaction& tx, base::Moment now) {
                     app::note_call_status(tx, line_, rules_, call, status, now);
                   });
}

http::Answer VoiceWebhooks::note_once(std::string key, Note note) {
  return lanes_.write(
      [this, key = std::move(key), note = std::move(note)](store::Transaction& tx) -> http::Answer {
        const base::Moment now = clock_();
        return response(app::answer_once(tx, key, now, [&] {
          note(tx, now);
          return store::StoredAnswer{.status = 204, .content_type = {}, .body = {}};
        }));
      });
}

http::Route VoiceWebhooks::first_request() {
  http::Route route = requests_.route(
      "/twilio/voice/incoming", {"CallSid"},
      [this](const http::Request&, const http::Form& form) { return incoming(form); });
  // Nothing is lost yet when the caller waits a moment.
  route.on_error = [this](const http::Request&, const std::exception& error) {
    const http::Response failure = requests_.failure(error);
    const bool is_overload = dynamic_cast<const work::Overload*>(&error) != nullptr;
    if (!is_overload) return failure;
    return http::Response{.status = 200,
                          .content_type = std::string(xml_content_type),
                          .body = one_moment_document(catalogue_)};
  };
  return route;
}

std::vector<http::Route> VoiceWebhooks::routes() {
  const auto answer = [this](auto act) {
    return [this, act](const http::Request& request, const http::Form& form) {
      return (this->*act)(request.query, form);
    };
  };
  const auto note = [this](auto act) {
    return [this, act](const http::Request&, const http::Form& form) {
      return (this->*act)(form);
    };
  };
  const auto page = [this](const char* name, std::vector<std::string_view> ids,
                           SignedRequests::Act act) {
    return requests_.route(std::string("/twilio/voice/") + name, std::move(ids), std::move(act));
  };
  return {
      first_request(),
      page("authenticate-pin", {"CallSid"}, answer(&VoiceWebhooks::keyed)),
      page("record", {"CallSid"}, answer(&VoiceWebhooks::keyed)),
      page("process-recording", {"CallSid"}, answer(&VoiceWebhooks::recorded)),
      page("fallback", {"CallSid"}, note(&VoiceWebhooks::instead)),
      page("recording-status", {"CallSid", "RecordingSid"}, note(&VoiceWebhooks::recording_status)),
      page("transcription", {"TranscriptionSid", "RecordingSid"},
           note(&VoiceWebhooks::transcription)),
      page("status", {"CallSid"}, note(&VoiceWebhooks::call_status))};
}

}  // namespace twilio

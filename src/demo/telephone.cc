#include "demo/telephone.h"

#include <utility>

#include "app/kept_recording.h"
#include "app/wav.h"
#include "app/waveform.h"
#include "store/queries/calls.h"
#include "store/queries/recordings.h"

namespace demo {
namespace {

using std::chrono::seconds;

constexpr seconds to_hear_a_question{8};
constexpr seconds until_ready{6};
constexpr seconds until_transcribed{45};
constexpr seconds until_hung_up{4};
constexpr std::chrono::days stays_at_the_provider{7};

}  // namespace

app::TextOutcome Telephone::text(const std::string& from, const std::string& words) {
  const app::IncomingText text{.sid = life_.next_id("SM"), .from = from, .body = words};
  return app::take_text(life_.tx(), life_.line(), text, life_.now()).outcome;
}

std::string Telephone::call(CallStory story, std::function<void(store::CallOutId)> filed) {
  const auto talk = std::make_shared<Talk>(
      Talk{.story = std::move(story), .filed = std::move(filed), .sid = life_.next_id("CA")});
  const auto answer =
      app::begin_call(life_.tx(), life_.line(), life_.rules(), call_of(*talk), life_.now());
  go_on(talk, answer.state);
  return talk->sid;
}

app::IncomingCall Telephone::call_of(const Talk& talk) const {
  return {.sid = talk.sid, .from = talk.story.from, .attestation = "TN-Validation-Passed-A"};
}

/// Answers the question at which the call stands once it has been heard.
void Telephone::go_on(const TalkPtr& talk, const callout::CallState& state) {
  using callout::CallStep;
  const bool is_asked_who = state.step == CallStep::pin || state.step == CallStep::employee_number;
  if (talk->story.is_cut_off && !is_asked_who)
    return life_.in(to_hear_a_question, [this, talk] { hang_up(talk); });
  switch (state.step) {
    case CallStep::employee_number:
    case CallStep::pin: {
      const auto& pins = talk->story.pins;
      return key(talk, talk->keyed_pins < pins.size() ? pins[talk->keyed_pins++] : "*");
    }
    case CallStep::day: return key(talk, "1");
    case CallStep::reason:
      if (talk->story.message == nullptr) return key(talk, "1");
      return speak(talk);
    case CallStep::category: return key(talk, talk->story.category);
    case CallStep::name:
      if (talk->story.message == nullptr) break;
      return speak(talk);
    case CallStep::callback:
    case CallStep::farewell: break;
  }
  life_.in(until_hung_up, [this, talk] { hang_up(talk); });
}

void Telephone::key(const TalkPtr& talk, const std::string& digits) {
  life_.in(to_hear_a_question, [this, talk, digits] {
    const auto answer = app::continue_call(life_.tx(), life_.line(), life_.rules(), call_of(*talk),
                                           callout::Keys{digits}, life_.now());
    go_on(talk, answer.state);
  });
}

void Telephone::speak(const TalkPtr& talk) {
  const auto wav = app::read_wav(talk->story.message->wav);
  const seconds spoken{wav ? wav->duration : 0};
  life_.in(to_hear_a_question + spoken, [this, talk] {
    app::continue_call(life_.tx(), life_.line(), life_.rules(), call_of(*talk),
                       callout::MessageLeft{.key = "hangup"}, life_.now());
    life_.in(until_hung_up, [this, talk] { hang_up(talk); });
    life_.in(until_ready, [this, talk] { keep_recording(talk); });
  });
}

/// As the provider hands it over once it is ready, and as the fetcher keeps it.
void Telephone::keep_recording(const TalkPtr& talk) {
  store::Transaction& tx = life_.tx();
  const std::string_view sound = talk->story.message->wav;
  const std::int64_t duration = app::read_wav(sound).value_or(app::Wav{}).duration;
  const std::string sid = life_.next_id("RE");
  app::note_recording(
      tx, life_.line(), life_.rules(),
      {.recording_sid = sid, .call_sid = talk->sid, .status = "completed", .duration = duration},
      life_.now());
  for (const store::WaitingRecording& waiting : store::due_recordings(tx, life_.now(), 1)) {
    store::mark_recording_kept(
        tx, waiting.id,
        {.content_type = "audio/wav",
         .file_name = app::keep_recording(life_.line().vault, life_.parts().recordings, waiting.id,
                                          sound, app::Durable::by_and_by),
         .size = static_cast<std::int64_t>(sound.size()),
         .duration = duration,
         .waveform = app::waveform_of(sound)},
        life_.now());
    life_.in(stays_at_the_provider,
             [this, id = waiting.id] { store::mark_deleted_there(life_.tx(), id, life_.now()); });
  }
  life_.in(until_transcribed, [this, talk, sid] { transcribe(talk, sid); });
}

void Telephone::transcribe(const TalkPtr& talk, const std::string& recording_sid) {
  app::note_transcript(life_.tx(), life_.line(),
                       {.transcription_sid = life_.next_id("TR"),
                        .recording_sid = recording_sid,
                        .call_sid = talk->sid,
                        .status = "completed",
                        .text = talk->story.message->words},
                       life_.now());
}

void Telephone::hang_up(const TalkPtr& talk) {
  app::note_call_status(life_.tx(), life_.line(), life_.rules(), call_of(*talk), "completed",
                        life_.now());
  const auto call = store::find_call(life_.tx(), life_.line().vault, talk->sid);
  if (call && call->call_out && talk->filed) talk->filed(*call->call_out);
  // What waits to be said of a call that was cut off leaves a minute later.
  if (!call || !call->call_out) life_.in(seconds(61), [] {});
}

}  // namespace demo

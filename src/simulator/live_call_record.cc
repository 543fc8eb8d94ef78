#include "simulator/live_call_record.h"

#include <algorithm>
#include <utility>

#include "simulator/live_call_params.h"
#include "simulator/sound.h"

namespace simulator {
namespace {

constexpr milliseconds beep{500};
constexpr std::chrono::seconds least_transcribed{2};
constexpr std::chrono::seconds most_transcribed{120};
constexpr int ended_before_it_began = 16101;
constexpr int only_silence = 16102;

/// The recording as it is when its sound can be fetched, unless it was deleted meanwhile.
void complete(World& world, const std::string& sid) {
  Recording* recording = world.recording(sid);
  if (recording == nullptr || recording->status != "processing") return;
  recording->status = "completed";
  world.changed("calls");
}

}  // namespace

Recorder::Recorder(CallLine& line, verb::Record record, std::function<void(const Recorded&)> then)
    : line_(line),
      record_(std::move(record)),
      then_(std::move(then)),
      sid_(new_sid(line.world().random, "RE")),
      timer_(line.world().agenda),
      longest_(line.world().agenda),
      begun_(line.now()),
      heard_(line.now()) {}

void Recorder::start() {
  if (!record_.play_beep) return begin();
  line_.hears({.who = Heard::Who::provider, .kind = "beep", .length = beep});
  line_.does({.kind = "playing",
              .since = line_.now(),
              .until = line_.now() + beep,
              .finish_on_key = record_.finish_on_key});
  timer_.set(line_.now() + beep, [this] { begin(); });
}

void Recorder::begin() {
  is_recording_ = true;
  begun_ = heard_ = line_.now();
  const Recording& recording = kept();
  send_word(recording, "in-progress", {});
  longest_.set(begun_ + record_.max_length, [this] { finish(""); });
  listen();
}

void Recorder::listen() {
  const auto voice = line_.voice().voice(heard_, line_.now());
  if (voice) heard_ = voice->end;
  const Moment longest = begun_ + record_.max_length;
  const Moment silent = record_.timeout.count() == 0 ? longest : heard_ + record_.timeout;
  if (silent <= line_.now()) return finish("");
  if (silent < longest) timer_.set(silent, [this] { listen(); });
  line_.does({.kind = "recording",
              .since = begun_,
              .until = std::min(silent, longest),
              .finish_on_key = record_.finish_on_key,
              .max_seconds = static_cast<int>(record_.max_length.count())});
}

bool Recorder::press(char key) {
  if (record_.finish_on_key.find(key) == std::string::npos) return true;
  finish(std::string(1, key));
  return false;
}

void Recorder::finish(const std::string& ended_by) {
  const Recorded recorded = keep(ended_by);
  const auto then = std::move(then_);
  then(recorded);
}

Recorded Recorder::stop(const std::string& ended_by) {
  return keep(ended_by);
}

Recorded Recorder::keep(const std::string& ended_by) {
  timer_.stop();
  longest_.stop();
  line_.cut_short();
  if (!is_recording_) begun_ = line_.now();
  const auto voice = line_.voice().voice(begun_, line_.now());
  Recording& recording = kept();
  const bool is_absent = !voice && line_.world().chaos.drops_silent_recordings;
  if (is_absent) {
    recording.status = "absent";
    recording.error_code = is_recording_ ? only_silence : ended_before_it_began;
    send_word(recording, "absent", {});
  } else if (record_.trims_silence && voice) {
    keep_sound(recording, line_.voice().heard(voice->begin, voice->end));
  } else {
    keep_sound(recording, line_.voice().heard(begun_, line_.now()));
  }
  line_.world().changed("calls");
  return {
      .sid = sid_, .length = line_.now() - begun_, .ended_by = ended_by, .is_absent = is_absent};
}

Recording& Recorder::kept() {
  World& world = line_.world();
  if (Recording* recording = world.recording(sid_)) return *recording;
  return world.keep(Recording{
      .sid = sid_, .call_sid = line_.record().sid, .status = "in-progress", .started = begun_});
}

void Recorder::keep_sound(Recording& recording, const std::string& sound) {
  World& world = line_.world();
  recording.status = "processing";
  recording.wav = wav_of(sound);
  recording.length = length_of(sound);
  recording.ready_at = world.now + world.chaos.media_delay;
  world.agenda.at(*recording.ready_at, [&world, sid = sid_] { complete(world, sid); });
  send_word(recording, "completed", world.chaos.media_delay);
  transcribe(recording, line_.voice().words(begun_, line_.now()));
}

void Recorder::send_word(const Recording& recording, const std::string& status,
                         milliseconds delay) {
  if (std::ranges::find(record_.status_events, status) == record_.status_events.end()) return;
  line_.callbacks().send({.subject = line_.record().sid,
                          .what = "recording " + status,
                          .to = {record_.status_callback.url, record_.status_callback.method},
                          .params = recording_params(line_.world(), recording, status)},
                         delay);
}

void Recorder::transcribe(Recording& recording, const std::optional<std::string>& words) {
  if (!record_.transcribe) return;
  const World& world = line_.world();
  const bool is_of_length =
      recording.length > least_transcribed && recording.length < most_transcribed;
  if (!is_of_length)
    line_.complain(false, {13617, "Record: the recording is too short or too long to be written"});
  const bool is_understood = words && is_of_length && !world.chaos.fails_transcriptions;
  const milliseconds delay = world.chaos.media_delay + world.chaos.transcription_delay;
  const Transcription ended{.sid = new_sid(world.random, "TR"),
                            .status = is_understood ? "completed" : "failed",
                            .text = is_understood ? *words : "",
                            .created = world.now,
                            .updated = world.now + delay};
  recording.transcription = ended;
  recording.transcription->status = "in-progress";
  recording.transcription->text.clear();
  end_later(recording, ended, delay);
}

void Recorder::end_later(const Recording& recording, const Transcription& ended,
                         milliseconds delay) {
  World& world = line_.world();
  world.agenda.at(world.now + delay, [&world, sid = recording.sid, ended] {
    Recording* written = world.recording(sid);
    if (written == nullptr || !written->transcription) return;  // deleted meanwhile
    written->transcription = ended;
    world.changed("calls");
  });
  http::Form params = line_.params();
  append(params, transcription_params(world, recording, ended, record_.transcribe_callback));
  line_.callbacks().send({.subject = line_.record().sid,
                          .what = "transcription " + ended.status,
                          .to = {record_.transcribe_callback},
                          .params = std::move(params)},
                         delay, CallStatus::as_it_will_be);
}

}  // namespace simulator

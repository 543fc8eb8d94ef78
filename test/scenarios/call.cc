#include "scenarios/call.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

namespace scenario {
namespace {

constexpr int most_documents = 30;
constexpr int call_seconds = 30;
constexpr const char* incoming_path = "/twilio/voice/incoming";
constexpr const char* provider_failed = "An application error has occurred. Goodbye.";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

Call::Call(Scenario& scenario, const std::string& from, const CallSettings& settings)
    : scenario_(scenario), wire_(scenario, from, settings) {
  does("calls");
  open(incoming_path, {}, "ringing");
}

// What is heard and done -------------------------------------------------------------------------

Call& Call::hears(const std::string& words) {
  EXPECT_TRUE(contains(heard_, words)) << "\"" << words << "\" was not said, but: " << heard_;
  return *this;
}

Call& Call::does_not_hear(const std::string& words) {
  EXPECT_FALSE(contains(heard_, words)) << "\"" << words << "\" was said: " << heard_;
  return *this;
}

Call& Call::is_over() {
  EXPECT_TRUE(has_ended()) << "the line is still there, and said: " << heard_;
  return *this;
}

Call& Call::presses(const std::string& keys) {
  does("presses " + keys);
  keys_pressed_ += static_cast<int>(keys.size());
  if (moment_ == Moment::question)
    press_at_question(keys);
  else if (moment_ == Moment::recording)
    press_while_recording(keys);
  else
    ADD_FAILURE() << "nobody is there any more for the keys " << keys;
  scenario_.settle();
  return *this;
}

Call& Call::waits() {
  does("waits");
  if (moment_ == Moment::question)
    go_on();
  else if (moment_ == Moment::recording)
    end_recording("");
  else
    ADD_FAILURE() << "nobody is there any more to wait for";
  scenario_.settle();
  return *this;
}

Call& Call::waits_for_the_beep() {
  if (moment_ == Moment::question) {
    does("waits for the beep");
    go_on();
  }
  EXPECT_EQ(moment_, Moment::recording) << "no beep is heard, but: " << heard_;
  return *this;
}

Call& Call::speaks(const std::string& words, const std::string& language) {
  waits_for_the_beep();
  does("says \"" + words + "\"");
  spoken_ += (spoken_.empty() ? "" : ", ") + words;
  spoken_language_ = language;
  return *this;
}

Call& Call::hangs_up() {
  does("hangs up");
  was_hung_up_ = !has_ended();
  if (moment_ == Moment::recording)
    end_recording("hangup");
  else if (moment_ == Moment::question)
    end_call();
  return *this;
}

Call& Call::hangs_up_before_the_beep() {
  EXPECT_TRUE(spoken_.empty()) << "the beep has sounded already";
  does("hangs up before the beep");
  was_hung_up_ = !has_ended();
  end_call();
  return *this;
}

void Call::does(const std::string& what) {
  heard_.clear();
  turns_.push_back({.is_line = false, .words = what, .language = {}});
}

void Call::says(const Verb& say) {
  const std::string language = say.attribute("language", "en-US").substr(0, 2);
  heard_ += (heard_.empty() ? "" : " ") + say.words;
  everything_heard_ += say.words + "\n";
  turns_.push_back({.is_line = true, .words = say.words, .language = language});
}

std::vector<Call::Turn> Call::transcript() const {
  std::vector<Turn> timed = turns_;
  for (Turn& turn : timed) {
    if (turn.is_line) turn.seconds = scenario_.speech().seconds_of(turn.words, turn.language);
  }
  return timed;
}

std::string Call::document_attribute(const std::string& verb, const std::string& name) const {
  const auto found = std::ranges::find(document_, verb, &Verb::name);
  return found == document_.end() ? "" : found->attribute(name, "");
}

// How the provider carries out a document --------------------------------------------------------

void Call::open(const std::string& url, const Params& more, const std::string& call_status) {
  if (++documents_ > most_documents) {
    ADD_FAILURE() << "the call goes round in circles: " << everything_heard_;
    return end_call();
  }
  const HttpReply reply = wire_.fetch(url, more, call_status);
  at_ = 0;
  document_.clear();
  if (reply.status != 200) {
    says({.name = "Say", .attributes = {}, .words = provider_failed, .inside = {}});
    return end_call();
  }
  try {
    document_ = test_support::read_call_document(reply.content_type, reply.body);
  } catch (const test_support::InvalidDocument& invalid) {
    ADD_FAILURE() << invalid.what() << " in " << reply.body;
    return end_call();
  }
  play();
}

void Call::play() {
  for (; at_ < document_.size(); ++at_) {
    const Verb& verb = document_[at_];
    if (verb.name == "Say") says(verb);
    if (verb.name == "Gather") {
      for (const Verb& prompt : verb.inside) {
        if (prompt.name == "Say") says(prompt);
      }
      moment_ = Moment::question;
      return;
    }
    if (verb.name == "Record") {
      moment_ = Moment::recording;
      return;
    }
    if (verb.name == "Redirect") return open(std::string(verb.words), {}, "in-progress");
    if (verb.name == "Hangup") break;
  }
  line_hangs_up();
}

// Nothing was entered: the verb after the question.
void Call::go_on() {
  ++at_;
  play();
}

void Call::press_at_question(const std::string& keys) {
  const Verb gather = document_[at_];
  const std::string finish = gather.attribute("finishOnKey", "#");
  const std::size_t most = std::stoul(gather.attribute("numDigits", "1000"));
  std::string digits;
  for (const char key : keys) {
    if (finish == std::string(1, key)) break;
    digits += key;
    if (digits.size() == most) break;
  }
  if (digits.empty()) return go_on();
  open(gather.attribute("action", ""), {{"Digits", digits}, {"msg", "Gather End"}}, "in-progress");
}

void Call::press_while_recording(const std::string& keys) {
  const std::string finish = document_[at_].attribute("finishOnKey", "1234567890*#");
  const auto key = keys.find_first_of(finish);
  if (finish.empty() || key == std::string::npos) return;  // a tone in the recording
  end_recording(std::string(1, keys[key]));
}

void Call::end_recording(const std::string& key) {
  const Verb record = document_[at_];
  Recorded recorded{.sid = scenario_.next_sid("RE"),
                    .key = key,
                    .seconds = 0,
                    .is_absent = spoken_.empty() && silent_ == SilentRecording::dropped,
                    .callback = record.attribute("recordingStatusCallback", ""),
                    .events = record.attribute("recordingStatusCallbackEvent", "completed")};
  if (!recorded.is_absent) {
    const std::string words = spoken_.empty() ? "um" : spoken_;
    recorded.seconds =
        static_cast<int>(std::lround(scenario_.speech().seconds_of(words, spoken_language_)));
    scenario_.keep_recording(recorded.sid, scenario_.speech().wav_of(words, spoken_language_));
  }
  spoken_.clear();
  recordings_.push_back(recorded);
  const std::string action = record.attribute("action", "");
  if (key == "hangup") {
    if (!recorded.is_absent) owed_action_ = action;
    return end_call();
  }
  if (recorded.is_absent) return go_on();
  open(action, wire_.of_recording(recorded), "in-progress");
}

void Call::line_hangs_up() {
  const bool has_words = std::ranges::any_of(
      document_, [](const Verb& verb) { return verb.name == "Say" || !verb.inside.empty(); });
  EXPECT_TRUE(has_words) << "the line hangs up without a word after: " << everything_heard_;
  turns_.push_back({.is_line = false, .words = "the line hangs up", .language = {}});
  end_call();
}

// The end, and what the provider tells of it -----------------------------------------------------

void Call::end_call() {
  if (has_ended()) return;
  moment_ = Moment::over;
  for (const Callback callback : callbacks_) comes(callback);
  scenario_.settle();
}

Call& Call::callbacks(std::vector<Callback> order) {
  callbacks_ = std::move(order);
  return *this;
}

Call& Call::silent_recordings_are(SilentRecording silent) {
  silent_ = silent;
  return *this;
}

Call& Call::comes(Callback callback) {
  switch (callback) {
    case Callback::action:
      // Its answer is for nobody, but must be one.
      if (!owed_action_.empty()) {
        const HttpReply reply =
            wire_.fetch(owed_action_, wire_.of_recording(recordings_.back()), "completed");
        EXPECT_EQ(reply.status, 200) << reply.body;
      }
      break;
    case Callback::status: wire_.post_call_status("completed", call_seconds); break;
    case Callback::recording:
      for (const Recorded& recorded : recordings_) wire_.post_recording_status(recorded);
      break;
  }
  if (has_ended()) scenario_.settle();
  return *this;
}

HttpReply Call::comes_transcribed(const std::string& words) {
  return wire_.post_transcript(recordings_.back(), words);
}

Call& Call::is_asked_again() {
  EXPECT_EQ(wire_.fetch_again().body, wire_.newest_body());
  EXPECT_EQ(wire_.fetch_again_by_fallback().body, wire_.newest_body());
  scenario_.settle();
  return *this;
}

}  // namespace scenario

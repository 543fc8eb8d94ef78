#include "scenarios/call.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace scenario {
namespace {

using test_support::Verb;

constexpr int most_steps = 1000;
constexpr milliseconds of_a_breath{1'000};
// A recording is ready, and told of, within that time.
constexpr milliseconds until_all_is_told{3'000};
constexpr std::size_t wav_header_bytes = 44;
constexpr std::int64_t bytes_a_millisecond = 16;
constexpr const char* fallback_path = "/twilio/voice/fallback";
constexpr const char* status_path = "/twilio/voice/status";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void add(Params& params, const Params& more) {
  params.insert(params.end(), more.begin(), more.end());
}

bool has_words(const std::vector<Verb>& document) {
  return std::ranges::any_of(
      document, [](const Verb& verb) { return verb.name == "Say" || !verb.inside.empty(); });
}

}  // namespace

Call::Call(Scenario& scenario, const std::string& from, const CallSettings& settings)
    : scenario_(scenario) {
  does("calls");
  sid_ = scenario_.provider().with([&](simulator::World&, simulator::Switchboard& switchboard,
                                       simulator::Texting&) {
    return switchboard.ring({.from = from, .to = line_number, .attestation = settings.attestation});
  });
  scenario_.provider().advance(milliseconds(0));
  look();
}

// What is heard and done -------------------------------------------------------------------------

Call& Call::hears(const std::string& words) {
  listen();
  EXPECT_TRUE(contains(heard_, words)) << "\"" << words << "\" was not said, but: " << heard_;
  return *this;
}

Call& Call::does_not_hear(const std::string& words) {
  listen();
  EXPECT_FALSE(contains(heard_, words)) << "\"" << words << "\" was said: " << heard_;
  return *this;
}

Call& Call::is_over() {
  EXPECT_TRUE(has_ended()) << "the line is still there, and said: " << heard_;
  return *this;
}

bool Call::is_after_the_beep() {
  listen();
  return stand_ == Stand::recording || stand_ == Stand::before_record;
}

Call& Call::presses(const std::string& keys) {
  listen_to_the_beep();
  does("presses " + keys);
  keys_pressed_ += static_cast<int>(keys.size());
  if (stand_ == Stand::over) ADD_FAILURE() << "nobody is there any more for the keys " << keys;
  on_the_line([&](simulator::Switchboard& line) { line.press(sid_, keys); });
  // Too few keys: silence makes an answer of them.
  if (!look().doing.keys.empty()) let_it_end();
  listen();
  scenario_.settle();
  return *this;
}

Call& Call::waits() {
  listen_to_the_beep();
  does("waits");
  if (stand_ == Stand::over) ADD_FAILURE() << "nobody is there any more to wait for";
  on_the_line([](simulator::Switchboard&) {});
  let_it_end();
  listen();
  scenario_.settle();
  return *this;
}

Call& Call::waits_for_the_beep() {
  listen();
  if (stand_ == Stand::question) {
    does("waits for the beep");
    let_it_end();
  }
  listen_to_the_beep();
  EXPECT_EQ(stand_, Stand::recording) << "no beep is heard, but: " << heard_;
  return *this;
}

Call& Call::speaks(const std::string& words, const std::string& language) {
  waits_for_the_beep();
  does("says \"" + words + "\"");
  const std::string samples = scenario_.speech().wav_of(words, language).substr(wav_header_bytes);
  has_spoken_ = true;
  on_the_line([&](simulator::Switchboard& line) { line.speak(sid_, samples); });
  scenario_.provider().advance(
      milliseconds(static_cast<std::int64_t>(samples.size()) / bytes_a_millisecond));
  return *this;
}

Call& Call::hangs_up() {
  listen_to_the_beep();
  // Nobody is as quick as a beep.
  if (stand_ == Stand::recording && !has_spoken_) scenario_.provider().advance(of_a_breath);
  does("hangs up");
  was_hung_up_ = was_hung_up_ || !has_ended();
  on_the_line([&](simulator::Switchboard& line) { line.hang_up(sid_); });
  listen();
  return *this;
}

Call& Call::hangs_up_before_the_beep() {
  listen();
  EXPECT_NE(stand_, Stand::recording) << "the beep has sounded already";
  does("hangs up before the beep");
  was_hung_up_ = was_hung_up_ || !has_ended();
  on_the_line([&](simulator::Switchboard& line) { line.hang_up(sid_); });
  listen();
  return *this;
}

void Call::does(const std::string& what) {
  heard_.clear();
  turns_.push_back({.is_line = false, .words = what, .language = {}});
}

template <class Act>
void Call::on_the_line(const Act& act) {
  scenario_.provider().with(
      [&](simulator::World& world, simulator::Switchboard& switchboard, simulator::Texting&) {
        world.chaos.drops_silent_recordings = silent_ == SilentRecording::dropped;
        act(switchboard);
      });
  scenario_.provider().advance(milliseconds(0));
}

std::vector<Call::Turn> Call::transcript() const {
  std::vector<Turn> timed = turns_;
  for (Turn& turn : timed) {
    if (turn.is_line) turn.seconds = scenario_.speech().seconds_of(turn.words, turn.language);
  }
  return timed;
}

std::string Call::document_attribute(const std::string& verb, const std::string& name) {
  const auto& document = wire().document();
  const auto found = std::ranges::find(document, verb, &Verb::name);
  return found == document.end() ? "" : found->attribute(name, "");
}

// How the line goes on ---------------------------------------------------------------------------

Call& Call::listen() {
  Provider& provider = scenario_.provider();
  provider.advance(milliseconds(0));
  for (int steps = 0; steps < most_steps; ++steps) {
    stand_ = stand_of(look());
    if (stand_ != Stand::recording) has_spoken_ = false;
    if (stand_ == Stand::over) come_to_an_end();
    if (stand_ != Stand::listening) return *this;
    if (!provider.advance_to_next()) break;
  }
  ADD_FAILURE() << "the line says nothing more after: " << everything_heard_;
  return *this;
}

Call& Call::listen_to_the_beep() {
  listen();
  for (int steps = 0; stand_ == Stand::before_record && steps < most_steps; ++steps) {
    scenario_.provider().advance_to_next();
    listen();
  }
  return *this;
}

void Call::let_it_end() {
  const simulator::Doing first = look().doing;
  for (int steps = 0; steps < most_steps; ++steps) {
    const simulator::Doing doing = look().doing;
    if (doing.kind != first.kind || doing.since != first.since || !doing.until) return;
    const auto left = *doing.until - scenario_.provider().moment();
    scenario_.provider().advance(std::max(milliseconds(0), left));
  }
}

simulator::CallView Call::look() {
  auto view =
      scenario_.provider().with([&](simulator::World&, const simulator::Switchboard& switchboard,
                                    simulator::Texting&) { return switchboard.view(sid_); });
  if (!view) throw std::runtime_error("the provider knows nothing of call " + sid_);
  if (wire().documents() != documents_) said_in_document_ = 0;
  documents_ = wire().documents();
  for (; seen_ < view->transcript.size(); ++seen_) hear(view->transcript[seen_]);
  return *std::move(view);
}

void Call::hear(const simulator::Heard& heard) {
  if (heard.kind == "hang_up" && heard.who == simulator::Heard::Who::line && !has_failed_) {
    EXPECT_TRUE(has_words(wire().document()))
        << "the line hangs up without a word after: " << everything_heard_;
    turns_.push_back({.is_line = false, .words = "the line hangs up", .language = {}});
  }
  if (heard.kind == "error") has_failed_ = true;
  if (heard.kind != "say" && heard.kind != "error") return;
  ++said_in_document_;
  heard_ += (heard_.empty() ? "" : " ") + heard.words;
  everything_heard_ += heard.words + "\n";
  turns_.push_back(
      {.is_line = true, .words = heard.words, .language = heard.language.substr(0, 2)});
}

Call::Stand Call::stand_of(const simulator::CallView& view) {
  const std::string& kind = view.doing.kind;
  if (kind == "over") return Stand::over;
  if (kind == "recording") return Stand::recording;
  if (kind == "saying" && leads_to_the_beep()) return Stand::before_record;
  if (kind != "gathering") return Stand::listening;
  const auto words = std::find_if(view.transcript.rbegin(), view.transcript.rend(),
                                  [](const auto& heard) { return heard.kind == "say"; });
  const bool is_said =
      words == view.transcript.rend() || words->at + words->length <= scenario_.provider().moment();
  return is_said ? Stand::question : Stand::listening;
}

bool Call::leads_to_the_beep() {
  int words = 0;
  for (const Verb& verb : wire().document()) {
    if (verb.name == "Record") return words > 0 && said_in_document_ == words;
    if (verb.name == "Say") ++words;
    if (verb.name != "Say" && verb.name != "Pause") return false;
  }
  return false;
}

// The end, and what the provider tells of it -----------------------------------------------------

void Call::come_to_an_end() {
  if (is_ended_) return;
  is_ended_ = true;
  scenario_.provider().advance(until_all_is_told);
  for (const Callback callback : callbacks_.value_or(std::vector<Callback>()))
    scenario_.provider().release(sid_, callback);
  scenario_.settle();
}

Call& Call::callbacks(std::vector<Callback> order) {
  callbacks_ = std::move(order);
  wire().hold_callbacks();
  return *this;
}

Call& Call::silent_recordings_are(SilentRecording silent) {
  silent_ = silent;
  return *this;
}

Call& Call::comes(Callback callback) {
  if (callback == Callback::status && !has_ended()) {
    Params params = standard_params();
    add(params, {{"CallStatus", "completed"},
                 {"CallDuration", "30"},
                 {"CallbackSource", "call-progress-events"},
                 {"Duration", "1"},
                 {"SequenceNumber", "0"},
                 {"Timestamp", "Mon, 23 Nov 2020 09:58:12 +0000"}});
    EXPECT_EQ(scenario_.post_signed(status_path, params).status, 204);
  } else {
    scenario_.provider().release(sid_, callback);
  }
  if (has_ended()) scenario_.settle();
  return *this;
}

HttpReply Call::comes_transcribed(const std::string& words) {
  const std::string recording = scenario_.provider().with_world([&](const simulator::World& world) {
    const auto found = std::ranges::find(world.recordings, sid_, &simulator::Recording::call_sid);
    return found == world.recordings.end() ? "" : found->sid;
  });
  const std::string path = "/twilio/voice/transcription";
  Params params = standard_params();
  add(params, {{"CallStatus", "completed"},
               {"RecordingSid", recording},
               {"RecordingUrl", "https://api.twilio.com/2010-04-01/Accounts/" +
                                    std::string(account_sid) + "/Recordings/" + recording},
               {"TranscriptionSid", "TR" + recording.substr(2)},
               {"TranscriptionStatus", words.empty() ? "failed" : "completed"},
               {"TranscriptionText", words},
               {"TranscriptionType", "fast"},
               {"url", public_base + path}});
  return scenario_.post_signed(path, params);
}

Call& Call::is_asked_again() {
  listen();
  Params params = wire().newest_params();
  const std::string path = wire().newest_path();
  EXPECT_EQ(scenario_.post_signed(path, params).body, wire().newest_body());
  add(params, {{"ErrorCode", "11200"}, {"ErrorUrl", public_base + path}});
  EXPECT_EQ(scenario_.post_signed(fallback_path, params).body, wire().newest_body());
  scenario_.settle();
  return *this;
}

Params Call::standard_params() const {
  const auto call =
      scenario_.provider().with_world([&](simulator::World& world) { return *world.call(sid_); });
  return {{"AccountSid", account_sid}, {"ApiVersion", "2010-04-01"},
          {"CallSid", sid_},           {"Called", call.to},
          {"Caller", call.from},       {"Direction", call.direction},
          {"From", call.from},         {"To", call.to}};
}

}  // namespace scenario

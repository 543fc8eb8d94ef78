// Reads what an application answers to a webhook: TwiML, as strictly as the provider does
// (twilio.md 3.1, 3.2 and 3.4), but also its plain text and sound. Pure; whatever the bytes are, it
// takes bounded time and opens neither file nor connection.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "http/message.h"
#include "simulator/webhook.h"

namespace simulator {

/// What the debugger is to show of a document that is followed all the same: hand each one to
/// World::complain.
struct Finding {
  bool is_error = false;  // else a warning
  Fault fault;
};

/// Whether the answer of a webhook is a document at all, of a call or of a message: no content type
/// or a strange one is 12300, more than 64 kB 11750, no well-formed <Response> 12100. As
/// Webhook::judge wants it.
std::optional<Fault> judge_document(const http::Response& answer);

// Verbs of a call --------------------------------------------------------------------------------

/// Named as TwiML names them, with its defaults: a value that it does not allow is a finding and
/// leaves the default. URLs are as they were written, maybe relative; without any the member is
/// empty.
namespace verb {

struct Say {
  std::string words;  // without marks, blanks run together
  std::string voice = "man";
  std::string language = "en-US";
  int loop = 1;  // 1 to 1000
};
struct Play {
  std::string url;
  std::string digits = {};  // keys that are played instead of a sound, "w" is half a second
  int loop = 1;             // 1 to 1000
  bool is_here = false;     // the answer itself is the sound
  std::optional<milliseconds> length = {};  // once it is known
};
struct Pause {
  std::chrono::seconds length{1};
};
using Prompt = std::variant<Say, Play, Pause>;

/// An empty URL is that of the current document.
struct Action {
  std::string url = {};
  http::Method method = http::Method::post;
};

struct Gather {
  std::vector<Prompt> prompts = {};
  Action action = {};
  bool takes_keys = true;
  bool takes_speech = false;
  std::chrono::seconds timeout{5};
  std::optional<std::chrono::seconds> speech_timeout = {};  // none: as `timeout`
  std::optional<int> num_digits = {};
  std::string finish_on_key = "#";  // one character or empty
  bool action_on_empty_result = false;
  bool barge_in = true;
  std::string language = "en-US";
};

struct Record {
  Action action = {};
  std::chrono::seconds timeout{5};  // 0: silence does not end it
  std::string finish_on_key = "1234567890*#";
  std::chrono::seconds max_length{3600};
  bool play_beep = true;
  bool trims_silence = true;
  Action status_callback = {};  // empty: none
  std::vector<std::string> status_events = {"completed"};
  bool transcribe = false;
  std::string transcribe_callback = {};  // empty: none
};

struct Redirect {
  Action action;
};
struct Hangup {};
struct Reject {
  bool is_busy = false;
};
/// Connects to somebody else, which the simulator only pretends.
struct Dial {
  std::string number = {};
  std::optional<Action> action = {};
  std::chrono::seconds timeout{30};
};
/// Start and Stop: of what goes on beside the call, and is not simulated.
struct Aside {
  std::string name;
};

}  // namespace verb

using Verb = std::variant<verb::Say, verb::Play, verb::Pause, verb::Gather, verb::Record,
                          verb::Redirect, verb::Hangup, verb::Reject, verb::Dial, verb::Aside>;

/// From top to bottom; what is not a verb, or not one of a call, is a finding and left out. Plain
/// text is one Say, sound one Play and a Hangup.
struct VoiceDocument {
  std::vector<Verb> verbs = {};
  std::vector<Finding> findings = {};
  bool is_readable = true;  // false: it is no document at all, as the finding says
};
/// Of an answer that judge_document finds fine, else it is empty but for the finding. `url` is the
/// answer's own, for sound.
VoiceDocument read_voice_document(const http::Response& answer, const std::string& url);
/// The parameter `Twiml` of the REST API.
VoiceDocument read_voice_twiml(const std::string& twiml);

// Messages ---------------------------------------------------------------------------------------

struct Reply {
  std::string to = {};                       // empty: to the sender
  std::string from = {};                     // empty: from the number that was texted
  std::string body = {};                     // several <Body> joined
  std::vector<std::string> media_urls = {};  // maybe relative, as all URLs here
  std::string action = {};                   // empty: none
  http::Method method = http::Method::post;  // of the action
  std::string status_callback = {};          // empty: none
};

struct MessagingDocument {
  std::vector<Reply> replies = {};
  std::optional<verb::Action> redirect = {};  // verbs after it are left out
  std::vector<Finding> findings = {};
};
/// Of an answer that judge_document finds fine, else it is empty but for the finding. Plain text is
/// one reply to the sender; without any text there is none.
MessagingDocument read_messaging_document(const http::Response& answer);

}  // namespace simulator

// Everything that the provider knows at one moment. Plain data, guarded as a whole by the
// Simulator.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulator/account.h"
#include "simulator/agenda.h"
#include "simulator/chaos.h"
#include "simulator/moment.h"
#include "simulator/sid.h"
#include "simulator/webhook.h"

namespace simulator {

struct Media {
  std::string sid;  // "ME…"
  std::string content_type;
  std::string bytes;
  Moment created;
};

/// A message in either direction (twilio.md 5, Create Message).
struct Message {
  std::string sid = {};  // "SM…", or "MM…" with media
  std::string from;
  std::string to;
  std::string body;
  std::string direction;    // "inbound", "outbound-api", "outbound-reply"
  std::string status = {};  // "received", "queued", "sent", …
  std::optional<int> error_code = {};
  std::vector<Media> media = {};
  std::string messaging_service_sid = {};
  Address status_callback = {};
  Moment created = {};
  Moment updated = {};
  std::optional<Moment> sent = {};
};

struct CallRecord {
  std::string sid;  // "CA…"
  std::string from;
  std::string to;
  std::string direction;  // "inbound", "outbound-api"
  std::string status;     // "queued", "ringing", "in-progress", "completed", "busy", "failed", …
  std::string attestation = {};     // StirVerstat's value; empty: the carrier says nothing
  std::string forwarded_from = {};  // empty: not said
  Moment created;
  std::optional<Moment> started = {};  // answered
  std::optional<Moment> ended = {};
};

/// What was said on a recording, as text.
struct Transcription {
  std::string sid;     // "TR…"
  std::string status;  // "in-progress", "completed", "failed"
  std::string text = {};
  Moment created;
  Moment updated;
};

struct Recording {
  std::string sid;  // "RE…"
  std::string call_sid;
  std::string status;  // "in-progress", "processing", "completed", "absent", "deleted"
  std::string source = "RecordVerb";
  Moment started;
  milliseconds length{};
  int error_code = 0;                   // why it is absent: 16101 or 16102; 0: it is fine
  std::string wav = {};                 // 8 kHz, 16 bit, mono, with its header
  std::optional<Moment> ready_at = {};  // its media answers 404 before
  std::optional<Transcription> transcription = {};
};

/// Beyond them the oldest is forgotten: the simulator runs for days.
inline constexpr std::size_t most_messages = 20'000;
inline constexpr std::size_t most_calls = 5'000;
inline constexpr std::size_t most_exchanges = 5'000;
inline constexpr std::size_t most_warnings = 1'000;

/// What the provider's debugger shows.
struct Complaint {
  std::uint64_t number = 0;  // counts up from 1
  Moment at;
  std::string subject;  // the call's or the message's SID
  bool is_error = false;
  Fault fault;
};

struct World {
  Account account;
  /// What the addresses of recordings and pictures begin with: where the simulator is, once whoever
  /// serves it knows; the provider's own for an application that maps that to there.
  std::string rest_base = "https://api.twilio.com";
  std::vector<Number> numbers;
  Chaos chaos;

  std::deque<Message> messages;  // oldest first, as all of them
  std::deque<CallRecord> calls;
  std::deque<Recording> recordings;
  std::set<std::pair<std::string, std::string>> opted_out;  // {our number, theirs}
  std::deque<Exchange> wire;
  std::size_t wire_bytes = 0;  // of its documents and parameters
  std::deque<Complaint> complaints;

  /// Of sound, of pictures and on the wire each, as of `most_messages`.
  std::size_t most_bytes = std::size_t{256} * 1024 * 1024;

  Agenda agenda;
  Moment now;
  Random random;
  Deliver deliver;
  /// Tells whoever watches: "calls", "messages", "wire", "complaints".
  std::function<void(std::string_view topic)> changed;

  const Number* number(std::string_view phone_number) const;
  Message* message(std::string_view sid);
  CallRecord* call(std::string_view sid);
  Recording* recording(std::string_view sid);

  /// Keeps it within the bounds, and tells.
  Message& keep(Message message);
  CallRecord& keep(CallRecord call);
  Recording& keep(Recording recording);
  void keep(Exchange exchange);
  void complain(std::string subject, bool is_error, Fault fault);
  /// Of whatever was wrong with the answers to a webhook.
  void complain(const std::string& subject, const Outcome& outcome);
};

}  // namespace simulator

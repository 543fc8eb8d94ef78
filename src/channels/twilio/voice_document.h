// What the provider is told to do in a call, one verb after the other (twilio.md 3.2): say words,
// gather keys, record, fetch the next document, hang up.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"

namespace twilio {

/// Words, and whose voice says them.
struct Spoken {
  people::Language language = people::Language::en;
  std::string words;
};
using Speech = std::vector<Spoken>;

/// Asks for keys, which the first of them interrupts. '#' ends the answer.
struct Gather {
  std::string action;
  std::optional<std::size_t> digits;  // as many end the answer as well
  std::chrono::seconds patience{5};   // after the last word, and again after each key
};

/// Beeps and records.
struct Record {
  std::string action;
  std::string status_callback;
  std::string ending_keys;
  std::chrono::seconds longest{120};
  std::chrono::seconds silence{6};  // that ends it
};

/// URLs are relative to the current document, or our own paths.
class VoiceDocument {
 public:
  void say(const Speech& speech);
  /// No keys: the next verb.
  void gather(const Gather& gather, const Speech& question);
  /// The next verb is for a provider who keeps no recording of silence (twilio.md 3.3).
  void record(const Record& record);
  void pause(std::chrono::seconds length);
  void redirect(std::string_view url);
  void hang_up();

  std::string text() const;

 private:
  std::string verbs_;
};

}  // namespace twilio

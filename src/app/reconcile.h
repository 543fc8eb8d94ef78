// The provider does not bring a text or a callback again that failed. So its lists are read, at
// start and every few minutes: what has arrived there and is not known here is taken in, once.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "app/provider.h"
#include "app/step.h"
#include "app/take_missed.h"
#include "platform/log.h"
#include "store/database.h"

namespace app {

/// One thread at a time.
class Reconciler {
 public:
  /// All must outlive it.
  Reconciler(store::Database& database, Provider& provider, const Line& line, CallRules rules,
             WordLateAnswer word, platform::Log log);

  /// Reads the lists when it is time, and takes in what is missing, each thing in a transaction of
  /// its own, so that a webhook need not wait for all. The first time on a new installation it only
  /// remembers the moment: nothing older is ever taken in. Before somebody is told that they were
  /// cut off it looks whether they have spoken. A list that can't be read changes
  /// nothing and is asked for again soon.
  Step step(base::Moment now);
  /// From any thread: `step` ends after the thing at hand.
  void stop() { is_stopping_ = true; }

 private:
  /// When it is time; nothing: now.
  std::optional<base::Moment> next_reading();
  /// From when on the lists are of interest; nothing on a new installation.
  std::optional<base::Moment> begin(base::Moment now);
  // Each: false when a list could not be read.
  bool take_texts(base::Moment since, base::Moment now);
  bool take_calls(base::Moment since, base::Moment now);
  std::vector<MissedCall> calls_of(const std::vector<ListedCall>& calls,
                                   std::vector<ListedRecording> recordings, base::Moment since,
                                   base::Moment now);
  IncomingText text_of(const ListedText& listed);
  bool is_settled(base::Moment since_when, base::Moment now);
  void take(const std::function<void(store::Transaction&)>& job);
  template <class T>
  bool is_read(const Listed<T>& listed, std::string_view name) const;

  store::Database& database_;
  Provider& provider_;
  const Line& line_;
  CallRules rules_;
  WordLateAnswer word_;
  platform::Log log_;
  std::atomic<bool> is_stopping_{false};
  std::optional<base::Moment> due_at_;      // nothing: at once
  base::Moment read_at_;                    // the newest reading, or try
  std::optional<base::Moment> settles_at_;  // the first of those that were too fresh in this run
  int taken_ = 0;                           // in this run
};

}  // namespace app

// Moves the invented people into an empty database, with 90 days of life behind them, so that
// whoever opens the demo finds a house in which people live.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/sender.h"
#include "base/time.h"
#include "demo/samples.h"
#include "platform/vault.h"
#include "store/database.h"

namespace demo {

struct Parts {
  store::Database& database;  // migrated, without anybody in it
  const platform::Vault& vault;
  std::string time_zone;                  // of the organisation: a name that exists
  std::vector<std::string> line_numbers;  // E.164: what people call and text
  base::Moment now;                       // the history ends here
  std::filesystem::path recordings;       // <data>/recordings: made if need be
  std::vector<VoiceSample> samples = {};  // what was recorded; none: nobody has left a recording
  /// Only asked for the words of what has long been sent; nothing leaves through them.
  const app::Sender& texts;
  const app::Sender& mails;
};

/// Whether nobody is on file.
bool is_empty(store::Database& database);

/// In one transaction: people, passwords, scopes, and what happened since 90 days. The same moment
/// gives the same history. Every notice of the past is settled and nothing is due, so that a server
/// that starts on it sends nothing old. Throws store::Failure, std::system_error when the disk does
/// not take a recording, std::logic_error when the database was not empty.
void furnish(const Parts& parts);

}  // namespace demo

// What belongs to one person only: telephone numbers that are not shared, e-mail addresses, PINs.
// Looked at as everybody will be after the import, so that two people may swap their numbers.
#pragma once

#include <vector>

#include "app/import_target.h"

namespace app {

struct Candidate {
  CheckedRow row;
  const store::PersonOnFile* before = nullptr;
  store::ImportedPerson target;
  bool has_left = false;
};

/// The clashes among the candidates and with the people on file, reported for each row concerned.
std::vector<RowProblem> clashes(const std::vector<Candidate>& candidates,
                                const store::OnFile& on_file, base::Day today);

/// Fills in, for each candidate, whose numbers it takes over: a leaver's, or of somebody who has
/// another one in the same file.
void settle_given_up(std::vector<Candidate>& candidates, const store::OnFile& on_file);

}  // namespace app

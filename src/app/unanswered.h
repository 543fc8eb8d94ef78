// A question that stays unanswered for ten minutes is not forgotten: the text is on the board as
// unclear, and whoever is responsible is told.
#pragma once

#include <string_view>

#include "app/line.h"
#include "store/database.h"
#include "store/queries/attempts.h"

namespace app {

inline constexpr std::chrono::minutes question_stays_open{10};

/// Closes the question to `phone` and tells the managers of whoever may have sent what it is about.
/// The attempt stays open on the board. False when there is nobody to tell.
bool close_unanswered(store::Transaction& tx, const Line& line, std::string_view phone,
                      const store::Question& question, base::Moment now);

/// Closes questions whose time is over, at most 50 at once. Returns how many.
int close_unanswered(store::Transaction& tx, const Line& line, base::Moment now);

}  // namespace app

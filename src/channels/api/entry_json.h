// What lists and pages are made of, in the shapes of api/openapi.yaml.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "channels/api/viewer.h"
#include "store/queries/alarms_seen.h"
#include "store/queries/attempts_seen.h"
#include "store/queries/entry_row.h"
#include "store/queries/people_seen.h"

namespace api {

boost::json::value person_json(const std::optional<store::PersonSeen>& person);
boost::json::value acknowledgement_json(const std::optional<store::Acknowledged>& acknowledged);
boost::json::value entry_json(const store::Entry& entry);
boost::json::value headcount_json(const store::TeamHeadcount& headcount);
boost::json::value attempt_json(const store::AttemptSeen& attempt, const Viewer& viewer);
boost::json::value alarm_json(const store::AlarmSeen& alarm);

/// Null for an empty one.
boost::json::value text_or_null(const std::string& text);
/// "16:05".
boost::json::value time_or_null(const std::optional<base::Minutes>& time);
template <class Id>
boost::json::value id_or_null(const std::optional<Id>& id) {
  return id ? boost::json::value(id->value()) : boost::json::value();
}

/// Why words and sound are missing; `has_words` is false where there are none to miss.
std::string_view withheld(const Viewer& viewer, bool may_read, bool has_words);
/// Words are opened at all only for who may read them, in a session that need not be confirmed.
store::Words words_for(const Viewer& viewer, bool may_read);

}  // namespace api

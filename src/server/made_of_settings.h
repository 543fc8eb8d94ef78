// What the other modules want to know of the settings, each in its own form.
#pragma once

#include "app/import_people.h"
#include "app/line.h"
#include "app/take_call.h"
#include "channels/twilio/account.h"
#include "channels/twilio/call_documents.h"
#include "server/settings.h"

namespace server {

twilio::Account account_of(const Settings& settings);
app::Line line_of(const Settings& settings, platform::Vault vault, const platform::Random& random);
app::CallRules call_rules_of(const Settings& settings);
twilio::CallWords call_words_of(const Settings& settings);
/// `settings` must outlive them.
app::ImportOptions import_options_of(const Settings& settings, std::string source,
                                     base::Moment now);

}  // namespace server

// The mailbox page's JSON API (api/mailbox.yaml): the list, a mail as it came, and a stream that
// says when there are more.
#pragma once

#include <string_view>
#include <vector>

#include "demo/mailbox.h"
#include "http/event_hub.h"
#include "http/router.h"

namespace demo {

/// What to publish in the hub when the mailbox has changed.
inline constexpr std::string_view mails_topic = "mails";

/// GET /api/mails, /api/mails/{id}/raw and /api/events. Both must outlive the routes.
std::vector<http::Route> mailbox_routes(const Mailbox& mailbox, http::EventHub& events);

}  // namespace demo

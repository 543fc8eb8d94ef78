// Which page of the web application a mail's button opens: the request to be decided rather than a
// front door behind which it must be looked for.
#pragma once

#include <string>

#include "channels/mail/letter.h"
#include "store/queries/outbox.h"

namespace mail {

/// `base` is the application's address without a slash at its end; empty: no link at all. A link
/// holds nothing but a number, and the page behind it asks for a sign-in.
Links page_links(const store::Notice& notice, const std::string& base);

}  // namespace mail

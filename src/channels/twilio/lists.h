// What has arrived at our numbers, page by page from the provider's own lists (twilio.md 5).
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "app/provider.h"
#include "channels/twilio/account.h"
#include "channels/twilio/rest_client.h"

namespace twilio {

/// One thread at a time.
class Lists {
 public:
  /// Both must outlive it.
  Lists(const Account& account, RestClient& client);

  app::Listed<app::ListedText> texts_since(base::Day day);
  app::Listed<app::ListedCall> calls_since(base::Day day);
  app::Listed<app::ListedRecording> recordings_since(base::Day day);
  /// `message_sid` has been checked.
  app::Listed<app::ListedMedia> media_of(std::string_view message_sid);

 private:
  std::set<std::string> own_numbers() const;

  const Account& account_;
  RestClient& client_;
};

}  // namespace twilio

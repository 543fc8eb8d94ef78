// The provider's REST API (twilio.md 5), as much of it as we use. Blocking: for workers only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/sender.h"
#include "base/time.h"
#include "channels/twilio/account.h"
#include "http/client.h"

namespace twilio {

/// A message as the provider keeps it.
struct SentMessage {
  std::string sid;
  std::string from;
  std::string body;
  std::string status;                        // "queued", "sent", "failed", …
  std::optional<base::Moment> date_created;  // nothing: not said, or not understood
};

/// One thread at a time: it keeps its connection. Any request ends within ten seconds unless it
/// says otherwise.
class RestClient {
 public:
  /// The account must outlive it.
  explicit RestClient(const Account& account);

  /// Create Message. It has no key against repeats: after a NotAccepted in doubt look before trying
  /// again.
  std::variant<SentMessage, app::NotAccepted> create_message(std::string_view to,
                                                             std::string_view body,
                                                             std::string_view status_callback);
  /// Messages to that number since that day (UTC), newest first, at most 200.
  std::variant<std::vector<SentMessage>, app::NotAccepted> messages_to(std::string_view to,
                                                                       base::Day since);
  /// The first page of a list, such as "/Calls.json".
  std::variant<http::Response, http::Unreachable> list(std::string_view path,
                                                       const http::Form& query);
  /// Another page of it, where the last one says that it is. Nothing when that is not the same list
  /// of our own account at the configured host.
  std::optional<std::variant<http::Response, http::Unreachable>> next_page(std::string_view path,
                                                                           std::string_view uri);
  /// The bytes of a message's media. The one redirect to where the provider stores them is
  /// followed, over https or back to the API's own host, without our credentials.
  std::variant<http::Response, http::Unreachable> media(std::string_view message_sid,
                                                        std::string_view media_sid,
                                                        std::size_t max_body);
  /// The bytes of a recording as WAV, within a minute; redirects as above.
  std::variant<http::Response, http::Unreachable> recording(std::string_view recording_sid,
                                                            std::size_t max_body);
  /// 204 when it was deleted, 404 when it was gone before.
  std::variant<http::Response, http::Unreachable> delete_recording(std::string_view recording_sid);

 private:
  std::variant<http::Response, http::Unreachable> stored(http::Call call);
  std::string resource(std::string_view path) const;
  http::Call signed_in(http::Method method, std::string url) const;
  bool may_follow(std::string_view location) const;

  const Account& account_;
  http::Client client_;
};

}  // namespace twilio

// The provider's side of a text's pictures: fetched by our own account's URL, never by the posted
// one.
#pragma once

#include "app/provider.h"
#include "channels/twilio/rest_client.h"

namespace twilio {

class MediaStore final : public app::Provider {
 public:
  /// The account must outlive it.
  explicit MediaStore(const Account& account);

  bool is_configured() const override;
  std::variant<app::Media, app::NotYet, app::Never> fetch_message_media(
      std::string_view message_sid, std::string_view media_sid) override;

 private:
  const Account& account_;
  RestClient client_;
};

}  // namespace twilio

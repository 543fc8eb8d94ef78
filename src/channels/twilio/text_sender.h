// Notices by text.
#pragma once

#include "app/sender.h"
#include "channels/twilio/rest_client.h"
#include "text/catalogue.h"

namespace twilio {

class TextSender final : public app::Sender {
 public:
  /// Both must outlive it.
  TextSender(const Account& account, const text::Catalogue& catalogue);

  notice::Channel channel() const override { return notice::Channel::sms; }
  bool is_configured() const override;
  /// The text itself, in GSM-7 and one segment.
  std::string render(const store::Notice& notice) const override;
  app::SendOutcome send(const store::Notice& notice, const std::string& rendering) override;
  /// By number and words among what the provider has from us since the notice was made.
  std::variant<std::optional<std::string>, app::NotAccepted> find_sent(
      const store::Notice& notice, const std::string& rendering) override;

 private:
  const Account& account_;
  const text::Catalogue& catalogue_;
  RestClient client_;
};

}  // namespace twilio

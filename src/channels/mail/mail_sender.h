// Notices by mail.
#pragma once

#include <optional>
#include <string>

#include "app/sender.h"
#include "channels/mail/letter.h"
#include "channels/mail/smtp.h"
#include "platform/vault.h"
#include "text/catalogue.h"

namespace mail {

class MailSender final : public app::Sender {
 public:
  /// `smtp`: nothing while SMTP_URL is not set. `from` is MAIL_FROM, "Callout
  /// <callout@example.org>"; `public_base_url` is where readers open the application. The vault
  /// signs the links to recordings. Catalogue and vault must outlive it.
  MailSender(const std::optional<SmtpUrl>& smtp, std::string from, std::string public_base_url,
             const text::Catalogue& catalogue, const platform::Vault& vault);

  notice::Channel channel() const override { return notice::Channel::email; }
  bool is_configured() const override;
  /// {"subject": …, "text": …, "html": …}
  std::string render(const store::Notice& notice) const override;
  app::SendOutcome send(const store::Notice& notice, const std::string& rendering) override;
  /// Nobody can be asked. A doubled mail has the same Message-ID, by which mailboxes show it once.
  std::variant<std::optional<std::string>, app::NotAccepted> find_sent(
      const store::Notice& notice, const std::string& rendering) override;

 private:
  /// The listen link is for this reader and this call-out, and ages from when the notice was made.
  Links links_of(const store::Notice& notice) const;
  Message message_of(const store::Notice& notice, const std::string& rendering) const;

  std::string from_;
  std::string public_base_url_;
  const text::Catalogue& catalogue_;
  const platform::Vault& vault_;
  std::optional<SmtpClient> client_;
};

}  // namespace mail

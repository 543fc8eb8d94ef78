// What the provider keeps for us: a text's pictures and a call's recording, fetched by our own
// account's URL, never by the posted one; and the lists of what has arrived.
#pragma once

#include "app/provider.h"
#include "channels/twilio/lists.h"
#include "channels/twilio/rest_client.h"

namespace twilio {

class MediaStore final : public app::Provider {
 public:
  /// The account must outlive it.
  explicit MediaStore(const Account& account);

  bool is_configured() const override;
  std::variant<app::Media, app::NotYet, app::Never> fetch_message_media(
      std::string_view message_sid, std::string_view media_sid) override;
  std::variant<app::Media, app::NotYet, app::Never> fetch_recording(
      std::string_view recording_sid) override;
  bool delete_recording(std::string_view recording_sid) override;
  app::Listed<app::ListedText> texts_since(base::Day day) override;
  app::Listed<app::ListedCall> calls_since(base::Day day) override;
  app::Listed<app::ListedRecording> recordings_since(base::Day day) override;
  app::Listed<app::ListedMedia> media_of(std::string_view message_sid) override;

 private:
  const Account& account_;
  RestClient client_;
  Lists lists_;
};

}  // namespace twilio

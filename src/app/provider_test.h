// For tests: a provider that keeps nothing. A test's own says what it is about, and no more.
#pragma once

#include "app/provider.h"

namespace app {

class EmptyProvider : public Provider {
 public:
  bool is_configured() const override { return true; }
  std::variant<Media, NotYet, Never> fetch_message_media(std::string_view,
                                                         std::string_view) override {
    return Never{"none here"};
  }
  std::variant<Media, NotYet, Never> fetch_recording(std::string_view) override {
    return Never{"none here"};
  }
  bool delete_recording(std::string_view) override { return false; }
  Listed<ListedText> texts_since(base::Day) override { return std::vector<ListedText>(); }
  Listed<ListedCall> calls_since(base::Day) override { return std::vector<ListedCall>(); }
  Listed<ListedRecording> recordings_since(base::Day) override {
    return std::vector<ListedRecording>();
  }
  Listed<ListedMedia> media_of(std::string_view) override { return std::vector<ListedMedia>(); }
};

}  // namespace app

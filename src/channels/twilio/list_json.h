// Reads the provider's lists (twilio.md 5): hostile input like any other. What has no proper id, or
// no moment, is passed over; what is not known to us is ignored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/provider.h"

namespace twilio {

template <class T>
struct ListPage {
  std::vector<T> items;
  std::string next;  // next_page_uri; empty on the last page
};

// Each: nothing when it is no such list. Of texts and calls those only that came in.
std::optional<ListPage<app::ListedText>> read_text_list(std::string_view json);
std::optional<ListPage<app::ListedCall>> read_call_list(std::string_view json);
std::optional<ListPage<app::ListedRecording>> read_recording_list(std::string_view json);
std::optional<ListPage<app::ListedMedia>> read_media_list(std::string_view json);

}  // namespace twilio

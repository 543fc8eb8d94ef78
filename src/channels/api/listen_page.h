// The page behind the link of a mail: a player for each recording of one call-out, or plainly why
// there is none. It names nobody and no reason, only the request number and the day; it needs no
// script and nothing from elsewhere.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "http/message.h"
#include "store/queries/recordings.h"
#include "text/catalogue.h"

namespace api {

struct ListenPage {
  std::string_view token;  // of the link: the players' addresses are made of it
  std::int64_t receipt_number = 0;
  base::Day day;
  std::vector<store::Recording> recordings;
};
http::Response listen_page(const text::Catalogue& catalogue, people::Language language,
                           const ListenPage& page);

enum class Refusal {
  unknown,     // 404: no such link, or nothing of that name under it
  expired,     // 410
  taken_back,  // 403: the link, or the reader's right
  not_yet,     // 404: on its way here from the provider
  broken,      // 500: the file is missing or was altered
  trouble,     // 503
};
/// In both languages where the reader is not known.
http::Response listen_refusal(const text::Catalogue& catalogue,
                              std::optional<people::Language> language, Refusal refusal);

}  // namespace api

// What a notice says as a mail. The subject is read on locked screens: it never has the reason.
#pragma once

#include <string>
#include <string_view>

#include "domain/notice/notice.h"
#include "text/catalogue.h"

namespace mail {

struct NoticeMail {
  std::string subject;
  std::string text;  // lines end with \n
};

/// `review_url`: where the application is; empty: no such line.
NoticeMail notice_mail(const text::Catalogue& catalogue, people::Language language,
                       notice::Kind kind, const notice::Facts& facts, std::string_view review_url);

}  // namespace mail

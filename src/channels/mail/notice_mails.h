// What a notice says as a mail. The subject is read on locked screens: it never has the reason.
#pragma once

#include <string>

#include "channels/mail/letter.h"

namespace mail {

struct NoticeMail {
  std::string subject;
  std::string text;  // lines end with \n
  std::string html;
};

NoticeMail notice_mail(const text::Catalogue& catalogue, people::Language language,
                       notice::Kind kind, const notice::Facts& facts, const Links& links);

}  // namespace mail

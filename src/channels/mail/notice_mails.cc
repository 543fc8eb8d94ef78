#include "channels/mail/notice_mails.h"

#include "channels/mail/html_part.h"
#include "channels/mail/plain_part.h"

namespace mail {

NoticeMail notice_mail(const text::Catalogue& catalogue, people::Language language,
                       notice::Kind kind, const notice::Facts& facts, const Links& links) {
  const Letter letter = write_letter(catalogue, language, kind, facts, links);
  return {.subject = letter.subject, .text = plain_part(letter), .html = html_part(letter)};
}

}  // namespace mail

// The sentences of one mail: the facts of its notice as the arguments of the messages "mail.…".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/notice/notice.h"
#include "text/catalogue.h"

namespace mail {

/// The catalogue must outlive it.
class LetterWords {
 public:
  LetterWords(const text::Catalogue& catalogue, people::Language language,
              const notice::Facts& facts);

  /// Valid UTF-8 without the characters that could change how the rest of the mail is read.
  std::string say(std::string_view message) const;

 private:
  const text::Catalogue& catalogue_;
  people::Language language_;
  std::vector<text::Argument> arguments_;
};

/// Without control characters other than the line's end and without overrides of the writing
/// direction: a name that turns the sentence around it is no name.
std::string plainly_readable(std::string_view text);

}  // namespace mail

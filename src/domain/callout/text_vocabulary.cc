#include "domain/callout/text_vocabulary.h"

namespace callout {

const Phrasebook& phrasebook() {
  static const Phrasebook book = [] {
    std::vector<Group> groups;
    for (const auto table : {english_groups(), spanish_groups()}) {
      groups.insert(groups.end(), table.begin(), table.end());
    }
    std::vector<Phrase> phrases;
    for (const auto table :
         {english_phrases(), english_frame_phrases(), spanish_phrases(), cause_phrases()}) {
      phrases.insert(phrases.end(), table.begin(), table.end());
    }
    return Phrasebook(groups, phrases);
  }();
  return book;
}

}  // namespace callout

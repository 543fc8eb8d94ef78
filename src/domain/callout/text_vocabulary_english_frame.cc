#include <array>

#include "domain/callout/text_vocabulary.h"

namespace callout {
namespace {

// What stands around an English report: questions, greetings, courtesies, and the small words
// between.
constexpr std::array phrases = {
    Phrase{Role::question, Subject::open, R"(
        who|whos|what|whats|when|whens|where|wheres|why|how|hows|which
        can|could|would|should|may|will|shall|am i|you|u|we|someone|somebody|anyone|he|she|they|my|the|it
        have you|u|we|i|they
        anyone|anybody|wondering|question
        just? wondering|asking|checking
        i|was|im wondering
        want to know)"},
    Phrase{Role::auxiliary, Subject::open, "is|are|do|does|did|has"},
    Phrase{Role::coming, Subject::open, R"(
        i|but|ill|im|and? <adv>? can|could|will|coming <adv>? come|make|be|work <in>|it|there
        i|ill|but <adv>? can|could come|work
        i|ill|im|but|still? <adv>? coming|comming|cming <in>? to? work?
        i|ill <adv>? be <in>|there|at work?
        but <must>? be <in>|there
        on my way|omw|heading in|on the way
        im|i am|already? here|at work
        back at|to work)"},
    Phrase{Role::first_person, Subject::sender,
           "i|im|ive|ill|my|we|me|am\n i am|m\n i have been|got|have|had\n i think i "
           "have|got|caught|ate"},
    Phrase{Role::third_person, Subject::open,
           "he|she|they|you|u|hes|shes|theyre|everyone|everybody|him|her"},
    Phrase{Role::link, Subject::open, R"(
        because|cause|cuz|coz|bc|cus|becuase|becasue|since|so|but|due|therefore|as|reason|now
        b c
        due to|too
        because of
        on account of
        the reason is|being
        so that)"},
    Phrase{Role::adverb, Subject::open, "<adv>"},
    Phrase{Role::range, Subject::open, "to|thru|through"},
    Phrase{Role::filler, Subject::open, R"(
        a|an|the|it|in|at|of|have|having|had|has|got|getting|get|been|being|was|be|that|this|not|dont|didnt
        no|up|down|down|out|off|by|into|over|pto|some|bad|really|severe|terrible|horrible|high|major|awful
        do|does not
        dealing|diagnosed|tested|woke|came|went|came|going|feel|feels|feeling|felt|took|take|taking
        serious|minor|little|more|again|another|possible|like|their|his|all|last|under|own)"},
    Phrase{Role::withdrawn, Subject::open, R"(
        can call out
        dont call out)"},
    Phrase{Role::courtesy, Subject::open, R"(
        i? am|im? so|very|really? sorry about|for? that|this|the? late|short? notice?
        sorry|sry|apologies|apologize|srry jefa|jefe|guys|all|everyone|boss|team|yall?
        i? apologize for? the|any? inconvenience|trouble
        for|about? the? late|short notice|inconvenience
        please|pls|plz|unfortunately|thanks|thx|thank you|u?
        thank you|u so? very? much?
        thanks so much
        for? your? understanding
        let me know if you|u need anything|me?
        please? let me know
        if you|u|they|theres|there|anyone|anybody need|needs|have|has|is|are any|anything|something|me? questions?
        if you|u need to? call|reach|text? me?
        just? letting|let you|u|yall|everyone know that?
        just? wanted|want|writing|texting|calling to? to? let you|u|yall|everyone know that?
        hope|hoping|hopefully i|to|ill|im|i? feel|be|get|feeling|am better on|by? <later_day>?
        i? hope i? feel|get|be better on|by? <later_day>?
        will? keep you|u posted|updated
        will keep you updated
        fyi|lol|smh|ugh
        take care
        god bless
        my bad
        have a good|great|nice|blessed day|night|one
        see you|u soon
        can someone|anyone|somebody? cover <shift>?)"},
    Phrase{Role::greeting, Subject::open, R"(
        hi|hello|hey|heya|hiya|morning|gm|hii|heyy there|all|everyone|boss|team|guys|yall|maam|sir?
        good morning|evening|afternoon|night|day all|everyone|boss|team|guys|yall|maam|sir?)"},
    Phrase{Role::introduction, Subject::open, R"(
        this is
        its
        it is
        my name is
        please? tell|let|inform
        here)"},
    Phrase{Role::joiner, Subject::open, "and|&|n|plus|also|too|both\n as well"},
    Phrase{Role::alternative, Subject::open, "or"},
    Phrase{Role::preposition, Subject::open, "with|w|for|from|on\n w slash"},
};

}  // namespace

std::span<const Phrase> english_frame_phrases() {
  return phrases;
}

}  // namespace callout

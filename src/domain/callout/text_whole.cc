#include "domain/callout/text_whole.h"

#include <algorithm>
#include <array>

#include "domain/callout/text_phrases.h"

namespace callout {
namespace {

constexpr std::array<std::string_view, 8> stop_words = {
    "stop", "unsubscribe", "end", "quit", "stopall", "revoke", "optout", "cancel"};
constexpr std::array<std::string_view, 3> start_words = {"start", "unstop", "yes"};
constexpr std::array<std::string_view, 2> help_words = {"help", "info"};
constexpr std::array<std::string_view, 2> complete_words = {"out", "fuera"};
constexpr std::array<std::string_view, 2> undo_words = {"undo", "deshacer"};
// "a 2", "y 5": words, not the first half of a code.
constexpr std::string_view letters_that_are_words = "aeiouy";
constexpr std::u32string_view friendly_emoji =
    U"👍🙏❤♥💙💚💛💜🧡🖤🤍😊👌✅✔☑💯🙌🤗😘☺🙂😀😁😃😄🥰😍💪👏🤝🎉✨🫶"
    U"\U0001F3FB\U0001F3FC\U0001F3FD\U0001F3FE\U0001F3FF";

constexpr std::array thanks_phrases = {Phrase{Role::courtesy, Subject::open, R"(
    thanks|thank|thx|thnx|tnx|thks|ty|tysm|tyvm|thankyou|thanx you|u? so|very? much? again?
    many|ok|okay thanks
    thanks a lot|lot|million|bunch|ton
    much? appreciated
    i? appreciate it|that|you|u
    ok|okay|okey|okie|oki|k|kk|okk|oke
    got|gotcha it?
    perfect|great|cool|good|awesome|nice|received|understood|noted|copy|wonderful|excellent
    no problem|worries
    np|yw|will|roger do?
    sounds good|great
    all good|set
    you too
    youre welcome
    god bless you?
    boss|maam|sir|all|everyone|everybody|guys|team|yall|jefe|jefa|senora|senor|amiga|amigo
    muchas|mil|muchisimas? gracias|grasias|gracia|grax
    perfecto|vale|listo|entendido|recibido|bueno|excelente|genial
    esta bien
    muy bien|amable
    de acuerdo|nada
    igualmente|bendiciones
    dios le|te|los bendiga
    a? ti|usted)"}};

constexpr std::array after_code_phrases = {Phrase{Role::courtesy, Subject::open, R"(
    i? got|have it
    ok|okay|k|thanks|thank|thx|ty|gracias you|u?
    gotit|seen|received|understood|recibido|entendido|visto|perfect|perfecto|enterada|enterado
    lo? tengo)"}};

template <std::size_t size>
bool among(std::string_view word, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_made_of(const Phrasebook& book, const std::vector<Word>& words) {
  const auto spans = book.find(units_of(words));
  return std::all_of(spans.begin(), spans.end(),
                     [](const Span& span) { return span.role == Role::courtesy; });
}

bool is_thanks(const WrittenText& text) {
  static const Phrasebook book({}, thanks_phrases);
  if (!text.words.empty()) return is_made_of(book, text.words);
  return !text.emoji.empty() && text.emoji.find_first_not_of(friendly_emoji) == std::string::npos;
}

bool is_ascii_letter(char byte) {
  return byte >= 'a' && byte <= 'z';
}
bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// "k7", "ab12": one or two letters, then one or two digits.
bool is_code(std::string_view word) {
  const auto first_digit = std::find_if_not(word.begin(), word.end(), is_ascii_letter);
  const auto letters = first_digit - word.begin();
  const auto digits = word.end() - first_digit;
  return letters >= 1 && letters <= 2 && digits >= 1 && digits <= 2 &&
         std::all_of(first_digit, word.end(), is_digit);
}

/// The code that the text begins with, and the words that it takes.
std::string code_of(const std::vector<Word>& words, std::size_t& used) {
  used = 1;
  if (is_code(words[0].text)) return words[0].text;
  if (words.size() < 2 || ends_clause(words[1].before)) return {};
  const std::string& letter = words[0].text;
  const std::string code = letter + words[1].text;
  used = 2;
  const bool sole = letter.size() == 1 && is_ascii_letter(letter[0]) &&
                    letters_that_are_words.find(letter[0]) == std::string_view::npos;
  return sole && is_code(code) ? code : std::string();
}

std::optional<TextCommand> acknowledgement_in(const std::vector<Word>& words) {
  static const Phrasebook book({}, after_code_phrases);
  std::size_t used = 0;
  std::string code = code_of(words, used);
  if (code.empty()) return std::nullopt;
  const std::vector<Word> rest(words.begin() + static_cast<std::ptrdiff_t>(used), words.end());
  if (!is_made_of(book, rest)) return std::nullopt;
  std::transform(code.begin(), code.end(), code.begin(),
                 [](char byte) { return is_digit(byte) ? byte : static_cast<char>(byte - 32); });
  return Acknowledge{code};
}

}  // namespace

std::optional<TextCommand> carrier_word_in(const WrittenText& text) {
  if (text.words.size() != 1 || text.decorated) return std::nullopt;
  const std::string& word = text.words[0].text;
  if (among(word, stop_words)) return OptOut{};
  if (among(word, start_words)) return OptIn{};
  if (among(word, help_words)) return AskHelp{};
  return std::nullopt;
}

std::optional<TextCommand> whole_command_in(const WrittenText& text) {
  if (text.asks) return std::nullopt;
  if (is_thanks(text)) return Thanks{};
  if (text.words.empty()) return std::nullopt;
  const std::string& word = text.words[0].text;
  if (text.words.size() == 1) {
    if (among(word, complete_words)) return Complete{};
    if (among(word, undo_words)) return TakeBack{};
    if (word.size() == 1 && word[0] >= '1' && word[0] <= '9') return Choose{word[0] - '0'};
  }
  return acknowledgement_in(text.words);
}

}  // namespace callout

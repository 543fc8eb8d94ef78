#include "text/latin.h"

#include <cstdint>
#include <memory>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace text {
namespace {

// A word as long as that is none; in pieces, a hostile text takes time in proportion to its length.
constexpr std::int32_t longest_piece = 1024;

/// Null where ICU came without its rules. Cyrillic is spelled as readers of English know it
/// (Yuliya, not Ulia). NFC stands first because a filter in the first place would hold for all
/// steps.
std::unique_ptr<const icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<const icu::Transliterator>(icu::Transliterator::createInstance(
      icu::UnicodeString("NFC; [:Cyrillic:] Russian-Latin/BGN; Any-Latin; "
                         "NFD; [[:Mn:][:Lm:]] Remove; NFC; Latin-ASCII"),
      UTRANS_FORWARD, status));
}

bool is_foreign(UChar32 point) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(point, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN: return false;
    default: return U_SUCCESS(status) != 0;
  }
}

/// What belongs to no script by itself, and to a word after its first letter: marks, long vowels,
/// joiners.
bool is_attached(UChar32 point) {
  constexpr std::uint32_t marks = U_GC_M_MASK | U_GC_LM_MASK;
  return (U_GET_GC_MASK(point) & marks) != 0 || u_hasBinaryProperty(point, UCHAR_JOIN_CONTROL) != 0;
}

/// Where the part of another script that begins at `begin` ends; `begin` where none does.
std::int32_t end_of_foreign(const icu::UnicodeString& words, std::int32_t begin) {
  std::int32_t end = begin;
  while (end < words.length() && end - begin < longest_piece) {
    const UChar32 point = words.char32At(end);
    if (!is_foreign(point) && (end == begin || !is_attached(point))) break;
    end = words.moveIndex32(end, 1);
  }
  return end;
}

bool has_capitals(const icu::UnicodeString& words) {
  for (std::int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
    const UChar32 point = words.char32At(at);
    if (u_isupper(point) != 0 || u_totitle(point) != point) return true;
  }
  return false;
}

void capitalise(icu::UnicodeString& words) {
  for (std::int32_t at = 0; at < words.length(); ++at) {
    const bool begins_word = at == 0 || words[at - 1] == u' ';
    if (begins_word && words[at] < 0x80)
      words.setCharAt(at, static_cast<char16_t>(u_toupper(words[at])));
  }
}

icu::UnicodeString in_latin(const icu::Transliterator& transliterator, icu::UnicodeString foreign) {
  const bool is_capitalised = has_capitals(foreign);
  transliterator.transliterate(foreign);
  if (!is_capitalised) capitalise(foreign);
  return foreign;
}

bool has_foreign(const icu::UnicodeString& words) {
  for (std::int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
    if (is_foreign(words.char32At(at))) return true;
  }
  return false;
}

}  // namespace

std::string latinized(std::string_view utf8) {
  static const auto transliterator = make_transliterator();
  const auto words = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  if (!transliterator || !has_foreign(words)) return std::string(utf8);
  icu::UnicodeString latin;
  for (std::int32_t at = 0; at < words.length();) {
    const std::int32_t end = end_of_foreign(words, at);
    if (end > at) {
      latin += in_latin(*transliterator, words.tempSubStringBetween(at, end));
    } else {
      latin += words.char32At(at);
    }
    at = end > at ? end : words.moveIndex32(at, 1);
  }
  std::string result;
  return latin.toUTF8String(result);
}

}  // namespace text

#include "text/catalogue.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

namespace text {
namespace {

using people::Language;
using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

base::Result<Catalogue> load(std::string_view en, std::string_view es) {
  const std::array sources{Catalogue::Source{"en", en}, Catalogue::Source{"es", es}};
  return Catalogue::load(sources);
}

std::string locale_file(const std::string& language) {
  std::ifstream file(CALLOUT_SOURCE_DIR "/locales/" + language + ".json", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// One message "m" in both languages.
Catalogue catalogue_of(const std::string& en, const std::string& es) {
  auto catalogue = load("{\"m\": \"" + en + "\"}", "{\"m\": \"" + es + "\"}");
  if (!catalogue) throw std::logic_error(catalogue.problem().field + catalogue.problem().what);
  return catalogue.value();
}
Catalogue catalogue_of(const std::string& both) {
  return catalogue_of(both, both);
}

base::Problem problem_of(std::string_view en, std::string_view es) {
  const auto catalogue = load(en, es);
  return catalogue ? base::Problem{"", "none", ""} : catalogue.problem();
}

constexpr base::Day monday = std::chrono::sys_days{2026y / 11 / 23};

TEST(Catalogue, SaysAReceiptInTheReadersLanguage) {
  const auto catalogue = catalogue_of("Recorded, {name}: {day}. Request #{n}.",
                                      "Registrado, {name}: {day}. Solicitud #{n}.");
  EXPECT_EQ(
      catalogue.say(Language::en, "m", {{"name", "Ana"}, {"day", SpokenDay{monday}}, {"n", 1234}}),
      "Recorded, Ana: Mon Nov 23. Request #1234.");
  EXPECT_EQ(
      catalogue.say(Language::es, "m", {{"name", "Ana"}, {"day", SpokenDay{monday}}, {"n", 1234}}),
      "Registrado, Ana: lun 23 nov. Solicitud #1234.");
}

TEST(Catalogue, SaysATimeSoThatMorningAndAfternoonDiffer) {
  const auto catalogue = catalogue_of("{t}");
  const auto say = [&](base::Minutes time) {
    return catalogue.say(Language::en, "m", {{"t", TimeOfDay{time}}});
  };
  EXPECT_EQ(say(4h + 58min), "4:58am");
  EXPECT_EQ(say(16h + 58min), "4:58pm");
  EXPECT_EQ(say(0min), "12:00am");
  EXPECT_EQ(say(12h + 5min), "12:05pm");
  EXPECT_EQ(say(23h + 59min), "11:59pm");
  EXPECT_EQ(catalogue.say(Language::es, "m", {{"t", TimeOfDay{4h + 58min}}}), "4:58am");
}

TEST(Catalogue, SaysATimeAsItWasWrittenWhereTheHalfOfTheDayIsNotClear) {
  const auto catalogue = catalogue_of("{t}");
  const auto say = [&](base::Minutes time) {
    return catalogue.say(Language::en, "m", {{"t", WrittenTime{time}}});
  };
  EXPECT_EQ(say(2h + 5min), "2:05");
  EXPECT_EQ(say(12h + 59min), "12:59");
  EXPECT_EQ(say(13h), "1:00pm");
}

TEST(Catalogue, NamesEachDayAndMonthShortAndWithoutOddSpacesOrFullStops) {
  const auto catalogue = catalogue_of("{d}");
  for (const Language language : {Language::en, Language::es}) {
    std::set<std::string> said;
    for (base::Day day = monday; day < monday + std::chrono::days(366);
         day += std::chrono::days(1)) {
      const auto words = catalogue.say(language, "m", {{"d", SpokenDay{day}}});
      EXPECT_LE(words.size(), 12u) << words;
      EXPECT_EQ(words.find_first_of("."), std::string::npos) << words;
      EXPECT_EQ(words.find("\u00A0"), std::string::npos) << words;
      EXPECT_EQ(words.find("\u202F"), std::string::npos) << words;
      said.insert(words);
    }
    EXPECT_EQ(said.size(), 366u);
  }
}

TEST(Catalogue, SaysADayInFullAsAVoiceDoes) {
  const auto catalogue = catalogue_of("{d}");
  const auto say = [&](Language language, base::Day day) {
    return catalogue.say(language, "m", {{"d", FullDay{day}}});
  };
  EXPECT_EQ(say(Language::en, monday), "Monday, November 23");
  EXPECT_EQ(say(Language::es, monday), "lunes 23 de noviembre");
  EXPECT_EQ(say(Language::en, base::Day(2027y / 2 / 3)), "Wednesday, February 3");
  EXPECT_EQ(say(Language::es, base::Day(2027y / 2 / 3)), "miércoles 3 de febrero");
}

TEST(Catalogue, NamesEachDayOfAYearInFullByWordsOfItsOwn) {
  const auto catalogue = catalogue_of("{d}");
  for (const Language language : {Language::en, Language::es}) {
    std::set<std::string> said;
    for (base::Day day = monday; day < monday + std::chrono::days(365);
         day += std::chrono::days(1)) {
      said.insert(catalogue.say(language, "m", {{"d", FullDay{day}}}));
    }
    EXPECT_EQ(said.size(), 365u);
  }
}

TEST(Catalogue, SaysADayBefore1970) {
  const auto catalogue = catalogue_of("{d}");
  EXPECT_EQ(catalogue.say(Language::en, "m", {{"d", SpokenDay{base::Day(1969y / 12 / 31)}}}),
            "Wed Dec 31");
}

TEST(Catalogue, CountsInPluralsAndGroupsOnlyThere) {
  const auto catalogue =
      catalogue_of("{n, plural, =0 {nobody} one {# person} other {# people}} of {all}",
                   "{n, plural, =0 {nadie} one {# persona} other {# personas}} de {all}");
  const auto say = [&](Language language, std::int64_t n) {
    return catalogue.say(language, "m", {{"n", n}, {"all", 5000}});
  };
  EXPECT_EQ(say(Language::en, 0), "nobody of 5000");
  EXPECT_EQ(say(Language::en, 1), "1 person of 5000");
  EXPECT_EQ(say(Language::es, 2), "2 personas de 5000");
  EXPECT_EQ(say(Language::en, 1200), "1,200 people of 5000");
}

TEST(Catalogue, SelectsByAWord) {
  const auto catalogue =
      catalogue_of("{source, select, phone {by phone} sms {by text} other {here}}");
  EXPECT_EQ(catalogue.say(Language::en, "m", {{"source", "sms"}}), "by text");
  EXPECT_EQ(catalogue.say(Language::en, "m", {{"source", "carrier pigeon"}}), "here");
}

TEST(Catalogue, LeavesApostrophesAndWhatPeopleWroteAlone) {
  const auto catalogue = catalogue_of("Can't come in: {name}");
  EXPECT_EQ(catalogue.say(Language::en, "m", {{"name", "{O'Hara} # ''"}}),
            "Can't come in: {O'Hara} # ''");
}

TEST(Catalogue, PutsPlainSpacesForNoBreakSpaces) {
  const auto catalogue = catalogue_of("5\u00A0h\u202F{x}");
  EXPECT_EQ(catalogue.say(Language::en, "m", {{"x", "1"}}), "5 h 1");
}

TEST(Catalogue, ThrowsForAnIdOrAnArgumentThatIsMissing) {
  const auto catalogue = catalogue_of("{n, plural, other {#}} {name}");
  EXPECT_THROW(catalogue.say(Language::en, "other", {}), std::out_of_range);
  EXPECT_THROW(catalogue.say(Language::en, "m", {{"n", 1}}), std::out_of_range);
  EXPECT_THROW(catalogue.say(Language::en, "m", {{"n", "one"}, {"name", "Ana"}}),
               std::invalid_argument);
  EXPECT_EQ(catalogue.say(Language::en, "m", {{"n", 1}, {"name", "Ana"}, {"more", 1}}), "1 Ana");
}

TEST(Catalogue, ListsItsMessagesInOrder) {
  const auto catalogue = load(R"({"b": "", "a": ""})", R"({"a": "", "b": ""})");
  ASSERT_TRUE(catalogue);
  EXPECT_EQ(catalogue.value().messages(), (std::vector<std::string>{"a", "b"}));
}

TEST(Catalogue, NamesFileMessageAndFault) {
  EXPECT_EQ(problem_of("{", "{}").field, "locales/en.json");
  EXPECT_EQ(problem_of("{}", "[]").field, "locales/es.json");
  EXPECT_EQ(problem_of(R"({"m": 1})", "{}").field, "locales/en.json: m");

  const auto unclosed = problem_of(R"({"m": "{n"})", "{}");
  EXPECT_EQ(unclosed.field, "locales/en.json: m");
  EXPECT_NE(unclosed.what.find("{n"), std::string::npos) << unclosed.what;
  EXPECT_EQ(problem_of(R"({"m": "{n, plural, one {a}}"})", "{}").field, "locales/en.json: m");
}

TEST(Catalogue, RefusesAMessageThatOneLanguageLacks) {
  EXPECT_EQ(
      problem_of(R"({"m": "a"})", "{}"),
      (base::Problem{"locales/es.json: m", "is missing", "locales/en.json has it: translate it"}));
  EXPECT_EQ(problem_of("{}", R"({"m": "a"})").field, "locales/en.json: m");
}

TEST(Catalogue, RefusesOtherArgumentsInOneLanguage) {
  const auto problem = problem_of(R"({"m": "{n, plural, other {# {name}}}"})", R"({"m": "{n}"})");
  EXPECT_EQ(problem.field, "locales/es.json: m");
  EXPECT_EQ(problem.what, "does not use {name}");
  EXPECT_EQ(problem_of(R"({"m": "a"})", R"({"m": "{name}"})").field, "locales/en.json: m");
}

TEST(Catalogue, RefusesNumberedArgumentsAndTypesThatAreNotTaken) {
  EXPECT_EQ(problem_of(R"({"m": "{0}"})", "{}").what, "has an argument {0} without a name");
  EXPECT_EQ(problem_of(R"({"m": "{d, date}"})", "{}").what,
            "gives {d} a type that is not taken here");
  EXPECT_EQ(problem_of(R"({"m": "{d, choice, 0#a}"})", "{}").field, "locales/en.json: m");
}

TEST(Catalogue, WantsEachLanguageAndNoOther) {
  const std::array english{Catalogue::Source{"en", "{}"}};
  EXPECT_EQ(Catalogue::load(english).problem().field, "locales/es.json");
  const std::array three{Catalogue::Source{"en", "{}"}, Catalogue::Source{"es", "{}"},
                         Catalogue::Source{"fr", "{}"}};
  EXPECT_EQ(Catalogue::load(three).problem().field, "locales/fr.json");
}

TEST(Catalogue, CanBeUsedByManyThreads) {
  const auto catalogue = catalogue_of("{n, plural, one {# day} other {# days}} from {d}");
  const auto say_often = [&catalogue] {
    for (std::int64_t n = 2; n < 200; ++n) {
      EXPECT_EQ(catalogue.say(Language::en, "m", {{"n", n}, {"d", SpokenDay{monday}}}),
                std::to_string(n) + " days from Mon Nov 23");
    }
  };
  std::array<std::thread, 4> threads;
  for (auto& thread : threads) thread = std::thread(say_often);
  for (auto& thread : threads) thread.join();
}

TEST(Catalogue, TravelsInTheBinary) {
  EXPECT_FALSE(Catalogue::embedded().messages().empty());
}

TEST(Catalogue, OfTheServerLeavesOutWhatOnlyTheWebApplicationSays) {
  const std::array sources{
      Catalogue::Source{"en", R"({"web.a": "{", "phone.a": "{", "mailbox.a": "{", "b": "Hello"})"},
      Catalogue::Source{"es", R"({"b": "Hola"})"}};
  const auto catalogue = Catalogue::load(sources, Catalogue::Part::what_the_server_says);
  ASSERT_TRUE(catalogue) << catalogue.problem().field;
  EXPECT_EQ(catalogue.value().messages(), std::vector<std::string>{"b"});
  EXPECT_EQ(Catalogue::load(sources).problem().field, "locales/en.json: web.a");
  for (const std::string& id : Catalogue::embedded().messages())
    EXPECT_FALSE(id.starts_with("web.") || id.starts_with("phone.") || id.starts_with("mailbox."));
}

TEST(Catalogue, OfTheWebApplicationIsWellFormedAndTheSameInBothLanguages) {
  const std::string en = locale_file("en");
  const std::string es = locale_file("es");
  const auto everything = load(en, es);
  ASSERT_TRUE(everything) << everything.problem().field << " " << everything.problem().what;
  EXPECT_TRUE(std::ranges::any_of(everything.value().messages(),
                                  [](const auto& id) { return id.starts_with("web."); }));
}

}  // namespace
}  // namespace text

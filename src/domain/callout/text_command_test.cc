#include "domain/callout/text_command.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "domain/callout/text_words.h"

namespace callout {
namespace {

template <class Command>
bool reads_as(std::string_view body) {
  return std::holds_alternative<Command>(read_text(body));
}

AbsenceReport absence(std::string_view body) {
  const TextCommand command = read_text(body);
  const auto* report = std::get_if<AbsenceReport>(&command);
  EXPECT_NE(report, nullptr) << body;
  return report == nullptr ? AbsenceReport{} : *report;
}

LateOrEarly late_or_early(std::string_view body) {
  const TextCommand command = read_text(body);
  const auto* said = std::get_if<LateOrEarly>(&command);
  EXPECT_NE(said, nullptr) << body;
  return said == nullptr ? LateOrEarly{} : *said;
}

bool same(const TextCommand& first, const TextCommand& second) {
  if (first.index() != second.index()) return false;
  const auto* report = std::get_if<AbsenceReport>(&first);
  if (report == nullptr) return true;
  const auto& other = std::get<AbsenceReport>(second);
  return report->day == other.day && report->reason == other.reason &&
         report->claims_fmla == other.claims_fmla &&
         report->names_several_days == other.names_several_days;
}

TEST(Absence, ReasonIsTheSendersOwnWords) {
  EXPECT_EQ(absence("Calling out sick - stomach flu").reason, "stomach flu");
  EXPECT_EQ(absence("Sick today, not feeling well").reason, "not feeling well");
  EXPECT_EQ(absence("calling out, Sickle cell crisis").reason, "Sickle cell crisis");
  EXPECT_EQ(absence("No voy hoy, tengo migra\u00f1a y FIEBRE").reason,
            "tengo migra\u00f1a y FIEBRE");
  EXPECT_EQ(absence("no puedo ir hoy").reason, "");
}

TEST(Absence, ThatNobodySaidIsAskedAbout) {
  for (const char* body :
       {"Sickle cell crisis", "my kid has a fever", "amanec\u00ed con fiebre", "sick"}) {
    EXPECT_TRUE(reads_as<Unclear>(body)) << body;
  }
}

TEST(Absence, OfSomebodyElseIsAskedAbout) {
  for (const char* body :
       {"Ana can't come in today", "Ana is sick, can't come in", "she won't be in",
        "my son has a fever and can't come in", "Luis no puede ir hoy"}) {
    EXPECT_TRUE(reads_as<Unclear>(body)) << body;
  }
}

TEST(LikelyAbsence, IsWhatAStrangerMayReportWhoCantBeAskedBack) {
  for (const char* body :
       {"Maria Lopez cant come in today", "I can't come to work Ana Ruiz", "Tom Lee sick today",
        "Ana Ruiz no puede ir hoy", "sick", "unwell today"}) {
    EXPECT_TRUE(likely_absence(body)) << body;
  }
  EXPECT_EQ(likely_absence("Maria Lopez cant come in tomorrow")->day.kind, NamedDay::tomorrow);
  EXPECT_EQ(likely_absence("Ana Ruiz sick today, stomach flu")->day.kind, NamedDay::today);
}

TEST(LikelyAbsence, IsNoQuestionNoCommandAndNothingThatSpeaksAgainstIt) {
  for (const char* body :
       {"is Ana out sick today?", "who is out today", "I'm not sick", "running 10 min late",
        "feeling better, coming in today", "hello", "", "STOP", "wrong number", "sick of this?"}) {
    EXPECT_FALSE(likely_absence(body)) << body;
  }
}

TEST(Absence, AQuestionIsNeverOne) {
  EXPECT_TRUE(reads_as<AbsenceReport>("calling out sick"));
  EXPECT_TRUE(reads_as<Unclear>("calling out sick?"));
  EXPECT_TRUE(reads_as<Unclear>("\u00bfno puedo ir hoy"));
  EXPECT_TRUE(reads_as<Unclear>("how do i call out sick"));
}

TEST(Absence, ClaimsFmlaOnlyInSoManyWords) {
  EXPECT_TRUE(absence("FMLA today").claims_fmla);
  EXPECT_FALSE(absence("family emergency today can't come").claims_fmla);
  EXPECT_FALSE(absence("calling out sick, not FMLA").claims_fmla);
}

TEST(Days, OfTheMorningAreNotTomorrow) {
  EXPECT_EQ(absence("no puedo ir esta ma\u00f1ana").day.kind, NamedDay::today);
  EXPECT_EQ(absence("no puedo ir ma\u00f1ana por la ma\u00f1ana").day.kind, NamedDay::tomorrow);
  EXPECT_EQ(absence("I can't come in this morning").day.kind, NamedDay::today);
}

TEST(Days, AreTheOnesThatTheAbsenceIsFor) {
  EXPECT_EQ(absence("sick since Monday, can't come today").day.kind, NamedDay::today);
  EXPECT_EQ(absence("can't come in today, my surgery is tomorrow").day.kind, NamedDay::today);
  EXPECT_EQ(absence("can't come in Friday").day.weekday, std::chrono::Friday);
  EXPECT_EQ(absence("no voy el 23 de noviembre").day.date, std::chrono::November / 23);
  EXPECT_EQ(absence("calling out 23/11").day.date, std::chrono::November / 23);
}

TEST(Days, ThatConflictAreAskedAbout) {
  EXPECT_TRUE(reads_as<Unclear>("can't come in today or tomorrow"));
  EXPECT_TRUE(reads_as<Unclear>("calling out sick, doctor tomorrow"));
  EXPECT_TRUE(reads_as<Unclear>("can't come in next Friday"));
}

TEST(Days, InARowGiveTheFirst) {
  const AbsenceReport report = absence("calling out today and tomorrow");
  EXPECT_EQ(report.day.kind, NamedDay::today);
  EXPECT_TRUE(report.names_several_days);
  EXPECT_TRUE(absence("no voy hasta el viernes").names_several_days);
  EXPECT_FALSE(absence("out sick today, back tomorrow").names_several_days);
}

TEST(Late, KeepsTheFiguresAsWritten) {
  EXPECT_EQ(late_or_early("running 30 min late").by, base::Minutes(30));
  EXPECT_EQ(late_or_early("stuck in traffic be there at 9:15").time_of_day, base::Minutes(555));
  EXPECT_EQ(late_or_early("leaving at 2").time_of_day, base::Minutes(120));
  EXPECT_EQ(late_or_early("need to leave early at 2pm").time_of_day, base::Minutes(840));
  EXPECT_EQ(late_or_early("salgo a las 3").kind, LateOrEarly::Kind::early);
}

TEST(Late, WithNotAtAllIsAnAbsence) {
  EXPECT_TRUE(reads_as<AbsenceReport>("I was running late but now I can't come in at all"));
  EXPECT_TRUE(reads_as<LateOrEarly>("can't come in until 10"));
}

TEST(Late, OnAnotherDayIsAskedAbout) {
  EXPECT_TRUE(reads_as<Unclear>("I need to leave early tomorrow at 2"));
}

TEST(Commands, AreTheWholeText) {
  EXPECT_TRUE(reads_as<Complete>("Fuera! \U0001F44D"));
  EXPECT_TRUE(reads_as<TakeBack>("undo."));
  EXPECT_TRUE(reads_as<Unclear>("out please"));
  EXPECT_TRUE(reads_as<OptOut>("Stop"));
  EXPECT_TRUE(reads_as<Unclear>("STOP please"));
  EXPECT_EQ(std::get<Acknowledge>(read_text("k 7")).code, "K7");
  EXPECT_TRUE(reads_as<Unclear>("B12 shot"));
  EXPECT_EQ(std::get<Choose>(read_text("#1")).option, 1);
}

TEST(Bytes, OfAnyKindAreSafe) {
  using namespace std::string_view_literals;
  EXPECT_EQ(absence("calling out sick\0flu"sv).reason, "flu");
  EXPECT_EQ(absence("calling out sick: \xff\xfe flu \xc3"sv).reason, "flu");
  EXPECT_EQ(absence("calling out sick: stomach\xff"
                    "flu"sv)
                .reason,
            "stomach flu");
  EXPECT_EQ(absence("\xe2\x80\xab"
                    "calling out: \xe2\x80\xae"
                    "flu and \xe2\x80\xae"
                    "cough")
                .reason,
            "flu and cough");
}

TEST(Bytes, InLargeHostileTextsAreReadToTheEnd) {
  for (const char* piece : {"calling out ", "sick,", "i cant come in today or ", "1/", "\xff",
                            "not ", "i am so very really ", "\u200b", "?", "tomorrow and "}) {
    std::string body;
    while (body.size() < 10'000) body += piece;
    EXPECT_FALSE(std::holds_alternative<Complete>(read_text(body)));
  }
}

/// Bodies that are likely to be read as something: phrases, days, marks and rubbish in any order.
rc::Gen<std::string> bodies() {
  const auto piece = rc::gen::element<std::string>(
      "calling out", "sick", "I can't come in", "no puedo ir", "today", "hoy", "ma\u00f1ana",
      "tomorrow", "and", "or", "fever", "Ana", "late", "9:15", "11/23", "-", ",", ". ", "\n",
      "\U0001F912", "\xff", "\u200b", "until", "Friday", "FMLA", "because", "my kid", "\u00bf",
      "not", "if", "FIEBRE", "e\u0301l", "K7", "OUT");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string body;
                        for (const auto& word : pieces) body += word + " ";
                        return body;
                      });
}

bool holds_words_of(std::string_view body, std::string_view reason) {
  const auto texts = [](std::string_view text) {
    std::vector<std::string> result;
    for (const Word& word : split_into_words(text).words) result.push_back(word.text);
    return result;
  };
  const auto all = texts(body);
  const auto some = texts(reason);
  return std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end() || some.empty();
}

TEST(Properties, AnyBytesAreReadWithoutHarm) {
  EXPECT_TRUE(
      rc::check("read_text never throws", [](const std::string& body) { read_text(body); }));
}

TEST(Properties, AReasonIsMadeOfTheBodysWords) {
  EXPECT_TRUE(rc::check("the reason's words stand in a row in the body", [] {
    const std::string body = *bodies();
    const TextCommand command = read_text(body);
    if (const auto* report = std::get_if<AbsenceReport>(&command)) {
      RC_ASSERT(holds_words_of(body, report->reason));
    }
  }));
}

TEST(Properties, SpacesAtTheEndChangeNothing) {
  EXPECT_TRUE(rc::check("read_text(body) == read_text(body + spaces)", [] {
    const std::string body = *rc::gen::oneOf(bodies(), rc::gen::arbitrary<std::string>());
    const std::string spaces(*rc::gen::inRange<std::size_t>(1, 20), ' ');
    RC_ASSERT(same(read_text(body), read_text(body + spaces)));
  }));
}

TEST(Properties, AQuestionMarkIsNeverAnAbsence) {
  EXPECT_TRUE(rc::check("no absence with a question mark",
                        [] { RC_ASSERT(!reads_as<AbsenceReport>(*bodies() + "?")); }));
}

}  // namespace
}  // namespace callout

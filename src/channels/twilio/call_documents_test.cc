#include "channels/twilio/call_documents.h"

#include <functional>
#include <set>

#include <gtest/gtest.h>

#include "channels/twilio/call_walk_test.h"
#include "channels/twilio/twiml.h"

namespace twilio {
namespace {

using namespace call_walk;  // NOLINT(google-build-using-namespace)
using callout::CallStep;
using callout::Cue;
using people::Language;

const text::Catalogue& catalogue() {
  static const text::Catalogue words = text::Catalogue::embedded();
  return words;
}

std::string document(const app::CallAnswer& answer) {
  return call_document(catalogue(), words, answer);
}

app::CallAnswer in(Language language, app::CallAnswer answer) {
  answer.state.language = language;
  return answer;
}
app::CallAnswer bilingual(app::CallAnswer answer) {
  answer.state.is_bilingual = true;
  return answer;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

int count(const std::string& text, std::string_view part) {
  int times = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++times;
  return times;
}

/// Everything between one mark and the next, all through the document.
std::vector<std::string> between(const std::string& text, std::string_view from,
                                 std::string_view to) {
  std::vector<std::string> parts;
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    at += from.size();
    parts.push_back(text.substr(at, text.find(to, at) - at));
  }
  return parts;
}

/// What is heard, a line for each change of voice.
std::string words_of(const std::string& document) {
  std::string words;
  for (const std::string& say : between(document, "<Say ", "</Say>")) {
    if (!words.empty()) words += '\n';
    words += say.substr(say.find('>') + 1);
  }
  return words;
}

// As a synthetic voice needs at 175 words a minute.
double seconds_of(const std::string& words) {
  return static_cast<double>(words.size()) / 16;
}

/// What holds for the document of every question, whoever is asked it.
void for_each(const std::function<void(const app::CallAnswer&, const std::string&)>& check) {
  for (const app::CallAnswer& answer : every_answer()) {
    const std::string text = document(answer);
    SCOPED_TRACE(text);
    check(answer, text);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(CallDocument, AlwaysSpeaksAndLeadsOn) {
  for_each([](const app::CallAnswer& answer, const std::string& text) {
    EXPECT_TRUE(text.starts_with(xml_declaration));
    EXPECT_FALSE(words_of(text).empty());
    if (answer.state.step == CallStep::farewell) {
      EXPECT_TRUE(text.ends_with("</Say><Hangup/></Response>"));
    } else {
      const auto actions = between(text, "action=\"", "\"");
      ASSERT_FALSE(actions.empty());
      EXPECT_TRUE(text.ends_with(">" + actions.back() + "</Redirect></Response>"));
      EXPECT_TRUE(actions.back().ends_with("?question=7#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000"));
    }
  });
}

TEST(CallDocument, SaysInsideTheGatherWhateverAKeyAnswers) {
  for_each([](const app::CallAnswer&, const std::string& text) {
    if (!has(text, "<Gather ")) return;
    EXPECT_TRUE(text.starts_with(std::string(xml_declaration) + "<Response><Gather "));
    EXPECT_FALSE(has(text.substr(text.find("</Gather>")), "<Say"));
  });
}

TEST(CallDocument, OffersAtMostThreeKeys) {
  for_each([](const app::CallAnswer&, const std::string& text) {
    const std::string words = words_of(text);
    EXPECT_LE(count(words, "press ") + count(words, "oprima "), 3);
  });
}

TEST(CallDocument, SaysWhatWasRecordedOnlyWhenItIs) {
  for_each([](const app::CallAnswer& answer, const std::string& text) {
    const bool is_filed = answer.state.filed.has_value();
    EXPECT_EQ(has(text, "has been recorded") || has(text, "ha quedado registrada"), is_filed);
    EXPECT_EQ(has(text, "1, 0, 4"), is_filed);
    if (is_filed) return;
    for (const char* promise : {"being told", "receive a text", "avisando", "mensaje de texto"})
      EXPECT_FALSE(has(text, promise)) << promise;
  });
}

TEST(CallDocument, AnnouncesARecordingBeforeTheBeep) {
  for_each([](const app::CallAnswer& answer, const std::string& text) {
    const bool records = has(text, "<Record ");
    EXPECT_EQ(records,
              answer.state.step == CallStep::reason || answer.state.step == CallStep::name);
    if (!records) return;
    const std::string words = words_of(text);
    EXPECT_TRUE(has(words, "We record") || has(words, "we record") || has(words, "Grabamos") ||
                has(words, "grabamos"));
  });
}

TEST(CallDocument, NeverTellsWhatWasKeyed) {
  for_each([](const app::CallAnswer&, const std::string& text) {
    EXPECT_FALSE(has(text, keyed_employee_number));
    EXPECT_FALSE(has(text, keyed_callback));
  });
}

TEST(CallDocument, SpeaksOneLanguageAndOffersTheOther) {
  for_each([](const app::CallAnswer& answer, const std::string& text) {
    const bool is_english = answer.state.language == Language::en;
    const auto others = between(text,
                                is_english ? "<Say voice=\"Polly.Lupe\" language=\"es-US\">"
                                           : "<Say voice=\"Polly.Joanna\" language=\"en-US\">",
                                "</Say>");
    const char* offer = is_english ? "Para español, oprima 9." : "For English, press 9.";
    if (!answer.state.is_bilingual) EXPECT_TRUE(others.empty());
    for (const std::string& words : others) EXPECT_EQ(words, offer);
  });
}

TEST(CallDocument, AsksWithinTenSeconds) {
  for (const Language language : {Language::en, Language::es}) {
    for (const CallStep step : steps) {
      if (step == CallStep::farewell) continue;
      const std::string words = words_of(document(in(language, known(step))));
      EXPECT_LE(seconds_of(words), 10) << words;
    }
  }
}

TEST(CallDocument, TakesAKnownCallerHalfAMinute) {
  for (const Language language : {Language::en, Language::es}) {
    const app::CallAnswer goodbye =
        filed(known(CallStep::farewell), {.receipt_number = 104, .will_be_texted = true});
    const std::string words =
        words_of(document(bilingual(in(language, known(CallStep::reason, Cue::welcome))))) +
        words_of(document(in(language, goodbye)));
    constexpr int beep_and_a_few_words = 5;
    EXPECT_LE(seconds_of(words) + beep_and_a_few_words, 35) << words;
  }
}

TEST(CallDocument, AsksAgainInOtherWordsEachTime) {
  for (const Language language : {Language::en, Language::es}) {
    for (const Cue cue : {Cue::silence, Cue::not_offered, Cue::wrong_pin}) {
      std::set<std::string> said;
      for (int tries = 1; tries <= callout::CallState::most_tries; ++tries) {
        app::CallAnswer answer = in(language, unknown(CallStep::pin, cue));
        answer.state.tries = tries;
        said.insert(words_of(document(answer)));
      }
      EXPECT_EQ(said.size(), 3u) << *said.begin();
    }
  }
}

TEST(CallDocument, OfARecognisedCallerIsHelloAndTheBeep) {
  EXPECT_EQ(
      document(bilingual(known(CallStep::reason, Cue::welcome))),
      R"(<?xml version="1.0" encoding="UTF-8"?><Response>)"
      R"(<Gather action="/twilio/voice/record?question=7#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000" method="POST" timeout="1" finishOnKey="#" numDigits="1">)"
      R"(<Say voice="Polly.Joanna" language="en-US">Welcome to Example Clinic Call-Out Line.</Say>)"
      R"(<Say voice="Polly.Lupe" language="es-US">Para español, oprima 9.</Say>)"
      R"(<Say voice="Polly.Joanna" language="en-US">Hello Ana.</Say>)"
      R"(<Say voice="Polly.Joanna" language="en-US">Please state your reason after the beep; we )"
      R"(record it. No medical details needed. Then press pound or hang up. To report without speaking, press 1.</Say></Gather>)"
      R"(<Record action="/twilio/voice/process-recording?question=7#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000" method="POST" timeout="6" )"
      R"(finishOnKey="#1" maxLength="120" playBeep="true" )"
      R"(recordingStatusCallback="/twilio/voice/recording-status#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000" )"
      R"(recordingStatusCallbackMethod="POST" recordingStatusCallbackEvent="completed absent"/>)"
      R"(<Redirect method="POST">/twilio/voice/process-recording?question=7#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000</Redirect></Response>)");
}

TEST(CallDocument, OfAnUnknownNumberAsksForThePinInTheOrganisationsLanguage) {
  EXPECT_EQ(
      document(in(Language::es, unknown(CallStep::pin, Cue::welcome))),
      R"(<?xml version="1.0" encoding="UTF-8"?><Response>)"
      R"(<Gather action="/twilio/voice/authenticate-pin?question=7#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000" method="POST" timeout="7" finishOnKey="#" numDigits="4">)"
      R"(<Say voice="Polly.Lupe" language="es-US">Le damos la bienvenida a la línea de ausencias de Example Clinic.</Say>)"
      R"(<Say voice="Polly.Lupe" language="es-US">Por favor marque su PIN de 4 dígitos. Si no tiene, oprima asterisco.</Say></Gather>)"
      R"(<Redirect method="POST">/twilio/voice/authenticate-pin?question=7#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000</Redirect></Response>)");
}

TEST(CallDocument, SaysTheRequestNumberTwiceDigitByDigit) {
  EXPECT_EQ(
      words_of(document(
          filed(known(CallStep::farewell), {.receipt_number = 104, .will_be_texted = true}))),
      "Your call-out has been recorded. Request number 1, 0, 4. I repeat: 1, 0, 4.\nIt is for "
      "Monday, November 23. Your manager is being told. You will receive a text. Take care. "
      "Goodbye.");
  EXPECT_EQ(words_of(document(
                in(Language::es, filed(known(CallStep::farewell), {.receipt_number = 27})))),
            "Su ausencia ha quedado registrada. Solicitud número 2, 7. Repito: 2, 7.\nEs para el "
            "lunes 23 de noviembre. Estamos avisando a su jefe. Cuídese. Adiós.");
}

TEST(CallDocument, SaysOfManagerAndDayWhatIsSo) {
  const auto goodbye = [](app::CallAnswer answer, const callout::Filed& with) {
    return words_of(document(filed(std::move(answer), with)));
  };
  const std::string nobody_told =
      goodbye(known(CallStep::farewell), {.receipt_number = 1, .is_somebody_told = false});
  EXPECT_TRUE(has(nobody_told, "There is nobody on file to tell: please call your workplace."));
  EXPECT_FALSE(has(nobody_told, "being told"));
  const std::string added =
      goodbye(known(CallStep::farewell), {.receipt_number = 1, .is_new = false});
  EXPECT_TRUE(has(added, "It was added to the one for Monday, November 23."));
  const std::string unverified = goodbye(unknown(CallStep::farewell), {.receipt_number = 1});
  EXPECT_TRUE(has(unverified, "A manager is being told, and will confirm it."));
  EXPECT_FALSE(has(unverified, "Your manager"));
}

TEST(CallDocument, SaysFirstThatTheDayHasACallOutAlready) {
  app::CallAnswer again = known(CallStep::reason, Cue::day_chosen);
  again.state.on_record = {monday};
  EXPECT_EQ(
      words_of(document(again)),
      "Your call-out for Monday, November 23 is already on record. You may hang up.\nTo add a "
      "message, speak after the beep; we record it. Then press pound or hang up.");
}

TEST(CallDocument, NamesTheDaysToChooseFrom) {
  EXPECT_EQ(words_of(document(known(CallStep::day))),
            "Which day will you be out? For Monday, November 23, press 1. For Tuesday, November "
            "24, press 2.");
}

TEST(CallDocument, LetsAnAssumedDayBeCorrected) {
  EXPECT_TRUE(has(document(known(CallStep::reason, Cue::day_assumed)),
                  "We take it that you mean Monday, November 23. If not, please say so after the "
                  "beep."));
  app::CallAnswer unrecorded = known(CallStep::category, Cue::day_assumed);
  unrecorded.state.may_record = false;
  EXPECT_TRUE(has(document(unrecorded), "If not, please tell your workplace."));
}

TEST(CallDocument, AsksForTheCategoryEvenAfterTheReceipt) {
  EXPECT_EQ(
      words_of(document(filed(known(CallStep::category), {.receipt_number = 104}))),
      "Your call-out has been recorded. Request number 1, 0, 4. You may hang up now, or "
      "choose a reason.\nIf you are sick, press 1. For a family emergency, press 2. For F M L "
      "A leave, press 3.");
}

TEST(CallDocument, OfALongerPinOrRecordingSaysSo) {
  const CallWords longer{.organization = "Example Clinic",
                         .pin_length = 6,
                         .longest_recording = std::chrono::seconds(45)};
  const std::string pin = call_document(catalogue(), longer, unknown(CallStep::pin));
  EXPECT_TRUE(has(pin, "numDigits=\"6\"") && has(pin, "your 6-digit PIN"));
  EXPECT_TRUE(has(call_document(catalogue(), longer, known(CallStep::reason)), "maxLength=\"45\""));
}

TEST(CallDocument, EndsAnEmployeeNumberByPoundOnly) {
  EXPECT_FALSE(has(document(unknown(CallStep::employee_number)), "numDigits"));
}

TEST(CallDocument, CarriesAnyNameSafely) {
  app::CallAnswer odd = known(CallStep::reason, Cue::welcome);
  odd.first_name = "</Say>\xFF\x01<Hangup/>";
  const std::string text = call_document(catalogue(), {.organization = "Smith & \"Sons\""}, odd);
  EXPECT_TRUE(has(text, "Smith &amp; &quot;Sons&quot;"));
  EXPECT_TRUE(has(text, "Hello &lt;/Say&gt;&lt;Hangup/&gt;."));
}

TEST(OneMoment, ComesBackToTheFirstRequest) {
  EXPECT_TRUE(
      one_moment_document(catalogue())
          .ends_with("<Pause length=\"2\"/><Redirect method=\"POST\">/twilio/voice/"
                     "incoming#rc=2&amp;rp=all&amp;ct=1500&amp;rt=4000</Redirect></Response>"));
}

}  // namespace
}  // namespace twilio

// Point 6 and the languages: the reason, spoken or by keys; what the reason never does is leak.
#include <fstream>

#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

class Reason : public OnTheLine {
 protected:
  Reason() { leaves_aside({"receipt", "call_out_recorded"}); }
  Rows types() { return rows("SELECT pto_type FROM pto_requests ORDER BY id"); }
};

TEST_F(Reason, OneBeforeTheBeepReportsWithoutSpeaking) {
  phone(ana)
      .calls()
      .hears("To report without speaking, press 1")
      .presses("1")
      .hears("family emergency")
      .presses("2")
      .hears("has been recorded. Request number 1, 0, 1")
      .is_over();
  EXPECT_EQ(types(), Rows{"family"});
  EXPECT_EQ(number("SELECT COUNT(*) FROM recordings"), 0);
  phone(ana).expect_text("Call-out recorded");
}

TEST_F(Reason, TheCategoriesAreSickFamilyAndFmla) {
  phone(ana).calls().presses("1").presses("1").hears("recorded");
  phone(ben).calls().presses("1").presses("2").hears("recorded");
  phone(eva_in_spanish).calls().presses("1").presses("3").hears("registrada");
  EXPECT_EQ(types(), (Rows{"sick", "family", "fmla"}));
}

TEST_F(Reason, WhoeverChoosesNoneIsRecordedAllTheSame) {
  phone(ana).calls().presses("1").waits().waits().waits().hears("has been recorded").is_over();
  EXPECT_EQ(types(), Rows{"sick"});
}

TEST_F(Reason, OneAfterTheBeepFilesAtOnceAndThenAsks) {
  Call& call = phone(ana).calls().waits_for_the_beep().presses("1").hears("has been recorded");
  EXPECT_EQ(call_outs(), 1);
  call.hears("family emergency").presses("2").is_over();
  EXPECT_EQ(types(), Rows{"family"});
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(receipts(), 1);
}

TEST_F(Reason, OneAfterTheBeepAndHangingUpIsRecordedToo) {
  phone(ana).calls().waits_for_the_beep().presses("1").hangs_up();
  EXPECT_EQ(call_outs(), 1);
  EXPECT_EQ(receipts(), 1);
  pass(std::chrono::minutes(2));
  EXPECT_EQ(alerts("incomplete_call"), 0);
}

TEST_F(Reason, AnotherKeyBeforeTheBeepAsksAgain) {
  phone(ana).calls().presses("5").hears("not one of the choices").hears("reason").hangs_up();
}

TEST_F(Reason, WhoeverKeepsPressingKeysIsRecordedAllTheSame) {
  phone(ana)
      .calls()
      .presses("5")
      .presses("6")
      .presses("7")
      .hears("without pressing anything")
      .speaks("fever")
      .presses("#")
      .hears("has been recorded");
  EXPECT_EQ(call_outs(), 1);
}

TEST_F(Reason, OtherKeysDoNotEndTheRecording) {
  Call& call = phone(ana).calls().speaks("press 5 for help").presses("5");
  EXPECT_TRUE(call.is_after_the_beep());
  call.presses("#").hears("has been recorded");
}

TEST_F(Reason, WithRecordingOffTheCategoriesAreAskedAtOnce) {
  restart_with("ENABLE_CALL_RECORDING", "False");
  phone(ana)
      .calls()
      .hears("If you are sick, press 1")
      .does_not_hear("beep")
      .presses("1")
      .hears("has been recorded");
  EXPECT_EQ(types(), Rows{"sick"});
}

TEST_F(Reason, TheRecordingIsAsLongAsTheSettingsAllow) {
  restart_with("CALL_RECORDING_MAX_LENGTH", "45");
  Call& call = phone(ana).calls().waits_for_the_beep();
  EXPECT_EQ(call.document_attribute("Record", "maxLength"), "45");
  call.speaks("I have a fever").waits().hears("has been recorded");
}

TEST_F(Reason, NothingSaidIsStillACallOut) {
  phone(ana).calls().waits_for_the_beep().waits().hears("has been recorded").is_over();
  phone(ben)
      .calls()
      .silent_recordings_are(SilentRecording::dropped)
      .waits_for_the_beep()
      .waits()
      .hears("has been recorded")
      .is_over();
  EXPECT_EQ(call_outs(), 2);
}

TEST_F(Reason, SpokenSpanishIsForWhoeverHasItOnFile) {
  phone(eva_in_spanish)
      .calls()
      .hears("Hola, Eva")
      .hears("Diga el motivo")
      .speaks("tengo fiebre", "es")
      .presses("#")
      .hears("Su ausencia ha quedado registrada. Solicitud número 1, 0, 1.");
}

TEST_F(Reason, NineChangesTheLanguage) {
  leaves_aside({"incomplete_call", "cut_off"});
  phone(ana)
      .calls()
      .hears("Para español, oprima 9")
      .presses("9")
      .hears("Diga el motivo")
      .hangs_up();
  phone(eva_in_spanish).calls().hears("press 9").presses("9").hears("Please state").hangs_up();
  phone(stranger)
      .calls()
      .hears("Para español, oprima 9")
      .presses("9")
      .hears("su PIN")
      .presses(pin_of_eva)
      .hears("Gracias, Eva")
      .hangs_up();
}

TEST_F(Reason, OneLanguageOnFileOffersNoOther) {
  change("UPDATE users SET language = 'en'");
  phone(ana).calls().does_not_hear("español").hangs_up();
}

TEST_F(Reason, TheRecordingStandsNowhereInTheClear) {
  const std::string wav = speech().wav_of("I have xylophonitis");
  phone(ana).calls().speaks("I have xylophonitis").presses("#");
  ASSERT_EQ(recordings_kept(), 1);
  const std::string part = wav.substr(wav.size() / 2, 64);
  stop();
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder())) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(bytes.find(part), std::string::npos) << file.path();
  }
  start();
}

}  // namespace
}  // namespace scenario

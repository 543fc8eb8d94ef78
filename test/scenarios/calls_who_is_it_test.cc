// Point 2: when a number alone says who calls, and when the PIN is asked for instead.
#include "scenarios/on_the_line.h"

namespace scenario {
namespace {

class WhoIsIt : public OnTheLine {
 protected:
  WhoIsIt() { leaves_aside({"receipt by mail", "call_out_recorded"}); }
  void is_asked_for_the_pin(const std::string& from, const CallSettings& settings = {}) {
    SCOPED_TRACE(from);
    phone(from).calls(settings).hears("PIN").does_not_hear("Hello").hangs_up();
  }
};

TEST_F(WhoIsIt, AWithheldOrTypedNumberIsNobodys) {
  for (const char* from :
       {"anonymous", "Anonymous", "unknown", "Restricted", "unavailable", "private", "",
        "+266696687", "266696687", "+1266696687", "+7378742833", "+2562533", "+8656696",
        "+86282452253", "client:alice", "sip:bob@example.org", "5550100101", "12345"}) {
    is_asked_for_the_pin(from);
  }
  EXPECT_EQ(call_outs(), 0);
}

TEST_F(WhoIsIt, AWithheldNumberNeverMatchesSomebodyWithoutOne) {
  import_people(
      "employee_number,name,email,phone,team,position,role,language,pin\n"
      "50,Blank Number,blank@example.org,,Clinical,RN,employee,en,\n");
  is_asked_for_the_pin("");
  is_asked_for_the_pin("anonymous");
}

TEST_F(WhoIsIt, TheCarriersDoubtAsksForThePin) {
  for (const char* attestation :
       {"TN-Validation-Failed", "TN-Validation-Failed-A", "TN-Validation-Failed-B",
        "TN-Validation-Failed-C", "TN-Validation-Failed-A-Diverted"}) {
    is_asked_for_the_pin(ana, {.attestation = attestation});
  }
}

TEST_F(WhoIsIt, NoDoubtIsEnoughAlsoWithoutTheCarriersWord) {
  leaves_aside({"incomplete_call", "cut_off"});
  for (const char* attestation : {"TN-Validation-Passed-A", "TN-Validation-Passed-B",
                                  "TN-Validation-Passed-C", "No-TN-Validation", ""}) {
    SCOPED_TRACE(attestation);
    phone(ana).calls({.attestation = attestation}).hears("Hello Ana").hangs_up();
  }
}

TEST_F(WhoIsIt, ASharedNumberAsksForThePin) {
  phone(luis_and_marta)
      .calls()
      .hears("PIN")
      .does_not_hear("Luis")
      .does_not_hear("Marta")
      .presses(pin_of_luis)
      .hears("Luis")
      .speaks("tengo fiebre", "es")
      .presses("#")
      .hears("Su ausencia ha quedado registrada");
  EXPECT_EQ(who_is_out(), Rows{"3|2020-11-23|1|pin"});
  phone(luis_and_marta).expect_text("Luis");
}

TEST_F(WhoIsIt, TheLinesOwnNumberIsNobodys) {
  is_asked_for_the_pin(line_number);
}

TEST_F(WhoIsIt, ALeaverIsNotGreeted) {
  is_asked_for_the_pin(leaver);
}

TEST_F(WhoIsIt, TheLastDayStillCountsAndTheNextDoesNot) {
  leaves_aside({"incomplete_call", "cut_off"});
  change("UPDATE team_members SET last_day = '2020-11-23' WHERE id = 1");
  phone(ana).calls().hears("Hello Ana").hangs_up();
  at("2020-11-24 05:00");
  is_asked_for_the_pin(ana);
}

TEST_F(WhoIsIt, WhoeverHasNotBegunIsNotGreetedYet) {
  change("UPDATE team_members SET first_day = '2020-11-24' WHERE id = 1");
  is_asked_for_the_pin(ana);
  at("2020-11-24 05:00");
  phone(ana).calls().hears("Hello Ana").hangs_up();
}

TEST_F(WhoIsIt, EachOfSeveralNumbersIsThePersons) {
  change(
      "INSERT INTO phone_numbers (user_id, phone, created_at) VALUES (1, '+15550100151', 0), "
      "(1, '+15550100152', 0)");
  for (const char* number : {ana, "+15550100151", "+15550100152"})
    phone(number).calls().hears("Hello Ana").hangs_up();
}

TEST_F(WhoIsIt, TheReceiptGoesToTheNumberOnFileNotToTheOneThatCalled) {
  phone(stranger).calls().presses(pin_of_ana).speaks("I have a fever").presses("#");
  phone(ana).expect_text("Call-out recorded, Ana");
  phone(stranger).expect_no_text();
  change("INSERT INTO phone_numbers (user_id, phone, created_at) VALUES (2, '+15550100151', 0)");
  phone("+15550100151").calls().speaks("I have a cold").presses("#");
  phone(ben).expect_text("Call-out recorded, Ben");
  phone("+15550100151").expect_no_text();
}

TEST_F(WhoIsIt, TheManagersMailSaysHowTheCallerWasRecognised) {
  phone(stranger).calls().presses(pin_of_ana).speaks("I have a fever").presses("#");
  mailbox("boss@example.org").expect("URGENT");
  EXPECT_NE(mailbox("boss@example.org").text().find("PIN"), std::string::npos)
      << mailbox("boss@example.org").text();
  phone(ana).expect_text("Call-out recorded");
}

}  // namespace
}  // namespace scenario

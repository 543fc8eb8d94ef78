#include "app/see_to.h"

#include "app/acts_test.h"
#include "store/queries/alarms.h"

namespace app {
namespace {

using store::AlarmKind;

class SeeTo : public ActsTest {
 protected:
  SeenToOutcome attempt_by(const Actor& who, store::AttemptId id) {
    return in([&](store::Transaction& tx) { return close_attempt(tx, *line_, who, id, now); });
  }
  SeenToOutcome alarm_by(const Actor& who, std::int64_t id) {
    return in([&](store::Transaction& tx) { return close_alarm(tx, *line_, who, id, now); });
  }
  store::AttemptId anas_attempt(const std::string& sid) {
    return in([&](store::Transaction& tx) {
      const store::AttemptId id = arrived(tx, sid, "+15550100101");
      store::leave_call_incomplete(tx, id, anas, monday);
      return id;
    });
  }
  store::AttemptId strangers_attempt(const std::string& sid) {
    return in([&](store::Transaction& tx) { return arrived(tx, sid, "+15550100199"); });
  }
  std::int64_t alarm(const store::NewAlarm& what) {
    in([&](store::Transaction& tx) { store::raise_alarm(tx, what, now); });
    return number("SELECT MAX(id) FROM alarms");
  }
};

template <class Came>
bool is(const SeenToOutcome& outcome) {
  return std::holds_alternative<Came>(outcome);
}

TEST_F(SeeTo, AnAttemptIsClosedAndWhatItWasStays) {
  const store::AttemptId id = anas_attempt("CA1");
  ASSERT_TRUE(is<SeenTo>(attempt_by(boss, id)));
  EXPECT_EQ(text("SELECT state || ' ' || kind FROM attempts WHERE id = $1", {id}),
            "closed incomplete");
  EXPECT_EQ(audited("attempt seen to", "attempts", id.value(), boss), 1);
}

TEST_F(SeeTo, OnceMoreIsHarmless) {
  const store::AttemptId id = anas_attempt("CA1");
  ASSERT_TRUE(is<SeenTo>(attempt_by(boss, id)));
  ASSERT_TRUE(is<SeenTo>(attempt_by(rival, id)));
  EXPECT_EQ(audited("attempt seen to", "attempts", id.value(), rival), 0);
}

TEST_F(SeeTo, AnAttemptBelongsToWhoAnswersForItsPersonAndAStrangersToAllWhoVerify) {
  const store::AttemptId anas_own = anas_attempt("CA1");
  EXPECT_TRUE(is<NotThere>(attempt_by(bill, anas_own)));
  EXPECT_TRUE(is<NotThere>(attempt_by(ada, anas_own)));
  EXPECT_TRUE(is<NotYours>(attempt_by(ana, anas_own)));
  EXPECT_TRUE(is<NotThere>(attempt_by(boss, store::AttemptId(999))));
  EXPECT_EQ(text("SELECT state FROM attempts WHERE id = $1", {anas_own}), "open");
  const store::AttemptId strangers = strangers_attempt("CA2");
  EXPECT_TRUE(is<NotThere>(attempt_by(ana, strangers)));
  EXPECT_TRUE(is<NotThere>(attempt_by(ada, strangers)));
  EXPECT_TRUE(is<SeenTo>(attempt_by(bill, strangers)));
}

TEST_F(SeeTo, AnAlarmIsClosedByWhoAnswersForWhatItIsAbout) {
  const std::int64_t id =
      alarm({.kind = AlarmKind::recording_lost, .call_out = calls_out(anas).id});
  EXPECT_TRUE(is<NotThere>(alarm_by(bill, id)));
  EXPECT_TRUE(is<NotThere>(alarm_by(ada, id)));
  EXPECT_TRUE(is<NotYours>(alarm_by(ana, id)));
  EXPECT_EQ(number("SELECT COUNT(*) FROM alarms WHERE closed_at IS NOT NULL"), 0);
  ASSERT_TRUE(is<SeenTo>(alarm_by(boss, id)));
  ASSERT_TRUE(is<SeenTo>(alarm_by(rival, id)));
  EXPECT_EQ(number("SELECT closed_by FROM alarms WHERE id = $1", {id}), 5);
  EXPECT_EQ(audited("alarm seen to", "alarms", id, boss), 1);
  EXPECT_EQ(audited("alarm seen to", "alarms", id, rival), 0);
}

TEST_F(SeeTo, OneAboutAnAttemptFollowsTheAttempt) {
  const std::int64_t id =
      alarm({.kind = AlarmKind::nobody_to_tell, .attempt = anas_attempt("CA1")});
  EXPECT_TRUE(is<NotThere>(alarm_by(bill, id)));
  EXPECT_TRUE(is<SeenTo>(alarm_by(hana, id)));
}

TEST_F(SeeTo, ThatNobodyCouldBeToldIsForAnAdministratorToo) {
  const std::int64_t id =
      alarm({.kind = AlarmKind::nobody_to_tell, .call_out = calls_out(anas).id});
  EXPECT_TRUE(is<SeenTo>(alarm_by(ada, id)));
}

TEST_F(SeeTo, OneAboutTheInstallationIsForAnyManagerHrOrAdministrator) {
  EXPECT_TRUE(is<NotThere>(alarm_by(ana, alarm({.kind = AlarmKind::mail_configuration}))));
  for (const Actor& who : {boss, hana, ada})
    EXPECT_TRUE(is<SeenTo>(alarm_by(who, alarm({.kind = AlarmKind::provider_configuration}))));
  EXPECT_TRUE(is<NotThere>(alarm_by(boss, 999)));
}

}  // namespace
}  // namespace app

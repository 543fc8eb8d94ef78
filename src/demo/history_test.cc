// What somebody who opens the demo finds: the stories of the 90 days, and who is who.
#include "demo/history.h"

#include <set>

#include <gtest/gtest.h>

#include "app/kept_recording.h"
#include "demo/house_test.h"
#include "demo/people.h"
#include "store/queries/recordings.h"

namespace demo {
namespace {

TEST(History, HasABitOfEverything) {
  House& house = house_at(monday);
  const auto some = [&](store::Sql sql) {
    return house.number(sql) > 0;
  };
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE source = 'sms'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE source = 'phone'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE authentication_method = 'pin'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE authentication_method = 'manual'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE withdrawn_at IS NOT NULL"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE rejected_at IS NOT NULL"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE acknowledged_at IS NOT NULL"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_records WHERE extends_id IS NOT NULL"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM call_out_messages"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM pto_requests WHERE during_request_id IS NOT NULL"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM pto_requests WHERE is_partial_day = 1"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM pto_requests WHERE fmla = 'claimed'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM pto_requests WHERE timekeeping_entered = 1"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM pto_requests WHERE is_charged = 0"));
  for (const char* status : {"pending", "approved", "denied", "cancelled", "completed"}) {
    EXPECT_GT(house.number("SELECT COUNT(*) FROM pto_requests WHERE status = $1", {status}), 0)
        << status;
  }
  EXPECT_TRUE(some("SELECT COUNT(*) FROM attempts WHERE kind = 'incomplete' AND state = 'closed'"));
  // One that is meant to be, and one from a number of nobody: all others were understood.
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM attempts WHERE kind = 'unclear'"), 2);
  EXPECT_TRUE(some("SELECT COUNT(*) FROM attempts WHERE kind = 'thanks'"));
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM tardiness"), 7);
  EXPECT_TRUE(some("SELECT COUNT(*) FROM outbox WHERE kind = 'seen_by' AND state = 'delivered'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM outbox WHERE kind = 'incomplete_call'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM outbox WHERE kind = 'unclear_text'"));
  EXPECT_TRUE(some("SELECT COUNT(*) FROM outbox WHERE instead_of_id IS NOT NULL"));
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM attempts WHERE state = 'open' AND"
                         " received_at < $1",
                         {house.now() - std::chrono::hours(24)}),
            0);
}

TEST(History, HasMoreCallOutsOnMondaysThanOnOtherDays) {
  House& house = house_at(monday);
  const auto on = [&](const char* weekday) {
    return house.number("SELECT COUNT(*) FROM call_out_records WHERE strftime('%w', day) = $1",
                        {weekday});
  };
  EXPECT_GT(3 * on("1"), on("2") + on("3") + on("4"));
}

TEST(History, HasAMorningThatIsAlive) {
  for (const base::Moment now : {monday, saturday, thanksgiving}) {
    SCOPED_TRACE(base::iso(now));
    House& house = house_at(now);
    const auto today = [&](store::Sql sql) {
      return house.number(sql, {house.today()});
    };
    EXPECT_EQ(today("SELECT COUNT(*) FROM call_out_records WHERE day = $1 AND"
                    " acknowledged_at IS NOT NULL"),
              1);
    EXPECT_EQ(today("SELECT COUNT(*) FROM call_out_records WHERE day = $1 AND verified = 1 AND"
                    " acknowledged_at IS NULL"),
              1);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM call_out_records WHERE verified = 0 AND"
                           " rejected_at IS NULL AND created_at > $1",
                           {now - std::chrono::hours(6)}),
              1);
  }
  House& early = house_at(before_dawn);
  EXPECT_EQ(early.number("SELECT COUNT(*) FROM call_out_records WHERE day = $1", {early.today()}),
            0);
}

TEST(History, KeepsItsRecordingsSealedAndTheyOpen) {
  if (voice_samples().empty()) GTEST_SKIP() << "script/build has spoken none into this folder";
  House& house = house_at(monday);
  const auto count = house.number("SELECT COUNT(*) FROM recordings");
  EXPECT_GE(count, 10);
  std::set<std::string> sounds;
  for (const VoiceSample& sample : voice_samples()) sounds.emplace(sample.wav);
  for (std::int64_t id = 1; id <= count; ++id) {
    house.read([&](store::Transaction& tx) {
      const auto recording = store::find_recording(tx, store::RecordingId(id));
      ASSERT_TRUE(recording);
      EXPECT_TRUE(recording->call_out);
      const auto sound = app::open_recording(house.line().vault, house.recordings(), *recording);
      EXPECT_TRUE(sound && sounds.contains(*sound)) << id;
    });
  }
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM transcripts WHERE state = 'completed'"), count);
}

TEST(History, SetsWhoAnswersForWhom) {
  House& house = house_at(monday);
  const auto answers = [&](const char* manager, const char* absent) {
    return house.number(
        "SELECT COUNT(*) FROM absence_access a JOIN users g ON g.id = a.user_id"
        " JOIN team_members m ON m.id = a.member_id JOIN users u ON u.id = m.user_id"
        " WHERE g.name = $1 AND u.name = $2 AND a.may_decide = 1",
        {manager, absent});
  };
  EXPECT_EQ(answers("Yolanda Cruz", "Jasmine Tran"), 1);
  EXPECT_EQ(answers("Yolanda Cruz", "Ana Ruiz"), 0);
  EXPECT_EQ(answers("Robert Fields", "Noah Abrams"), 1);
  EXPECT_EQ(answers("Priya Raman", "Ana Ruiz"), 1);
  EXPECT_EQ(answers("Priya Raman", "Jasmine Tran"), 1);
  EXPECT_EQ(answers("Priya Raman", "Kenji Watanabe"), 0);
  EXPECT_EQ(answers("Denise Okafor", "Kenji Watanabe"), 1);
  EXPECT_EQ(answers("Helen Park", "Ana Ruiz"), 1);
  EXPECT_EQ(answers("Victor Adeyemi", "Ana Ruiz"), 0);
  const auto hash = house.rows(
      "SELECT DISTINCT password_hash FROM users WHERE password_hash"
      " IS NOT NULL");
  ASSERT_EQ(hash.size(), 1U);
  EXPECT_TRUE(platform::password_matches(password, hash[0]));
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM users WHERE password_hash IS NOT NULL"), 6);
}

}  // namespace
}  // namespace demo

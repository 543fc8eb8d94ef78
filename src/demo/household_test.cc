// The furnished house must hold whatever the day and hour on which somebody starts the demo.
#include "demo/household.h"

#include <gtest/gtest.h>

#include "app/after_failure.h"
#include "app/guessable_pins.h"
#include "app/take_call.h"
#include "app/unanswered.h"
#include "demo/house_test.h"
#include "store/queries/audit.h"
#include "store/queries/documents.h"
#include "store/queries/outbox.h"
#include "store/queries/recordings.h"

namespace demo {
namespace {

TEST(Household, HoldsWhateverTheDayAndTheHour) {
  for (const base::Moment now : moments) {
    SCOPED_TRACE(base::iso(now));
    House& house = house_at(now);
    const auto call_outs = house.number("SELECT COUNT(*) FROM call_out_records");
    const auto wishes = house.number("SELECT COUNT(*) FROM pto_requests WHERE is_call_out = 0");
    EXPECT_GE(call_outs, 80);
    EXPECT_LE(call_outs, 120);
    EXPECT_GE(wishes, 30);
    EXPECT_LE(wishes, 50);
    house.read([&](store::Transaction& tx) {
      EXPECT_EQ(store::first_broken_audit_entry(tx), std::nullopt);
    });
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM (SELECT member_id, day FROM call_out_records"
                           " WHERE member_id IS NOT NULL AND withdrawn_at IS NULL AND"
                           " rejected_at IS NULL GROUP BY member_id, day HAVING COUNT(*) > 1)"),
              0);
    RecordProperty("ms " + base::iso(now), std::to_string(house.took().count()));
  }
}

TEST(Household, HasNothingOfTheFutureButLeaveThatIsPlanned) {
  for (const base::Moment now : moments) {
    SCOPED_TRACE(base::iso(now));
    House& house = house_at(now);
    const auto later = [&](store::Sql sql) {
      return house.number(sql, {now});
    };
    EXPECT_EQ(later("SELECT COUNT(*) FROM pto_requests WHERE created_at > $1 OR updated_at > $1 OR"
                    " decided_at > $1"),
              0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM call_out_records WHERE created_at > $1 OR"
                    " acknowledged_at > $1 OR withdrawn_at > $1 OR rejected_at > $1"),
              0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM outbox WHERE created_at > $1 OR accepted_at > $1 OR"
                    " settled_at > $1 OR first_tried_at > $1 OR next_attempt_at > $1"),
              0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM attempts WHERE received_at > $1 OR closed_at > $1"), 0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM calls WHERE started_at > $1 OR ended_at > $1"), 0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM recordings WHERE created_at > $1 OR kept_at > $1 OR"
                    " deleted_there_at > $1"),
              0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM ledger_entries WHERE created_at > $1"), 0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM audit_entries WHERE at > $1"), 0);
    EXPECT_EQ(later("SELECT COUNT(*) FROM users WHERE created_at > $1 OR updated_at > $1"), 0);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM call_out_records WHERE day > $1", {house.today()}),
              0);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM ledger_entries e LEFT JOIN pto_requests r"
                           " ON r.id = e.pto_request_id WHERE e.day > $1 AND"
                           " COALESCE(r.is_call_out, 1) = 1",
                           {house.today()}),
              0);
    EXPECT_GT(house.number("SELECT COUNT(*) FROM pto_requests WHERE start_date > $1 AND"
                           " status = 'approved'",
                           {house.today()}),
              0);
  }
}

TEST(Household, LeavesNothingForTheWorkersToDo) {
  for (const base::Moment now : moments) {
    SCOPED_TRACE(base::iso(now));
    House& house = house_at(now);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM outbox WHERE state IN ('waiting', 'sending')"), 0);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM outbox WHERE state = 'failed' AND"
                           " error_class <> 'permanent'"),
              0);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM outbox WHERE state NOT IN ('dropped', 'failed')"
                           " AND rendering_sealed IS NULL"),
              0);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM alarms"), 0);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM calls WHERE ended_at IS NULL"), 0);
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM recordings WHERE state <> 'kept'"), 0);
    const auto entries = house.number("SELECT COUNT(*) FROM audit_entries");
    house.write([&](store::Transaction& tx) {
      const app::Line line = house.line();
      EXPECT_EQ(app::close_unanswered(tx, line, now), 0);
      EXPECT_EQ(app::close_forgotten_calls(tx, line, {}, now), 0);
      EXPECT_EQ(app::escalate_overdue(tx, line.vault, now), 0);
      EXPECT_FALSE(app::warn_of_guessable_pins(tx, line, 4, now));
      EXPECT_EQ(store::next_document_due(tx), std::nullopt);
      EXPECT_TRUE(store::due_recordings(tx, now, 10).empty());
      EXPECT_TRUE(store::deletable_there(tx, now, 10).empty());
      for (const auto channel : {notice::Channel::sms, notice::Channel::email})
        EXPECT_EQ(store::next_due(tx, channel), std::nullopt);
    });
    EXPECT_EQ(house.number("SELECT COUNT(*) FROM audit_entries"), entries);
  }
}

TEST(Household, IsTheSameEachTimeOfTheSameMoment) {
  const auto story_of = [](House& house) {
    return house.rows(
        "SELECT c.day || ' ' || c.source || ' ' || COALESCE(c.member_id, 0) || ' ' || c.created_at"
        " || ' ' || COALESCE(c.acknowledge_code, '') || ' ' || COALESCE(r.status, '')"
        " FROM call_out_records c LEFT JOIN pto_requests r ON r.id = c.pto_request_id"
        " ORDER BY c.id");
  };
  House again(monday);
  EXPECT_EQ(story_of(again), story_of(house_at(monday)));
}

TEST(Household, ChargesJustTheHoursOfWhatWasGranted) {
  House& house = house_at(monday);
  // A balance is the sum of its entries; what is not granted, or not charged, has taken nothing.
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM (SELECT r.id FROM pto_requests r JOIN"
                         " ledger_entries e ON e.pto_request_id = r.id WHERE r.is_charged = 0 OR"
                         " r.status IN ('pending', 'denied', 'cancelled')"
                         " GROUP BY r.id HAVING SUM(e.minutes) <> 0)"),
            0);
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM pto_requests r WHERE r.is_charged = 1 AND"
                         " r.during_request_id IS NULL AND r.status IN ('approved', 'completed')"
                         " AND NOT EXISTS (SELECT 1 FROM ledger_entries e"
                         " WHERE e.pto_request_id = r.id AND e.minutes < 0)"),
            0);
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM ledger_entries WHERE kind = 'opening'"), 50);
  EXPECT_GT(house.number("SELECT COUNT(*) FROM ledger_entries WHERE minutes = -720"), 0);
  EXPECT_GT(house.number("SELECT COUNT(*) FROM ledger_entries WHERE kind = 'reversal'"), 0);
}

TEST(Household, GetsOnWithoutVoiceSamples) {
  House house(monday, {});
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM recordings"), 0);
  EXPECT_GE(house.number("SELECT COUNT(*) FROM call_out_records"), 80);
}

TEST(Household, IsNotMovedIntoTwice) {
  House& house = house_at(monday);
  const PlainWords texts(notice::Channel::sms);
  const PlainWords mails(notice::Channel::email);
  const auto people = house.number("SELECT COUNT(*) FROM users");
  EXPECT_THROW(furnish({.database = house.database(),
                        .vault = house.line().vault,
                        .time_zone = zone_name,
                        .line_numbers = {},
                        .now = monday,
                        .recordings = house.recordings(),
                        .texts = texts,
                        .mails = mails}),
               std::logic_error);
  EXPECT_EQ(house.number("SELECT COUNT(*) FROM users"), people);
}

}  // namespace
}  // namespace demo

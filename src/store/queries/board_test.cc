#include "store/queries/board.h"

#include "store/queries/alarms_seen.h"
#include "store/queries/attempts_seen.h"
#include "store/queries/candidates.h"
#include "store/queries/seen_test.h"

namespace store {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr Today today{seen_today, seen_midnight};

std::string ids(const std::vector<Entry>& entries) {
  std::string text;
  for (const Entry& entry : entries) {
    if (!text.empty()) text += ' ';
    text += std::to_string(entry.call_out ? entry.call_out->value() : entry.request->value());
  }
  return text;
}

class Board : public SeenHouse {
 protected:
  std::string call_outs(SeenUser user) {
    return read(user, [](Transaction& tx, const Reader& reader) {
      return ids(call_outs_of_today(tx, reader, today));
    });
  }
  std::string on_leave(SeenUser user) {
    return read(user, [](Transaction& tx, const Reader& reader) {
      return ids(leave_of_today(tx, reader, today));
    });
  }
  std::string headcounts(SeenUser user) {
    return read(user, [](Transaction& tx, const Reader& reader) {
      std::string text;
      for (const TeamHeadcount& count : headcounts_seen(tx, reader.user, seen_today)) {
        text += count.team_name + " " + count.position + " " + std::to_string(count.out) + "/" +
                std::to_string(count.of) + "; ";
      }
      return text;
    });
  }
  std::int64_t pending(SeenUser user) { return read(user, pending_decisions); }

  void attempt(std::int64_t id, const char* channel, const char* kind, const char* state,
               Value member, base::Moment at, int was_answered = 1) {
    run("INSERT INTO attempts (id, channel, provider_id, from_number, member_id, kind, state,"
        " body_sealed, was_answered, received_at)"
        " VALUES ($1, $2, 'P' || $1, '+15550100177', $3, $4, $5, $6, $7, $8)",
        {id, channel, member, kind, state,
         vault_.seal("attempts.body", channel == std::string("sms") ? "feel bad" : ""),
         was_answered, at});
  }
  void was_heard(std::int64_t id) {
    run("INSERT INTO webhook_answers (key, status, content_type, body, created_at)"
        " VALUES ('call:P' || $1, 200, '', '', 0)",
        {id});
  }
  std::string attempts(SeenUser user, Words words = Words::opened) {
    return read(user, [&](Transaction& tx, const Reader& reader) {
      std::string text;
      for (const AttemptSeen& seen :
           attempts_of_today(tx, reader, {vault_, words, seen_now}, seen_midnight)) {
        text += std::to_string(seen.id.value()) + " " + std::string(code_of(seen.kind));
        if (!seen.words.empty()) text += " '" + seen.words + "'";
        text += "; ";
      }
      return text;
    });
  }
  std::string alarms(SeenUser user) {
    return read(user, [](Transaction& tx, const Reader& reader) {
      std::string text;
      for (const AlarmSeen& alarm : open_alarms_seen(tx, reader)) text += std::to_string(alarm.id);
      return text;
    });
  }
  std::string candidates(SeenUser user, const char* search = "") {
    return read(user, [&](Transaction& tx, const Reader& reader) {
      std::string text;
      for (const CandidateSeen& one :
           candidates_for_call_out(tx, vault_, reader.user, CallOutId(9), search, 20)) {
        text += one.person.name + " " + std::string(code_of(one.why)) + "; ";
      }
      return text;
    });
  }
};

TEST_F(Board, ShowsCallOutsOfTodayAndThoseThatArrivedToday) {
  call_out(1, ana);
  call_out(2, moe, seen_now - hours(1));
  call_out(3, bea, seen_midnight - hours(1));
  run("UPDATE call_out_records SET day = '2026-11-24' WHERE id = 2");
  unverified(9, seen_now + hours(1));
  call_out(4, lea);
  call_out(5, left_luis, seen_midnight - hours(1));
  run("UPDATE call_out_records SET day = '2026-11-22', acknowledged_at = 1 WHERE id = 5");
  for (const auto& [user, expected] : {std::pair{hana, "9 1 2 3"},
                                       {boss, "9 1 2"},
                                       {moa_boss, "9 2"},
                                       {legal_boss, "4"},
                                       {administrator, ""}}) {
    EXPECT_EQ(call_outs(user), expected) << user;
  }
}

TEST_F(Board, KeepsForADayWhatNobodyHasSeenThoughMidnightHasPassed) {
  call_out(1, ana, seen_midnight - hours(1));
  call_out(2, moe, seen_midnight - hours(1));
  call_out(3, bea, seen_midnight - hours(25));
  unverified(9, seen_midnight - hours(2));
  run("UPDATE call_out_records SET day = '2026-11-22'");
  EXPECT_EQ(call_outs(hana), "2 1 9");
  run("UPDATE call_out_records SET acknowledged_at = 1 WHERE id = 1");
  run("UPDATE pto_requests SET status = 'denied', decided_at = 1 WHERE id = 2");
  EXPECT_EQ(call_outs(hana), "9");
  run("UPDATE call_out_records SET rejected_at = 1 WHERE id = 9");
  EXPECT_EQ(call_outs(hana), "");
}

TEST_F(Board, TellsAnAdministratorThatNobodyCouldBeToldAndNotWhoIsOut) {
  call_out(1, ana);
  run("INSERT INTO alarms (id, kind, call_out_id, raised_at)"
      " VALUES (7, 'nobody_to_tell', 1, 1), (8, 'recording_lost', 1, 1)");
  EXPECT_EQ(alarms(administrator), "7");
  EXPECT_EQ(alarms(boss), "87");
  EXPECT_EQ(alarms(legal_boss), "");
  read(administrator, [](Transaction& tx, const Reader& reader) {
    const AlarmSeen seen = open_alarms_seen(tx, reader).front();
    EXPECT_FALSE(seen.call_out || seen.attempt || seen.person);
    return std::string();
  });
}

TEST_F(Board, KeepsWhatWasTakenBackAndHidesWhatWasAddedToAnother) {
  call_out(1, ana);
  run("UPDATE call_out_records SET withdrawn_at = 1 WHERE id = 1");
  unverified(9);
  run("UPDATE call_out_records SET merged_into_id = 1 WHERE id = 9");
  EXPECT_EQ(call_outs(hana), "1");
}

TEST_F(Board, ShowsApprovedLeaveThatHoldsToday) {
  request(1, ana, seen_today - days(3), seen_today, "approved", 0);
  request(2, moe, seen_today, seen_today + days(3), "completed", 0);
  request(3, moe, seen_today, seen_today, "pending", 0);
  request(4, moe, seen_today + days(1), seen_today + days(1), "approved", 0);
  request(5, moe, seen_today, seen_today, "approved", 1);
  request(6, lea, seen_today, seen_today, "approved", 0);
  EXPECT_EQ(on_leave(boss), "1 2");
  EXPECT_EQ(on_leave(legal_hr), "1 6 2");
  EXPECT_EQ(on_leave(administrator), "");
}

TEST_F(Board, CountsWhoIsOutOfHowMany) {
  call_out(1, ana);
  request(2, moe, seen_today, seen_today, "approved", 0);
  // The boss is an RN too; Luis has left.
  EXPECT_EQ(headcounts(boss), "Clinical MOA 1/1; Clinical RN 1/2; ");
  EXPECT_EQ(headcounts(moa_boss), "Clinical MOA 1/1; ");
  EXPECT_EQ(headcounts(hana), "Billing  0/1; Clinical MOA 1/1; Clinical RN 1/2; ");
  EXPECT_EQ(headcounts(legal_boss), "Legal Clerk 0/1; ");
  for (const SeenUser user : {ana, administrator}) EXPECT_EQ(headcounts(user), "") << user;
  run("UPDATE call_out_records SET withdrawn_at = 1 WHERE id = 1");
  EXPECT_EQ(headcounts(boss), "Clinical MOA 1/1; Clinical RN 0/2; ");
}

TEST_F(Board, CountsWhatWaitsForTheReadersDecision) {
  call_out(1, ana);
  call_out(2, boss);
  call_out(3, lea);
  unverified(9);
  EXPECT_EQ(pending(boss), 2);
  EXPECT_EQ(pending(hana), 3);
  EXPECT_EQ(pending(legal_boss), 1);
  EXPECT_EQ(pending(ana), 0);
  EXPECT_EQ(pending(administrator), 0);
}

TEST_F(Board, ShowsOpenAttemptsAndCallsOfTodayThatCameToNothing) {
  attempt(1, "phone", "incomplete", "open", ana, seen_now);
  was_heard(1);
  attempt(2, "sms", "unclear", "open", ana, seen_now - hours(1));
  attempt(3, "phone", "unrecognised", "closed", {}, seen_now - hours(2));
  was_heard(3);
  attempt(4, "phone", "unrecognised", "closed", {}, seen_now - hours(3));
  attempt(5, "phone", "unrecognised", "closed", {}, seen_midnight - hours(1));
  attempt(6, "sms", "thanks", "closed", ana, seen_now);
  attempt(7, "sms", "carrier_word", "closed", {}, seen_now);
  attempt(8, "sms", "unclear", "open", {}, seen_now - days(2), 0);
  attempt(9, "phone", "unclear", "open", {}, seen_now - days(3));
  attempt(10, "sms", "unclear", "open", lea, seen_now);
  EXPECT_EQ(attempts(hana),
            "1 incomplete; 2 unclear 'feel bad'; 3 unrecognised; 4 missed; 8 missed 'feel bad'; "
            "9 missed; ");
  EXPECT_EQ(attempts(boss),
            "1 incomplete; 2 unclear 'feel bad'; 3 unrecognised; 4 missed; 8 missed; 9 missed; ");
  EXPECT_EQ(attempts(legal_boss), "10 unclear 'feel bad'; ");
  EXPECT_EQ(attempts(administrator), "");
  EXPECT_EQ(attempts(boss, Words::sealed).find("feel"), std::string::npos);
}

TEST_F(Board, LeavesOutACallThatIsUnderWay) {
  attempt(1, "phone", "unclear", "open", ana, seen_now);
  run("INSERT INTO calls (call_sid, from_number, attempt_id, step, state_version, state, status,"
      " started_at) VALUES ('P1', '+15550100177', 1, 1, 1, $1, 'in-progress', 0)",
      {base::Bytes{1}});
  EXPECT_EQ(attempts(boss), "");
  run("UPDATE calls SET ended_at = 1");
  EXPECT_EQ(attempts(boss), "1 missed; ");
}

TEST_F(Board, ATextWhoseQuestionIsOpenWaits) {
  attempt(1, "sms", "unclear", "open", ana, seen_now);
  run("INSERT INTO questions (phone, kind, attempt_id, asked_at, expires_at)"
      " VALUES ('+15550100177', 'what_is_it', 1, 0, $1)",
      {seen_now + hours(1)});
  EXPECT_EQ(attempts(boss), "1 waiting 'feel bad'; ");
  run("UPDATE questions SET expires_at = $1", {seen_now});
  EXPECT_EQ(attempts(boss), "1 unclear 'feel bad'; ");
}

TEST_F(Board, PagesOfAttemptsHaveNoDoublesAndNoGaps) {
  for (std::int64_t id = 1; id <= 7; ++id)
    attempt(id, "sms", "unclear", id % 2 == 0 ? "open" : "closed", ana, seen_now + hours(id / 3));
  for (const auto& [which, expected] :
       {std::pair{WhichAttempts::open, "6 4 2 "}, {WhichAttempts::all, "7 6 5 4 3 2 1 "}}) {
    std::string turned;
    std::optional<AttemptPlace> after;
    do {
      const AttemptPage page = read(boss, [&](Transaction& tx, const Reader& reader) {
        return list_attempts(tx, reader, {vault_, Words::sealed, seen_now}, which, after, 2);
      });
      for (const AttemptSeen& one : page.items) turned += std::to_string(one.id.value()) + " ";
      after = page.next;
    } while (after);
    EXPECT_EQ(turned, expected);
  }
}

TEST_F(Board, ShowsEachTheAlarmsThatConcernThem) {
  call_out(1, ana);
  call_out(2, lea);
  unverified(9);
  run("INSERT INTO alarms (id, kind, call_out_id, raised_at, closed_at) VALUES"
      " (1, 'recording_lost', 1, 5, NULL), (2, 'recording_lost', 2, 4, NULL),"
      " (3, 'recording_lost', 9, 3, NULL), (4, 'mail_configuration', NULL, 2, NULL),"
      " (5, 'mail_configuration', NULL, 1, 1)");
  for (const auto& [user, expected] : {std::pair{boss, "134"},
                                       {hana, "134"},
                                       {billing_boss, "34"},
                                       {legal_boss, "24"},
                                       {administrator, "4"},
                                       {ana, "1"},
                                       {moe, ""}}) {
    EXPECT_EQ(alarms(user), expected) << user;
  }
}

TEST_F(Board, CandidatesAreWhoseNameOrNumberItIs) {
  unverified(9);
  run("INSERT INTO phone_numbers (user_id, phone, is_shared, released_at, created_at) VALUES"
      " (2, '+15550100177', 1, NULL, 0), (3, '+15550100177', 0, 5, 0)");
  EXPECT_EQ(candidates(hana), "Ana Núñez name; Béa Long number; Moe Kim number; ");
  EXPECT_EQ(candidates(boss), "Ana Núñez name; Moe Kim number; ");
  EXPECT_EQ(candidates(hana, "BEN"), "Ben Boss search; ");
  EXPECT_EQ(candidates(hana, "n"), "Ana Núñez name; Béa Long number; Ben Boss search; ");
  EXPECT_EQ(candidates(hana, "lea"), "");
  EXPECT_EQ(candidates(hana, "luis"), "");
  EXPECT_EQ(candidates(ana), "");
}

TEST_F(Board, TeamsAndPeopleAreThoseOfWhomTheReaderSeesAnybody) {
  const auto named = [&](SeenUser user) {
    return read(user, [](Transaction& tx, const Reader& reader) {
      std::string text;
      for (const TeamSeen& team : teams_seen(tx, reader.user)) text += team.name + " ";
      text += "| ";
      for (const PersonSeen& person : people_seen(tx, reader.user, "")) text += person.name + ", ";
      return text;
    });
  };
  EXPECT_EQ(named(ana), "Clinical | Ana Núñez, ");
  EXPECT_EQ(named(boss), "Clinical | Ana Núñez, Ben Boss, Luis Vela, Moe Kim, ");
  EXPECT_EQ(named(hana), "Billing Clinical | Ana Núñez, Ben Boss, Béa Long, Luis Vela, Moe Kim, ");
  EXPECT_EQ(named(legal_boss), "Legal | Lea Stone, ");
  EXPECT_EQ(named(administrator), "| ");
  EXPECT_FALSE(read(hana, [](Transaction& tx, const Reader& reader) {
    return person_seen(tx, reader.user, people::MemberId(lea));
  }));
}

}  // namespace
}  // namespace store

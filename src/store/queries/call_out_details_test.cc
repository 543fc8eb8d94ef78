#include "store/queries/call_out_details.h"

#include "store/queries/history.h"
#include "store/queries/request_details.h"
#include "store/queries/seen_test.h"

namespace store {
namespace {

class Details : public SeenHouse {
 protected:
  Details() {
    call_out(1, ana);
    run("UPDATE call_out_records SET call_sid = 'CA1' WHERE id = 1");
    run("INSERT INTO calls (call_sid, from_number, attestation, step, state_version, state,"
        " status, started_at, ended_at) VALUES"
        " ('CA1', '+15550100101', 'TN-Validation-Passed-A-Diverted', 1, 1, $1, 'completed', 0, 1)",
        {base::Bytes{1}});
    run("INSERT INTO call_out_messages (call_out_id, message_text, created_at) VALUES (1, $1, 7)",
        {vault_.seal("call_out_messages.message_text", "and a cough")});
    run("INSERT INTO recordings (id, recording_sid, call_sid, call_out_id, state, duration,"
        " waveform, created_at) VALUES (5, 'RE1', 'CA1', 1, 'kept', 12, $1, 0)",
        {base::Bytes(100, 3)});
    run("INSERT INTO transcripts (recording_id, provider_id, transcript, confidence_percent,"
        " state, created_at) VALUES (5, 'TR1', $1, 87, 'completed', 0)",
        {vault_.seal("transcripts.transcript", "I have a fever")});
  }
  CallOutDetails details(Words words, std::int64_t id = 1) {
    return read(hana,
                [&](Transaction& tx, const Reader&) {
                  return read_call_out(tx, vault_, CallOutId(id), words);
                })
        .value();
  }
};

TEST_F(Details, OfACallOutHaveAllThatWasSaid) {
  const CallOutDetails all = details(Words::opened);
  EXPECT_EQ(all.message, "sick, fever");
  EXPECT_EQ(all.more_messages.at(0).message, "and a cough");
  EXPECT_EQ(all.recordings.at(0).transcript->text, "I have a fever");
  EXPECT_EQ(all.recordings.at(0).transcript->confidence_percent, 87);
  EXPECT_EQ(all.recordings.at(0).waveform.size(), 100u);
  EXPECT_EQ(all.attestation, "A");
  EXPECT_EQ(all.person->name, "Ana Núñez");
  EXPECT_EQ(all.request, RequestId(1));
}

TEST_F(Details, SealedNameNothingOfIt) {
  unverified(9);
  for (const CallOutDetails& closed : {details(Words::sealed), details(Words::sealed, 9)}) {
    EXPECT_TRUE(closed.has_words);
    EXPECT_EQ(closed.message + closed.claimed_name, "");
    for (const LaterMessage& later : closed.more_messages) EXPECT_EQ(later.message, "");
    for (const RecordingSeen& recording : closed.recordings)
      EXPECT_TRUE(!recording.transcript && recording.waveform.empty());
  }
  EXPECT_EQ(details(Words::opened, 9).claimed_name, "ana nunez");
}

TEST_F(Details, SayInWhichStateACallOutIs) {
  EXPECT_EQ(code_of(details(Words::sealed).state), "live");
  run("UPDATE call_out_records SET withdrawn_at = 1 WHERE id = 1");
  EXPECT_EQ(code_of(details(Words::sealed).state), "taken_back");
  run("UPDATE call_out_records SET rejected_at = 1 WHERE id = 1");
  EXPECT_EQ(code_of(details(Words::sealed).state), "rejected");
  unverified(9);
  run("UPDATE call_out_records SET merged_into_id = 1 WHERE id = 9");
  EXPECT_EQ(code_of(details(Words::sealed, 9).state), "merged");
  EXPECT_EQ(details(Words::sealed, 9).person->name, "Ana Núñez");
}

TEST_F(Details, OfARequestOpenTheReasonOnlyWhereItIsRead) {
  run("UPDATE pto_requests SET denial_reason = $1, decided_by = 6, decided_at = 9, version = 3",
      {vault_.seal("pto_requests.denial_reason", "too many are out")});
  const auto request = [&](Words words) {
    return read(hana, [&](Transaction& tx,
                          const Reader&) { return read_request(tx, vault_, RequestId(1), words); })
        .value();
  };
  EXPECT_EQ(request(Words::opened).reason, "fever");
  EXPECT_EQ(request(Words::sealed).reason, "");
  EXPECT_TRUE(request(Words::sealed).has_reason);
  EXPECT_EQ(request(Words::opened).denial_reason, "too many are out");
  EXPECT_EQ(request(Words::sealed).denial_reason, "");
  EXPECT_TRUE(request(Words::sealed).has_denial_reason);
  EXPECT_EQ(request(Words::sealed).decided->by, "Ben Boss");
  EXPECT_EQ(request(Words::sealed).version, 3);
}

TEST_F(Details, HistoryIsTheAuditTrailAndEachListening) {
  run("INSERT INTO audit_entries (id, at, actor, actor_user_id, action, subject, subject_id,"
      " detail) VALUES (1, 5, 'line', 1, 'call-out recorded', 'call_out_records', 1, ''),"
      " (2, 9, 'Ben Boss', 6, 'request not charged', 'pto_requests', 1, ''),"
      " (3, 9, 'line', NULL, 'call-out recorded', 'call_out_records', 2, '')");
  run("INSERT INTO recording_listens (recording_id, user_id, by_link, at)"
      " VALUES (5, 6, 'link', 7)");
  const auto history = read(hana, [](Transaction& tx, const Reader&) {
    return history_of(tx, RequestId(1), CallOutId(1));
  });
  std::string text;
  for (const HistoryEntry& entry : history) text += entry.actor + " " + entry.action + "; ";
  EXPECT_EQ(text,
            "Ana Núñez call_out_recorded; Ben Boss recording_heard; "
            "Ben Boss request_not_charged; ");
}

TEST_F(Details, NoticesSayWhatReachedWhom) {
  run("INSERT INTO notice_recipients (team_id, name, phone, created_at) VALUES"
      " (1, 'Front desk', '+15550100188', 0), (2, 'Front desk', '+15550100188', 0)");
  run("INSERT INTO outbox (id, kind, channel, priority, user_id, address, language,"
      " arguments_sealed, call_out_id, pto_request_id, state, next_attempt_at, created_at,"
      " accepted_at, settled_at) VALUES"
      " (1, 'receipt', 'sms', 1, 1, '+15550100101', 'en', $1, 1, NULL, 'delivered', 0, 1, 2, 3),"
      " (2, 'call_out_recorded', 'sms', 1, NULL, '+15550100188', 'en', $1, 1, NULL, 'sending', 0,"
      " 4, NULL, NULL),"
      " (3, 'request_denied', 'email', 1, 1, 'a@x.example', 'en', $1, 1, 1, 'accepted', 0, 5, 6,"
      " NULL),"
      " (4, 'call_out_recorded', 'email', 1, NULL, 'b@x.example', 'en', $1, 1, NULL, 'failed', 0,"
      " 7, NULL, 8)",
      {base::Bytes{1}});
  const auto notices = read(hana, [](Transaction& tx, const Reader&) {
    return notices_of(tx, RequestId(1), CallOutId(1));
  });
  std::string text;
  for (const NoticeSeen& one : notices) {
    text += one.to + " " + one.state + " " + std::to_string(base::epoch_seconds(one.at)) +
            (one.is_employee ? " own; " : "; ");
  }
  EXPECT_EQ(text,
            "Ana Núñez delivered 3 own; Front desk waiting 4; Ana Núñez accepted 6 own; "
            "b@x.example failed 8; ");
}

}  // namespace
}  // namespace store

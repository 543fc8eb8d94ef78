#include "store/queries/entries.h"

#include <rapidcheck.h>

#include "store/queries/seen_test.h"

namespace store {
namespace {

using std::chrono::days;
using std::chrono::hours;
using Kind = EntryFilter::Kind;

class Inbox : public SeenHouse {
 protected:
  Inbox() {
    call_out(1, ana, seen_now - hours(5));
    call_out(2, moe, seen_now - hours(4));
    call_out(3, bea, seen_now - hours(3));
    call_out(4, lea, seen_now - hours(2));
    request(5, ana, seen_today + days(10), seen_today + days(14), "approved", 0,
            seen_now - hours(1));
    request(6, left_luis, seen_today - days(30), seen_today - days(30), "completed", 0,
            seen_now - days(40));
    unverified(9, seen_now);
    unverified(10, seen_now - hours(6));
    run("UPDATE call_out_records SET rejected_at = 1 WHERE id = 10");
  }

  /// "9? 5 1": the requests' ids, those of unverified call-outs with a mark, in the order shown.
  static std::string words(const std::vector<Entry>& entries) {
    std::string text;
    for (const Entry& entry : entries) {
      if (!text.empty()) text += ' ';
      text += entry.request ? std::to_string(entry.request->value())
                            : std::to_string(entry.call_out->value()) + "?";
    }
    return text;
  }
  void fill(const std::vector<std::pair<int, bool>>& kinds) {
    database_->write([&](Transaction& tx) {
      tx.run("DELETE FROM call_out_records");
      tx.run("DELETE FROM pto_requests");
      std::int64_t id = 1;
      for (const auto& [second, is_request] : kinds) {
        const base::Moment at = seen_now + std::chrono::seconds(second);
        if (is_request) {
          tx.run(
              "INSERT INTO pto_requests (id, member_id, start_date, end_date, pto_type, status,"
              " created_at, updated_at) VALUES ($1, $2, $3, $3, 'sick', 'pending', $4, $4)",
              {id++, ana, seen_today, at});
        } else {
          tx.run(
              "INSERT INTO call_out_records (id, receipt_number, day, source, verified,"
              " authentication_method, created_at) VALUES ($1, $1, $2, 'sms', 0, 'none', $3)",
              {id++, seen_today, at});
        }
      }
    });
  }
  std::string shown(SeenUser user, const EntryFilter& filter = {}) {
    return read(user, [&](Transaction& tx, const Reader& reader) {
      return words(list_entries(tx, reader, filter, {}, 200).items);
    });
  }
};

TEST_F(Inbox, ShowsToEachTheirOwn) {
  for (const auto& [user, expected] : {std::pair{ana, "5 1"},
                                       {moe, "2"},
                                       {boss, "9? 5 2 1 10? 6"},
                                       {moa_boss, "9? 2 10?"},
                                       {billing_boss, "9? 3 10?"},
                                       {legal_boss, "4"},
                                       {hana, "9? 5 3 2 1 10? 6"},
                                       {legal_hr, "9? 5 4 3 2 1 10? 6"},
                                       {administrator, ""}}) {
    EXPECT_EQ(shown(user), expected) << user;
  }
}

TEST_F(Inbox, IsFiltered) {
  const EntryFilter sought[] = {{.kind = Kind::pto},
                                {.kind = Kind::call_outs},
                                {.status = "approved"},
                                {.status = "unverified"},
                                {.status = "rejected"},
                                {.needs_verification = true},
                                {.team = people::TeamId(2)},
                                {.team = people::TeamId(3)},
                                {.member = people::MemberId(ana)},
                                {.member = people::MemberId(lea)},
                                {.from = seen_today + days(14)},
                                {.to = seen_today - days(30)},
                                {.from = seen_today, .to = seen_today}};
  const char* expected[] = {"5 6", "9? 3 2 1 10?", "5", "9?", "10?", "9?",          "3",
                            "",    "5 1",          "",  "5",  "6",   "9? 3 2 1 10?"};
  for (std::size_t at = 0; at < std::size(sought); ++at)
    EXPECT_EQ(shown(hana, sought[at]), expected[at]) << at;
}

TEST_F(Inbox, FindsNamesWithoutCaseAndAccentsAndReceiptNumbers) {
  for (const auto& [search, expected] : {std::pair{"nunez", "5 1"},
                                         {"NÚÑ", "5 1"},
                                         {"béa", "3"},
                                         {"lea", ""},
                                         {"102", "2"},
                                         {"#109", "9?"},
                                         {"104", ""},
                                         {"%", ""}}) {
    EXPECT_EQ(shown(hana, {.search = search}), expected) << search;
  }
  EXPECT_EQ(shown(legal_hr, {.search = "104"}), "4");
}

TEST_F(Inbox, SaysWhatARowIs) {
  run("UPDATE call_out_records SET acknowledged_at = $1, acknowledged_as = 'Front desk'"
      " WHERE id = 1",
      {seen_now});
  run("UPDATE call_out_records SET phone_number_used = 'anonymous' WHERE id = 2");
  const auto entries = read(boss, [](Transaction& tx, const Reader& reader) {
    return list_entries(tx, reader, {.kind = Kind::call_outs}, {}, 200).items;
  });
  const Entry& stranger = entries.at(0);
  EXPECT_EQ(stranger.status, "unverified");
  EXPECT_FALSE(stranger.person || stranger.type || stranger.request);
  EXPECT_EQ(stranger.phone_number_used, "+15550100177");
  EXPECT_TRUE(stranger.has_words);
  EXPECT_EQ(entries.at(1).phone_number_used, "");
  const Entry& of_ana = entries.at(2);
  EXPECT_EQ(of_ana.person->name, "Ana Núñez");
  EXPECT_EQ(of_ana.person->position, "RN");
  EXPECT_EQ(of_ana.receipt_number, 101);
  EXPECT_EQ(of_ana.type->name, "Sick Leave");
  EXPECT_EQ(of_ana.acknowledged->by, "Front desk");
  EXPECT_FALSE(of_ana.is_own || of_ana.has_recording);
}

TEST_F(Inbox, AnEmptyTextIsNoWords) {
  run("UPDATE call_out_records SET message_text = $1 WHERE id = 1",
      {vault_.seal("call_out_records.message_text", "")});
  run("UPDATE pto_requests SET reason = $1 WHERE id = 1", {vault_.seal("pto_requests.reason", "")});
  const auto has_words = [&] {
    return read(ana, [](Transaction& tx, const Reader& reader) {
      return list_entries(tx, reader, {.kind = Kind::call_outs}, {}, 1).items.at(0).has_words;
    });
  };
  EXPECT_FALSE(has_words());
  run("INSERT INTO call_out_messages (call_out_id, message_text, created_at) VALUES (1, $1, 1)",
      {vault_.seal("call_out_messages.message_text", "x")});
  EXPECT_TRUE(has_words());
}

TEST_F(Inbox, ARequestWithTwoRecordsIsOneRow) {
  run("INSERT INTO call_out_records (id, receipt_number, pto_request_id, merged_into_id, day,"
      " source, verified, authentication_method, created_at)"
      " VALUES (20, 120, 1, 1, '2026-11-23', 'sms', 1, 'manual', 1)");
  EXPECT_EQ(shown(boss, {.kind = Kind::call_outs}), "9? 2 1 10?");
}

// However large the pages are and whatever shares a second, each entry is shown exactly once, and
// what arrives while somebody turns the pages shifts nothing.
TEST_F(Inbox, PagesHaveNoDoublesAndNoGaps) {
  EXPECT_TRUE(rc::check([&] {
    // Each second the kinds of what came in it: a request or something unverified.
    const auto kinds = *rc::gen::container<std::vector<std::pair<int, bool>>>(
        rc::gen::pair(rc::gen::inRange(0, 6), rc::gen::arbitrary<bool>()));
    fill(kinds);
    const std::string all = shown(boss);
    const int limit = *rc::gen::inRange(3, 9);
    std::int64_t late = 1000;
    std::vector<Entry> turned;
    std::optional<EntryPlace> after;
    do {
      const EntryPage page = read(boss, [&](Transaction& tx, const Reader& reader) {
        return list_entries(tx, reader, {}, after, limit);
      });
      RC_ASSERT(page.items.size() <= static_cast<std::size_t>(limit));
      turned.insert(turned.end(), page.items.begin(), page.items.end());
      after = page.next;
      request(late++, ana, seen_today, seen_today, "pending", 0, seen_now + hours(1));
    } while (after);
    RC_ASSERT(words(turned) == all);
    RC_ASSERT(turned.size() == kinds.size());
  }));
}

}  // namespace
}  // namespace store

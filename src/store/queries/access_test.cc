// Who may see, read and decide whose absence, cell by cell.
#include "store/queries/access.h"

#include "store/queries/seen_test.h"

namespace store {
namespace {

class WhoMay : public SeenHouse {
 protected:
  WhoMay() {
    call_out(1, ana);
    unverified(9);
  }

  static std::string letters(const Access& access) {
    return std::string(access.may_see ? "s" : "-") + (access.may_read ? "r" : "-") +
           (access.may_decide ? "d" : "-");
  }
  std::string to(SeenUser user, SeenUser absent) {
    return read(user, [&](Transaction& tx, const Reader& reader) {
      return letters(access_to(tx, reader.user, people::MemberId(absent)));
    });
  }
  std::string to_unverified(SeenUser user) {
    return read(user,
                [](Transaction&, const Reader& reader) { return letters(reader.unverified); });
  }
  std::string to_call_out(SeenUser user, std::int64_t id) {
    return read(user, [&](Transaction& tx, const Reader& reader) {
      return letters(access_to_call_out(tx, reader.user, CallOutId(id), seen_today));
    });
  }
};

TEST_F(WhoMay, SeeReadAndDecideIsThisTable) {
  struct Row {
    const char* who;
    SeenUser user;
    const char* rights[6];  // to Ana, Moe, Béa, Lea, Luis who left; to what is unverified
  };
  for (const Row& row : std::initializer_list<Row>{
           {"Ana, her own", ana, {"sr-", "---", "---", "---", "---", "---"}},
           {"Béa, her own in spite of HR only", bea, {"---", "---", "sr-", "---", "---", "---"}},
           {"the team's manager", boss, {"srd", "srd", "---", "---", "srd", "s-d"}},
           {"of a position", moa_boss, {"---", "srd", "---", "---", "---", "s-d"}},
           {"reasons for HR only", billing_boss, {"---", "---", "s-d", "---", "---", "s-d"}},
           {"of the isolated team", legal_boss, {"---", "---", "---", "srd", "---", "---"}},
           {"HR", hana, {"srd", "srd", "srd", "---", "srd", "srd"}},
           {"HR named in Legal", legal_hr, {"srd", "srd", "srd", "srd", "srd", "srd"}},
           {"an administrator", administrator, {"---", "---", "---", "---", "---", "---"}}}) {
    const SeenUser absent[] = {ana, moe, bea, lea, left_luis};
    for (std::size_t at = 0; at < std::size(absent); ++at) {
      EXPECT_EQ(to(row.user, absent[at]), row.rights[at]) << row.who << ", " << absent[at];
    }
    EXPECT_EQ(to_unverified(row.user), row.rights[5]) << row.who;
  }
}

TEST_F(WhoMay, NobodyDecidesAboutThemselves) {
  EXPECT_EQ(to(boss, boss), "sr-");
  EXPECT_EQ(to(hana, boss), "srd");
}

TEST_F(WhoMay, ReadWhatIsUnverifiedAreTheManagersWhereThereIsNoHr) {
  run("DELETE FROM user_roles WHERE role = 'hr'");
  for (const SeenUser user : {boss, moa_boss, billing_boss}) EXPECT_EQ(to_unverified(user), "srd");
  for (const SeenUser user : {legal_boss, hana, administrator, ana})
    EXPECT_EQ(to_unverified(user), "---") << user;
}

TEST_F(WhoMay, OfACallOutGoesByItsPersonAndOfNoneIsNobody) {
  EXPECT_EQ(to_call_out(boss, 1), "srd");
  EXPECT_EQ(to_call_out(ana, 1), "sr-");
  EXPECT_EQ(to_call_out(billing_boss, 1), "---");
  EXPECT_EQ(to_call_out(billing_boss, 9), "s-d");
  EXPECT_EQ(to_call_out(hana, 99), "---");
}

TEST_F(WhoMay, OfWhatWasAddedToAnotherGoesByThatOne) {
  run("UPDATE call_out_records SET merged_into_id = 1 WHERE id = 9");
  EXPECT_EQ(to_call_out(boss, 9), "srd");
  EXPECT_EQ(to_call_out(billing_boss, 9), "---");
}

}  // namespace
}  // namespace store

#include "domain/notice/notice.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

namespace notice {
namespace {

constexpr people::UserId boss{1};
constexpr people::UserId deputy{2};
constexpr people::UserId personnel{3};

Candidate person(people::UserId user, const std::string& name, bool is_out = false) {
  return {.user = user,
          .name = name,
          .phone = "+1555010010" + std::to_string(user.value()),
          .email = name + "@example.org",
          .language = people::Language::en,
          .may_read_reasons = true,
          .is_out = is_out};
}

Candidate listed(std::optional<std::string> phone, std::optional<std::string> email = {}) {
  return {.user = {},
          .name = "listed",
          .phone = std::move(phone),
          .email = std::move(email),
          .language = people::Language::en,
          .may_read_reasons = false,
          .is_out = false};
}

std::vector<std::string> names(const std::vector<Candidate>& readers) {
  std::vector<std::string> list;
  for (const Candidate& reader : readers) list.push_back(reader.name);
  return list;
}
using Names = std::vector<std::string>;

TEST(Responsible, ManagersInScopeAndListedRecipientsHearOfIt) {
  const Candidates candidates{.managers = {person(boss, "boss"), person(deputy, "deputy")},
                              .listed = {listed("+15550100177")},
                              .hr = {person(personnel, "personnel")}};
  EXPECT_EQ(names(responsible(candidates, {})), (Names{"boss", "deputy", "listed"}));
}

TEST(Responsible, AManagerWhoIsAbsentIsNotToldOfThemselves) {
  const Candidates candidates{.managers = {person(boss, "boss"), person(deputy, "deputy")},
                              .listed = {},
                              .hr = {person(personnel, "personnel")}};
  EXPECT_EQ(names(responsible(candidates, boss)), (Names{"deputy"}));
}

TEST(Responsible, HrHearsWhenTheOnlyManagerIsTheOneWhoIsOut) {
  const Candidates candidates{.managers = {person(boss, "boss")},
                              .listed = {},
                              .hr = {person(boss, "boss"), person(personnel, "personnel")}};
  EXPECT_EQ(names(responsible(candidates, boss)), (Names{"personnel"}));
}

TEST(Responsible, TheAbsentManagersOwnNumberOnTheListTellsNobody) {
  const Candidates candidates{.managers = {person(boss, "boss")},
                              .listed = {listed("+15550100101", "BOSS@example.org")},
                              .hr = {person(personnel, "personnel")}};
  EXPECT_EQ(names(responsible(candidates, boss)), (Names{"personnel"}));
}

TEST(Responsible, HrHearsTooWhenAllManagersAreOutWhoeverIsListed) {
  Candidates candidates{.managers = {person(boss, "boss", true), person(deputy, "deputy", true)},
                        .listed = {},
                        .hr = {person(personnel, "personnel")}};
  EXPECT_EQ(names(responsible(candidates, {})), (Names{"boss", "deputy", "personnel"}));
  candidates.listed = {listed("+15550100177")};
  EXPECT_EQ(names(responsible(candidates, {})), (Names{"boss", "deputy", "listed", "personnel"}));
}

TEST(Responsible, SomebodyWithoutAnyAddressDoesNotCount) {
  Candidate silent = person(boss, "boss");
  silent.phone.reset();
  silent.email = "";
  const Candidates candidates{
      .managers = {silent}, .listed = {}, .hr = {person(personnel, "personnel")}};
  EXPECT_EQ(names(responsible(candidates, {})), (Names{"personnel"}));
}

TEST(Responsible, NobodyIsLeftWhenNobodyIsThere) {
  EXPECT_TRUE(responsible({}, {}).empty());
  EXPECT_TRUE(
      responsible({.managers = {}, .listed = {}, .hr = {person(boss, "boss")}}, boss).empty());
  EXPECT_TRUE(everybody({}).empty());
}

TEST(Responsible, EachAddressIsUsedOnceAndStaysWithTheFirst) {
  const Candidates candidates{.managers = {person(boss, "boss")},
                              .listed = {listed("+15550100101", "night@example.org"),
                                         listed("+15550100101", "Boss@Example.org")},
                              .hr = {}};
  const auto readers = responsible(candidates, {});
  EXPECT_EQ(names(readers), (Names{"boss", "listed"}));
  EXPECT_EQ(readers.back().phone, std::nullopt);
  EXPECT_EQ(readers.back().email, "night@example.org");
}

TEST(Everybody, AListedAddressKeepsTheRightsOfTheAccountThatHasIt) {
  const auto readers = everybody({.managers = {},
                                  .listed = {listed({}, "personnel@example.org")},
                                  .hr = {person(personnel, "personnel")}});
  ASSERT_EQ(readers.size(), 1u);
  EXPECT_TRUE(readers.front().may_read_reasons);
}

TEST(Kinds, EachHasACodeThatLeadsBackToIt) {
  std::set<std::string_view> codes;
  for (const Kind kind : all_kinds) {
    codes.insert(code_of(kind));
    EXPECT_EQ(parse_kind(code_of(kind)), kind);
  }
  EXPECT_EQ(codes.size(), std::size(all_kinds));
  EXPECT_EQ(parse_kind("receipts"), std::nullopt);
  for (const Channel channel : {Channel::sms, Channel::email}) {
    EXPECT_EQ(parse_channel(code_of(channel)), channel);
  }
  EXPECT_EQ(parse_channel("voice"), std::nullopt);
}

TEST(Kinds, EveryAlertLeavesBeforeEveryReceipt) {
  for (const Kind alert : all_kinds) {
    if (!is_alert(alert)) continue;
    for (const Kind other : all_kinds) {
      EXPECT_TRUE(is_alert(other) || priority(alert) < priority(other)) << code_of(other);
    }
  }
  EXPECT_TRUE(is_alert(Kind::call_out_recorded));
  EXPECT_FALSE(is_alert(Kind::receipt));
}

TEST(Kinds, ACodeToSignInWithLeavesBeforeEveryOtherCourtesyAndNotAfterItExpired) {
  for (const Kind other : all_kinds) {
    if (other == Kind::sign_in_code || is_alert(other)) continue;
    EXPECT_LT(priority(Kind::sign_in_code), priority(other)) << code_of(other);
    EXPECT_EQ(lifetime(other), std::chrono::hours(24)) << code_of(other);
  }
  EXPECT_FALSE(is_alert(Kind::sign_in_code)) << "one that fails is asked for again";
  EXPECT_EQ(lifetime(Kind::sign_in_code), std::chrono::minutes(10));
}

TEST(Facts, ForgetWhatSomebodySaidAndWhyItWasDenied) {
  Facts facts;
  facts.message = facts.denial_reason = "canary";
  facts.has_recording = true;
  facts.name = "Ana";
  forget_words(facts);
  EXPECT_EQ(facts, (Facts{.name = "Ana"}));
}

}  // namespace
}  // namespace notice

#include "server/costs.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace server {
namespace {

Millionths total(const Prices& prices, const MonthOfUse& use) {
  return total_of(monthly_costs(prices, use));
}

/// What the feature summary counts: every call-out a call of two minutes, one receipt and one
/// alert by text, the recordings kept at the provider; nothing for registering or recording.
const Prices summary_prices{.recorded_minute = 0, .carrier_fee = 0, .registration = 0};
const MonthOfUse summary_use{.share_by_phone = one,
                             .minutes_per_call = 2 * one,
                             .managers_texted = one,
                             .share_acknowledged = 0,
                             .days_stored = 30 * one};

TEST(Costs, OfTheFeatureSummarysExampleAreItsDollarAndEightyThreeCents) {
  EXPECT_EQ(total(summary_prices, summary_use), 1'826'000);
  const std::string table = costs_markdown(monthly_costs(summary_prices, summary_use));
  EXPECT_NE(table.find("**$1.83**"), std::string::npos) << table;
}

TEST(Costs, OfAnOrdinaryMonthAreCountedTextByText) {
  // 20 call-outs: receipt, two alerts, thanks, "Seen by", "nothing more to do"; 10 call-outs and
  // 20 acknowledgements come in as texts.
  const auto costs = monthly_costs({}, {});
  EXPECT_EQ(costs[5].count, 30 * one);
  EXPECT_EQ(costs[6].count, 120 * one);
  EXPECT_EQ(costs[6].total, 948'000);
  EXPECT_EQ(costs[4].total, 1'167) << "10 minutes for 7 of 30 days";
}

TEST(Costs, OfAMonthWithoutCallOutsAreTheNumberAndItsRegistration) {
  EXPECT_EQ(total({}, {.call_outs = 0}), 2'650'000);
}

TEST(Costs, OfNobodyWhoIsTextedLeaveTheReceipt) {
  const auto costs = monthly_costs({}, {.managers_texted = 0, .share_acknowledged = 0});
  EXPECT_EQ(costs[6].count, 20 * one);
}

TEST(Costs, GrowWithTheCallOutsAndLoseNothing) {
  EXPECT_TRUE(rc::check("twice the call-outs cost twice what is not fixed", [] {
    const auto count = *rc::gen::inRange<Millionths>(0, 1000);
    const Millionths fixed = total({}, {.call_outs = 0});
    const Millionths single = total({}, {.call_outs = 30 * count * one});
    const Millionths twice = total({}, {.call_outs = 60 * count * one});
    RC_ASSERT(twice - fixed == 2 * (single - fixed));
  }));
}

TEST(Costs, OfTheHighestFiguresStillFit) {
  const Millionths dear = 1000 * one;
  const Millionths most = total({.call_minute = dear, .stored_minute = dear, .text_out = dear},
                                {.call_outs = 100'000 * one,
                                 .share_by_phone = one,
                                 .minutes_per_call = 60 * one,
                                 .managers_texted = 100 * one,
                                 .days_stored = 3660 * one});
  EXPECT_GT(most, 700'000'000'000 * one);
}

TEST(Amounts, AreReadAsTheyAreWritten) {
  EXPECT_EQ(read_amount("0.0085", one).value(), 8'500);
  EXPECT_EQ(read_amount("20", 100 * one).value(), 20 * one);
  EXPECT_EQ(read_amount("1.", one).value(), one);
  EXPECT_EQ(read_amount("0.000001", one).value(), 1);
  for (const char* wrong : {"", ".", ".5", "-1", "1.0000001", "1e3", "1,5", "$1", "1.000001",
                            "99999999999999999999", " 1", "0.5.5"}) {
    const auto read = read_amount(wrong, one);
    ASSERT_FALSE(read.ok()) << wrong;
    EXPECT_NE(read.problem().remedy.find("from 0 to 1,"), std::string::npos);
  }
}

TEST(Amounts, AreWrittenWithTwoToFourDecimals) {
  EXPECT_EQ(amount_in_words(8'500), "0.0085");
  EXPECT_EQ(amount_in_words(1'150'000), "1.15");
  EXPECT_EQ(amount_in_words(2 * one), "2.00");
  EXPECT_EQ(amount_in_words(1'167), "0.0012");
  EXPECT_EQ(amount_in_words(999'999), "1.00");
}

TEST(Amounts, ThatWereWrittenAreReadBack) {
  EXPECT_TRUE(rc::check("four decimals are exact", [] {
    const auto amount = *rc::gen::inRange<Millionths>(0, 10'000'000) * 100;
    RC_ASSERT(read_amount(amount_in_words(amount), 1000 * one).value() == amount);
  }));
}

}  // namespace
}  // namespace server

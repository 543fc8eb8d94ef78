#include "domain/leave/bank.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace leave {
namespace {

using base::Minutes;

TEST(Draw, TakesFromTheBanksInTheirOrder) {
  const std::vector<Bank> banks = {
      {"sick", Minutes(240)}, {"pto", Minutes(600)}, {"unpaid", Minutes(0)}};
  EXPECT_EQ(draw(Minutes(450), banks),
            (std::vector<Charge>{{"sick", Minutes(240)}, {"pto", Minutes(210)}}));
}

TEST(Draw, GoesBelowZeroInTheLastBankRatherThanForgetting) {
  const std::vector<Bank> banks = {{"sick", Minutes(-30)}, {"unpaid", Minutes(-450)}};
  EXPECT_EQ(draw(Minutes(450), banks), (std::vector<Charge>{{"unpaid", Minutes(450)}}));
}

TEST(Draw, AlwaysAddsUpToWhatWasAsked) {
  EXPECT_TRUE(rc::check("sum of charges == minutes", [](const std::vector<std::int16_t>& balances) {
    RC_PRE(!balances.empty());
    std::vector<Bank> banks;
    for (const std::int16_t balance : balances) banks.push_back({"bank", Minutes(balance)});
    const Minutes asked(*rc::gen::inRange(0, 20000));
    Minutes sum{0};
    for (const Charge& charge : draw(asked, banks)) {
      RC_ASSERT(charge.minutes > Minutes(0));
      sum += charge.minutes;
    }
    RC_ASSERT(sum == asked);
  }));
}

}  // namespace
}  // namespace leave

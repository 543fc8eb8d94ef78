#include "domain/callout/attestation.h"

#include <gtest/gtest.h>

namespace callout {
namespace {

TEST(Attestation, IsTheLetterOfAVerdictThatPassed) {
  EXPECT_EQ(attested_as("TN-Validation-Passed-A"), "A");
  EXPECT_EQ(attested_as("TN-Validation-Passed-C-Diverted"), "C");
  EXPECT_EQ(attested_as("TN-Validation-Passed-"), "");
}

TEST(Attestation, IsNothingForOneThatFailedOrWasNotGiven) {
  EXPECT_EQ(attested_as("TN-Validation-Failed-A"), "");
  EXPECT_EQ(attested_as("No-TN-Validation"), "");
  EXPECT_EQ(attested_as(""), "");
}

}  // namespace
}  // namespace callout

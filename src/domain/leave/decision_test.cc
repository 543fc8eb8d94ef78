#include "domain/leave/decision.h"

#include <array>

#include <gtest/gtest.h>

namespace leave {
namespace {

constexpr std::array all_statuses{RequestStatus::pending, RequestStatus::approved,
                                  RequestStatus::denied, RequestStatus::cancelled,
                                  RequestStatus::completed};

TEST(Decisions, OnlyWhatIsPendingIsApprovedOrDenied) {
  for (const RequestStatus status : all_statuses) {
    for (const bool is_call_out : {false, true}) {
      const RequestState state{.status = status, .is_call_out = is_call_out};
      const bool is_pending = status == RequestStatus::pending;
      EXPECT_EQ(is_possible(Decision::approve, state), is_pending) << code_of(status);
      EXPECT_EQ(is_possible(Decision::deny, state), is_pending) << code_of(status);
    }
  }
}

TEST(Decisions, ACallOutThatCountsIsChargedOrNotAndOnlyIfThatChangesAnything) {
  for (const RequestStatus status : all_statuses) {
    const bool counts = status != RequestStatus::denied && status != RequestStatus::cancelled;
    const RequestState charged{.status = status, .is_call_out = true, .is_charged = true};
    const RequestState free{.status = status, .is_call_out = true, .is_charged = false};
    EXPECT_EQ(is_possible(Decision::do_not_charge, charged), counts) << code_of(status);
    EXPECT_EQ(is_possible(Decision::charge, free), counts) << code_of(status);
    EXPECT_FALSE(is_possible(Decision::charge, charged)) << code_of(status);
    EXPECT_FALSE(is_possible(Decision::do_not_charge, free)) << code_of(status);
  }
}

TEST(Decisions, OnlyACallOutThatIsPendingOrApprovedIsTakenBack) {
  for (const RequestStatus status : all_statuses) {
    const bool is_open = status == RequestStatus::pending || status == RequestStatus::approved;
    EXPECT_EQ(is_possible(Decision::cancel, {.status = status, .is_call_out = true}), is_open);
    EXPECT_FALSE(is_possible(Decision::cancel, {.status = status, .is_call_out = false}));
  }
}

TEST(Decisions, LeaveThatWasAskedForIsAlwaysCharged) {
  for (const RequestStatus status : all_statuses) {
    for (const bool is_charged : {false, true}) {
      const RequestState leave{.status = status, .is_call_out = false, .is_charged = is_charged};
      EXPECT_FALSE(is_possible(Decision::charge, leave));
      EXPECT_FALSE(is_possible(Decision::do_not_charge, leave));
    }
  }
}

TEST(Decisions, HoursAreTakenForWhatIsApprovedAndCharged) {
  EXPECT_TRUE(takes_hours({.status = RequestStatus::approved}));
  EXPECT_TRUE(takes_hours({.status = RequestStatus::completed}));
  EXPECT_FALSE(takes_hours({.status = RequestStatus::approved, .is_charged = false}));
  EXPECT_FALSE(takes_hours({.status = RequestStatus::pending}));
  EXPECT_FALSE(takes_hours({.status = RequestStatus::denied}));
  EXPECT_FALSE(takes_hours({.status = RequestStatus::cancelled}));
}

TEST(Decisions, TheirCodesAreReadAsTheyAreWritten) {
  for (const RequestStatus status : all_statuses)
    EXPECT_EQ(parse_request_status(code_of(status)), status);
  for (const Decision decision : {Decision::approve, Decision::deny, Decision::charge,
                                  Decision::do_not_charge, Decision::cancel})
    EXPECT_EQ(parse_decision(code_of(decision)), decision);
  EXPECT_FALSE(parse_decision("Approve"));
  EXPECT_FALSE(parse_request_status(""));
}

}  // namespace
}  // namespace leave

// What the stories about telephone calls have in common.
#pragma once

#include <string>
#include <vector>

#include "scenarios/call.h"
#include "scenarios/scenario.h"

namespace scenario {

class OnTheLine : public Scenario {
 protected:
  using Rows = std::vector<std::string>;
  static constexpr const char* pin_of_ana = "8306";
  static constexpr const char* pin_of_luis = "5283";
  static constexpr const char* pin_of_eva = "3975";
  static constexpr const char* nobodys_pin = "2846";

  std::int64_t call_outs() {
    return number("SELECT COUNT(*) FROM call_out_records WHERE withdrawn_at IS NULL");
  }
  /// "1|2020-11-23|1|phone_match": whose, which day, verified, how.
  Rows who_is_out() {
    return rows(
        "SELECT member_id, day, verified, authentication_method FROM call_out_records "
        "WHERE withdrawn_at IS NULL ORDER BY id");
  }
  std::int64_t receipts() {
    return number("SELECT COUNT(*) FROM outbox WHERE kind = 'receipt' AND channel = 'sms'");
  }
  std::int64_t alerts(const std::string& kind) {
    return number(
        "SELECT COUNT(*) FROM outbox WHERE channel = 'sms' AND state <> 'dropped' AND kind = '" +
        kind + "'");
  }
  std::int64_t recordings_kept() {
    return number(
        "SELECT COUNT(*) FROM recordings WHERE state = 'kept' AND call_out_id IS NOT NULL");
  }
  int texts_to(const std::string& number) {
    int count = 0;
    for (const Sent& sent : texts()) count += sent.to == number ? 1 : 0;
    return count;
  }
};

}  // namespace scenario

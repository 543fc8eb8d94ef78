// What may be decided about a request, and when.
#pragma once

#include <optional>
#include <string_view>

namespace leave {

enum class RequestStatus { pending, approved, denied, cancelled, completed };
std::string_view code_of(RequestStatus status);  // "pending"
std::optional<RequestStatus> parse_request_status(std::string_view code);

/// charge and do_not_charge: whether hours are taken for a call-out. The absence stands either way.
/// cancel: a call-out is taken back for the employee, as if it had not been.
enum class Decision { approve, deny, charge, do_not_charge, cancel };
std::string_view code_of(Decision decision);  // "do_not_charge"
std::optional<Decision> parse_decision(std::string_view code);

struct RequestState {
  RequestStatus status = RequestStatus::pending;
  bool is_call_out = false;
  bool is_charged = true;
};

/// Only what is pending is approved or denied. A call-out is charged or not as long as it counts,
/// also when it is over; and only if that changes anything. It is taken back before it is over.
bool is_possible(Decision decision, const RequestState& state);

/// Hours are taken for what is approved, or over, and charged.
bool takes_hours(const RequestState& state);

}  // namespace leave

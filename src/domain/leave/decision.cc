#include "domain/leave/decision.h"

#include <algorithm>
#include <array>
#include <utility>

namespace leave {
namespace {

constexpr std::array statuses{std::pair{RequestStatus::pending, std::string_view("pending")},
                              std::pair{RequestStatus::approved, std::string_view("approved")},
                              std::pair{RequestStatus::denied, std::string_view("denied")},
                              std::pair{RequestStatus::cancelled, std::string_view("cancelled")},
                              std::pair{RequestStatus::completed, std::string_view("completed")}};

constexpr std::array decisions{
    std::pair{Decision::approve, std::string_view("approve")},
    std::pair{Decision::deny, std::string_view("deny")},
    std::pair{Decision::charge, std::string_view("charge")},
    std::pair{Decision::do_not_charge, std::string_view("do_not_charge")},
    std::pair{Decision::cancel, std::string_view("cancel")}};

template <class Table, class Kind>
std::string_view code_in(const Table& table, Kind kind) {
  const auto found = std::ranges::find(table, kind, [](const auto& row) { return row.first; });
  return found == table.end() ? std::string_view() : found->second;
}

template <class Table>
auto kind_in(const Table& table, std::string_view code)
    -> std::optional<typename Table::value_type::first_type> {
  const auto found = std::ranges::find(table, code, [](const auto& row) { return row.second; });
  if (found == table.end()) return {};
  return found->first;
}

bool counts(RequestStatus status) {
  return status == RequestStatus::pending || status == RequestStatus::approved ||
         status == RequestStatus::completed;
}

}  // namespace

std::string_view code_of(RequestStatus status) {
  return code_in(statuses, status);
}

std::optional<RequestStatus> parse_request_status(std::string_view code) {
  return kind_in(statuses, code);
}

std::string_view code_of(Decision decision) {
  return code_in(decisions, decision);
}

std::optional<Decision> parse_decision(std::string_view code) {
  return kind_in(decisions, code);
}

bool is_possible(Decision decision, const RequestState& state) {
  const bool may_be_charged = state.is_call_out && counts(state.status);
  switch (decision) {
    case Decision::approve:
    case Decision::deny: return state.status == RequestStatus::pending;
    case Decision::charge: return may_be_charged && !state.is_charged;
    case Decision::do_not_charge: return may_be_charged && state.is_charged;
    case Decision::cancel: return may_be_charged && state.status != RequestStatus::completed;
  }
  return false;
}

bool takes_hours(const RequestState& state) {
  const bool is_granted =
      state.status == RequestStatus::approved || state.status == RequestStatus::completed;
  return is_granted && state.is_charged;
}

}  // namespace leave

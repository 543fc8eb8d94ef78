#include "simulator/courier.h"

#include <utility>

#include "simulator/journey.h"

namespace simulator {

Courier::Courier(Account account, ConnectTo connect_to)
    : account_(std::move(account)), connect_to_(std::move(connect_to)) {}

Delivered Courier::deliver(const Webhook& webhook) {
  Journey journey(account_, connect_to_, cookies_, webhook);
  auto reached = journey.to_primary();
  Outcome outcome;
  outcome.fault = reached.fault;
  if (reached.fault && !webhook.fallback.url.empty()) {
    reached = journey.to_fallback(*reached.fault);
    outcome.fallback_fault = reached.fault;
  }
  outcome.answer = std::move(reached.answer);
  outcome.url = std::move(reached.url);
  outcome.method = reached.method;
  return {.outcome = std::move(outcome), .exchanges = std::move(journey.exchanges())};
}

}  // namespace simulator

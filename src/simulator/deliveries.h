// Webhooks that are to leave, and what follows from their answers. The world is locked while it is
// changed, never while an application thinks about its answer.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "simulator/courier.h"
#include "simulator/gate.h"
#include "simulator/world.h"

namespace simulator {

class Deliveries {
 public:
  /// As of Courier.
  Deliveries(Account account, std::map<std::string, std::string> connect_to)
      : courier_(std::move(account), std::move(connect_to)) {}

  struct Delivery {
    Webhook webhook;
    std::function<void(const Outcome&)> then;
    bool comes_twice = false;  // by mishap: at the same time, and the copy's answer goes nowhere
  };

  /// With the gate locked. The world's mishaps say what comes twice.
  void add(const World& world, Webhook webhook, std::function<void(const Outcome&)> then);
  bool is_empty() const { return waiting_.empty(); }
  /// The one that has waited longest.
  std::optional<Delivery> take();

  /// Without the gate, which it locks once the answer is there: the exchanges go to the wire, and
  /// `then` goes on (what is wrong with the answer is complained of there). A copy leaves together
  /// with the first, under the same token; `then` does not wait for it.
  void carry_out(Delivery delivery, Gate& gate, World& world);

 private:
  static void note(World& world, std::vector<Exchange> exchanges);

  Courier courier_;
  std::deque<Delivery> waiting_;
};

}  // namespace simulator

#include "simulator/agenda.h"

namespace simulator {

Agenda::Id Agenda::at(Moment moment, Act act) {
  const Id id = ++newest_;
  acts_.emplace(std::pair(moment, id), std::move(act));
  moments_.emplace(id, moment);
  return id;
}

void Agenda::cancel(Id id) {
  const auto found = moments_.find(id);
  if (found == moments_.end()) return;
  acts_.erase({found->second, id});
  moments_.erase(found);
}

std::optional<Moment> Agenda::next() const {
  if (acts_.empty()) return {};
  return acts_.begin()->first.first;
}

std::optional<Agenda::Due> Agenda::take(Moment now) {
  if (acts_.empty() || acts_.begin()->first.first > now) return {};
  auto earliest = acts_.extract(acts_.begin());
  moments_.erase(earliest.key().second);
  return Due{.moment = earliest.key().first, .act = std::move(earliest.mapped())};
}

}  // namespace simulator

// The verbs that take something from the caller: Gather and Record.
#pragma once

#include <vector>

#include "simulator/twiml.h"
#include "simulator/twiml_tree.h"

namespace simulator {

verb::Gather read_gather(const Element& element, std::vector<Finding>& findings);
verb::Record read_record(const Element& element, std::vector<Finding>& findings);

}  // namespace simulator

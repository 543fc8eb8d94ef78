// The verbs that only sound: Say, Play and Pause, by themselves or in a Gather.
#pragma once

#include <optional>
#include <vector>

#include "simulator/twiml.h"
#include "simulator/twiml_tree.h"

namespace simulator {

/// In a Gather some findings have codes of their own.
enum class Within { response, gather };

/// Nothing when it is another element, which is no finding yet, or one of them that can't be
/// followed, which is.
struct ReadPrompt {
  bool is_prompt = false;
  std::optional<verb::Prompt> prompt = {};
};
ReadPrompt read_prompt(const Element& element, Within within, std::vector<Finding>& findings);

}  // namespace simulator

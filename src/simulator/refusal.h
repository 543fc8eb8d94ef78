// A request of the REST API that is refused.
#pragma once

#include <string>

#include "simulator/error_words.h"

namespace simulator {

/// {"code":21604,"message":…,"status":400}.
struct Refusal {
  int status = 400;
  int code = 0;
  std::string message;
};

/// In the provider's words.
inline Refusal refusal(int code, int status = 400) {
  return {.status = status, .code = code, .message = error_words(code)};
}

}  // namespace simulator

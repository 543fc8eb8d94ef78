// What nobody nearby can mend in the machine below: no memory to hash with, no generator of
// randomness, no time zone data.
#pragma once

#include <stdexcept>

namespace platform {

class Failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace platform

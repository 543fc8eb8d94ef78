// The commands of the one binary. Words on a terminal are English and stand in the code.
#pragma once

#include <span>
#include <string>

#include "server/world.h"

namespace server {

/// Without the program's name. 0: done; 1: refused or failed, said on err; 2: not understood.
int run(std::span<const std::string> arguments, const World& world);

}  // namespace server

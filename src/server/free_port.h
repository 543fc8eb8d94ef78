// A TCP port of the loopback that nothing uses at this moment.
#pragma once

#include <cstdint>

namespace server {

/// Throws std::system_error when there is none. Somebody else may take it before it is used.
std::uint16_t free_port();

}  // namespace server

// TCP ports of the loopback that nothing uses at this moment.
#pragma once

#include <cstdint>

namespace server {

/// `wanted`, or any when that is 0. Throws std::system_error, naming the port, when it is taken.
/// Somebody else may take it before it is used.
std::uint16_t free_port(std::uint16_t wanted = 0);

}  // namespace server

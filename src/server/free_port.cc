#include "server/free_port.h"

#include <string>
#include <system_error>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace server {

std::uint16_t free_port(std::uint16_t wanted) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(wanted);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // As a server listens: what an ended one leaves behind for a while does not matter.
  const int yes = 1;
  if (listener >= 0 && wanted != 0)
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  socklen_t size = sizeof(address);
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  const bool is_bound = listener >= 0 && bind(listener, generic, size) == 0 &&
                        getsockname(listener, generic, &size) == 0;
  const std::error_code error(errno, std::generic_category());
  if (listener >= 0) close(listener);
  if (!is_bound)
    throw std::system_error(error, "can't listen on 127.0.0.1 port " + std::to_string(wanted));
  return ntohs(address.sin_port);
}

}  // namespace server

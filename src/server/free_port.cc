#include "server/free_port.h"

#include <system_error>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace server {

std::uint16_t free_port() {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  const bool is_bound = listener >= 0 && bind(listener, generic, size) == 0 &&
                        getsockname(listener, generic, &size) == 0;
  const std::error_code error(errno, std::generic_category());
  if (listener >= 0) close(listener);
  if (!is_bound) throw std::system_error(error);
  return ntohs(address.sin_port);
}

}  // namespace server

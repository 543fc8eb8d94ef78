// What must hold of a request's header beyond its grammar, wherever leniency would let two readers
// of the same bytes see two different requests (RFC 9112 sections 2.2, 3.2, 5.2, 6.1; RFC
// 9110 5.5).
#pragma once

#include <cstddef>
#include <string_view>

#include "http/message.h"

namespace http {

enum class Version { http_1_0, http_1_1 };

/// Looks for the empty line that ends a header, refusing on the way a bare LF or CR, a NUL, and a
/// line that begins with a blank (obs-fold). Keeps its place, so that bytes are looked at once.
class HeaderScan {
 public:
  enum class State { more, found, broken };
  /// `bytes`: all since the first of the request, those of the call before included.
  State look(std::string_view bytes);
  /// One past the empty line, once found.
  std::size_t end() const { return line_; }

 private:
  std::size_t line_ = 0;  // start of the first line that has not been seen whole
};

/// Exactly one Host of a plausible form (on 1.0 at most one), at most one Content-Length of digits
/// only, no Transfer-Encoding but one "chunked" on 1.1 and then no Content-Length.
bool frames_clearly(const Request& request, Version version);

}  // namespace http

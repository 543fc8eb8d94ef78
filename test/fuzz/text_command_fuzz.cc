// libFuzzer: whatever bytes arrive as a text, reading them does no harm.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "domain/callout/text_command.h"

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  callout::read_text({reinterpret_cast<const char*>(data), size});
  return 0;
}

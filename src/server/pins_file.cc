#include "server/pins_file.h"

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace server {
namespace {

/// In quotes, and no formula: a name may begin with "=".
std::string cell(std::string_view text) {
  constexpr std::string_view formula_signs = "=+-@";
  std::string result = "\"";
  if (!text.empty() && formula_signs.find(text.front()) != std::string_view::npos) result += '\'';
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string table(std::span<const app::NewPin> pins) {
  std::string text = "employee_number,name,pin\n";
  for (const app::NewPin& pin : pins) {
    text += cell(pin.employee_number) + "," + cell(pin.name) + "," + cell(pin.pin) + "\n";
  }
  return text;
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(descriptor) == 0;
}

base::Problem unwritten(const std::filesystem::path& file, int error) {
  return {"--pins-out",
          "names " + file.string() +
              ", which can't be written: " + std::generic_category().message(error),
          "name a file in a folder that this user may write to"};
}

std::optional<base::Problem> put(const std::filesystem::path& file, int flags,
                                 std::span<const app::NewPin> pins) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
  if (descriptor < 0) return unwritten(file, errno);
  const bool is_written = write_all(descriptor, table(pins));
  const int error = errno;
  close(descriptor);
  if (!is_written) return unwritten(file, error);
  return {};
}

}  // namespace

std::optional<base::Problem> make_pins_file(const std::filesystem::path& file,
                                            std::span<const app::NewPin> pins) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
    return base::Problem{"--pins-out", "names " + file.string() + ", which exists",
                         "name a new file: PINs are never written over something"};
  }
  return put(file, O_CREAT | O_EXCL, pins);
}

std::optional<base::Problem> rewrite_pins_file(const std::filesystem::path& file,
                                               std::span<const app::NewPin> pins) {
  return put(file, O_TRUNC, pins);
}

}  // namespace server

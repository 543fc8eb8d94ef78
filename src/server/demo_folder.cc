#include "server/demo_folder.h"

#include <fstream>
#include <system_error>

namespace server {
namespace {

namespace fs = std::filesystem;

constexpr const char* mark = "this-is-the-demo";

std::string about(const fs::path& folder, const std::error_code& error) {
  return folder.string() + " can't be used: " + error.message() +
         ": set DATA_DIR to a folder that can be written to";
}

}  // namespace

std::optional<std::string> prepare_demo_folder(const fs::path& folder, bool is_fresh) {
  std::error_code error;
  const bool has_something = fs::exists(folder, error) && !fs::is_empty(folder, error);
  if (has_something && !fs::exists(folder / mark, error)) {
    return folder.string() +
           " holds something that is not the demo's: move it away, or set DATA_DIR to another "
           "folder";
  }
  if (is_fresh && has_something) fs::remove_all(folder, error);
  if (error) return about(folder, error);
  fs::create_directories(folder, error);
  if (error) return about(folder, error);
  std::ofstream(folder / mark) << "callout demo --fresh deletes this folder.\n";
  if (!fs::exists(folder / mark, error)) return about(folder, error);
  return {};
}

}  // namespace server

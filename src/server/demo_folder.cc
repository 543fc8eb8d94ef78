#include "server/demo_folder.h"

#include <fstream>
#include <system_error>

#include "store/serve_lock.h"

namespace server {
namespace {

namespace fs = std::filesystem;

constexpr const char* mark = "this-is-the-demo";

std::string about(const fs::path& folder, const std::error_code& error) {
  return folder.string() + " can't be used: " + error.message() +
         ": set DATA_DIR to a folder that can be written to";
}

bool is_in_use(const fs::path& folder) {
  const fs::path database = folder / "callout.db";
  std::error_code ignored;
  return fs::exists(database, ignored) && !store::ServeLock::take(database);
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
  if (is_fresh && has_something && is_in_use(folder)) {
    return folder.string() +
           " is in use by a demo that is running: stop it first, or set DATA_DIR to another folder";
  }
  if (is_fresh && has_something) fs::remove_all(folder, error);
  if (error) return about(folder, error);
  fs::create_directories(folder, error);
  if (error) return about(folder, error);
  if (!(std::ofstream(folder / mark) << "callout demo --fresh deletes this folder.\n").flush())
    return about(folder, std::make_error_code(std::errc::permission_denied));
  return {};
}

}  // namespace server

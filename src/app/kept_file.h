// A file that is either there as a whole or not at all, also after a power cut; readable by us
// only.
#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.h"

namespace app {

/// Writes `folder`/`name` (the folder is made if need be), replacing what was there. Throws
/// std::system_error when the disk does not take it.
void keep_file(const std::filesystem::path& folder, const std::string& name,
               const base::Bytes& bytes);

}  // namespace app

// A file that is either there as a whole or not at all, also after a power cut; readable by us
// only.
#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.h"

namespace app {

/// by_and_by: the system writes it to the disk when it likes, so that a power cut may take it. For
/// what is no loss: many files of an invention.
enum class Durable { at_once, by_and_by };

/// Writes `folder`/`name` (the folder is made if need be), replacing what was there. Throws
/// std::system_error when the disk does not take it.
void keep_file(const std::filesystem::path& folder, const std::string& name,
               const base::Bytes& bytes, Durable durable = Durable::at_once);

}  // namespace app

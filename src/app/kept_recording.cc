#include "app/kept_recording.h"

#include <fstream>
#include <iterator>

namespace app {
namespace {

std::string place_of(store::RecordingId id) {
  return "recordings.file " + std::to_string(id.value());
}

}  // namespace

std::string keep_recording(const platform::Vault& vault, const std::filesystem::path& folder,
                           store::RecordingId id, std::string_view sound, Durable durable) {
  const std::string name = "recording-" + std::to_string(id.value()) + ".sealed";
  keep_file(folder, name, vault.seal(place_of(id), sound), durable);
  return name;
}

std::optional<std::string> open_recording(const platform::Vault& vault,
                                          const std::filesystem::path& folder,
                                          const store::Recording& recording) {
  std::ifstream file(folder / recording.file_name, std::ios::binary);
  if (!file) return {};
  const base::Bytes sealed{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return {};
  return vault.open(place_of(recording.id), sealed);
}

}  // namespace app

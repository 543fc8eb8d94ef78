#include "platform/key_file.h"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace platform {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

base::Problem refused(const std::filesystem::path& file, const std::string& what,
                      std::string remedy) {
  return {file.string(), what, std::move(remedy)};
}

/// After a system call: what it says, in errno.
base::Problem failed(const std::filesystem::path& file, const char* what) {
  return refused(file, what + (": " + std::generic_category().message(errno)),
                 "let this user read and write there, on a disk that has room");
}

bool write_whole(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

bool sync_folder(const std::filesystem::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return descriptor.is_open() && ::fsync(descriptor.number()) == 0;
}

/// For a bare name the working directory.
std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

bool make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  errno = error.value();
  return !error;
}

}  // namespace

base::Result<std::optional<std::string>> read_key_file(const std::filesystem::path& file) {
  // Without O_NONBLOCK a pipe of this name would hold up the start for ever.
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!descriptor.is_open() && errno == ENOENT) return std::optional<std::string>{};
  struct stat status{};
  if (!descriptor.is_open() || ::fstat(descriptor.number(), &status) != 0) {
    return failed(file, "can't be read");
  }
  if (!S_ISREG(status.st_mode)) return refused(file, "is not a file", "move it out of the way");
  if ((status.st_mode & 077) != 0) {
    return refused(file, "is open to other users of this machine",
                   "chmod 600 " + file.string() + " and consider who may have read it");
  }
  std::array<char, 256> text{};
  const ssize_t size = ::read(descriptor.number(), text.data(), text.size());
  if (size < 0) return failed(file, "can't be read");
  return std::optional(std::string(text.data(), static_cast<std::size_t>(size)));
}

std::optional<base::Problem> publish_key_file(const std::filesystem::path& file,
                                              std::string_view text, std::string_view unique) {
  const std::filesystem::path folder = folder_of(file);
  const std::filesystem::path draft = file.string() + "." + std::string(unique);
  if (!make_folder(folder)) return failed(folder, "can't be made");
  {
    const Descriptor descriptor(
        ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!descriptor.is_open()) return failed(draft, "can't be made");
    if (!write_whole(descriptor.number(), text)) {
      auto problem = failed(draft, "can't be written");
      ::unlink(draft.c_str());
      return problem;
    }
  }
  // A link, unlike a rename, never replaces the key of a process that was faster.
  std::optional<base::Problem> problem;
  if (::link(draft.c_str(), file.c_str()) != 0 && errno != EEXIST)
    problem = failed(file, "can't be made");
  ::unlink(draft.c_str());
  if (!problem && !sync_folder(folder)) problem = failed(folder, "can't be synced");
  return problem;
}

}  // namespace platform

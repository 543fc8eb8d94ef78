#include "app/kept_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace app {
namespace {

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class File {
 public:
  File(const std::filesystem::path& path, int flags) : number_(open(path.c_str(), flags, 0600)) {
    if (number_ < 0) throw_errno("can't open a file to keep");
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { close(number_); }

  void write_all(const base::Bytes& bytes) const {
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t count = write(number_, bytes.data() + done, bytes.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw_errno("can't write a file to keep");
      done += static_cast<std::size_t>(count);
    }
  }
  void sync() const {
    if (fsync(number_) != 0) throw_errno("can't sync a file to keep");
  }

 private:
  int number_;
};

void sync_folder(const std::filesystem::path& folder) {
  const File directory(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  directory.sync();
}

}  // namespace

void keep_file(const std::filesystem::path& folder, const std::string& name,
               const base::Bytes& bytes, Durable durable) {
  if (std::filesystem::create_directories(folder)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    if (folder.has_parent_path()) sync_folder(folder.parent_path());
  }
  const std::filesystem::path part = folder / (name + ".part");
  {
    const File file(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
    file.write_all(bytes);
    if (durable == Durable::at_once) file.sync();
  }
  std::filesystem::rename(part, folder / name);
  if (durable == Durable::at_once) sync_folder(folder);
}

}  // namespace app

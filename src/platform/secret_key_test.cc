#include "platform/secret_key.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace platform {
namespace {

namespace fs = std::filesystem;

constexpr const char* some_key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "callout-key-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  const fs::path& path() const { return path_; }
  fs::path key() const { return path_ / "secret.key"; }

  void write_key(std::string_view text, mode_t mode = 0600) const {
    std::ofstream(key(), std::ios::binary) << text;
    ::chmod(key().c_str(), mode);
  }
  std::string key_text() const {
    std::ifstream file(key());
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {}));
  }

 private:
  fs::path path_;
};

std::string print_of(const base::Result<SecretKey>& key) {
  return key ? base::hex(key.value().derive("test")) : key.problem().what;
}

TEST(SecretKey, IsSixtyFourHexDigits) {
  EXPECT_TRUE(SecretKey::parse(some_key));
  for (const std::string& text :
       {std::string(), std::string(some_key, 63), std::string(some_key) + "0", std::string(64, 'g'),
        std::string(some_key) + "\n", std::string(64, '0'), std::string(64, 'a')}) {
    const auto key = SecretKey::parse(text);
    ASSERT_FALSE(key) << text;
    EXPECT_EQ(key.problem().field, "CALLOUT_SECRET_KEY");
    EXPECT_FALSE(key.problem().remedy.empty());
  }
}

TEST(SecretKey, DerivesAnotherKeyForEachPurpose) {
  const auto key = SecretKey::parse(some_key).value();
  const auto other = SecretKey::parse(std::string(some_key).replace(0, 1, "1")).value();
  EXPECT_EQ(key.derive("pins"), key.derive("pins"));
  EXPECT_NE(key.derive("pins"), key.derive("links"));
  EXPECT_NE(key.derive("pins"), key.derive(""));
  EXPECT_NE(key.derive("pins"), other.derive("pins"));
}

TEST(SecretKey, IsMadeOnceAndReadAgain) {
  const Folder folder;
  const auto made = SecretKey::load_or_make(folder.path() / "data" / "deep", system_random());
  const auto read = SecretKey::load_or_make(folder.path() / "data" / "deep", system_random());
  ASSERT_TRUE(made);
  EXPECT_EQ(print_of(made), print_of(read));
}

TEST(SecretKey, FileIsPrivateAndAlone) {
  const Folder folder;
  const mode_t mask = ::umask(0);
  ASSERT_TRUE(SecretKey::load_or_make(folder.path(), system_random()));
  ::umask(mask);
  EXPECT_EQ(fs::status(folder.key()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(folder.key_text().size(), 65u);
  EXPECT_EQ(folder.files(), 1u);
}

std::vector<std::string> prints_of_threads(const fs::path& folder, std::size_t count) {
  std::vector<std::string> prints(count);
  std::vector<std::jthread> starting;
  starting.reserve(count);
  for (std::string& print : prints) {
    starting.emplace_back(
        [&] { print = print_of(SecretKey::load_or_make(folder, system_random())); });
  }
  starting.clear();
  return prints;
}

TEST(SecretKey, IsTheSameForAllThreadsThatStartAtOnce) {
  for (int round = 0; round < 20; ++round) {
    const Folder folder;
    const auto prints = prints_of_threads(folder.path(), 8);
    EXPECT_EQ(std::set(prints.begin(), prints.end()).size(), 1u);
    EXPECT_EQ(prints.front().size(), 64u) << prints.front();
    EXPECT_EQ(folder.files(), 1u);
  }
}

/// In a process of its own: writes down the key that it ended with.
[[noreturn]] void start_in_child(const fs::path& folder, const fs::path& answer) {
  const auto key = SecretKey::load_or_make(folder, system_random());
  std::ofstream(answer) << print_of(key) << std::flush;
  ::_exit(key ? 0 : 1);
}

TEST(SecretKey, IsTheSameForAllProcessesThatStartAtOnce) {
  const Folder folder;
  const Folder answers;
  std::vector<pid_t> children;
  for (int child = 0; child < 8; ++child) {
    const pid_t pid = ::fork();
    if (pid == 0) start_in_child(folder.path() / "data", answers.path() / std::to_string(child));
    children.push_back(pid);
  }
  std::set<std::string> prints;
  for (std::size_t child = 0; child < children.size(); ++child) {
    int status = -1;
    ASSERT_EQ(::waitpid(children[child], &status, 0), children[child]);
    EXPECT_EQ(status, 0);
    std::string print;
    std::ifstream(answers.path() / std::to_string(child)) >> print;
    prints.insert(print);
  }
  EXPECT_EQ(prints.size(), 1u);
}

TEST(SecretKey, ThatOthersMayReadIsRefused) {
  for (const unsigned mode : {0640u, 0604u, 0620u, 0644u, 0777u}) {
    const Folder folder;
    folder.write_key(some_key, mode);
    const auto key = SecretKey::load_or_make(folder.path(), system_random());
    ASSERT_FALSE(key) << mode;
    EXPECT_EQ(key.problem().field, folder.key().string());
    EXPECT_EQ(key.problem().what, "is open to other users of this machine");
    EXPECT_NE(key.problem().remedy.find("chmod 600"), std::string::npos);
  }
}

TEST(SecretKey, FileOfGarbageIsRefusedAndLeftAlone) {
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string("secret"), std::string(some_key, 40),
        std::string(some_key) + some_key, std::string(5000, 'a'), std::string(some_key) + "\n\n",
        std::string("\0\xFF", 2)}) {
    const Folder folder;
    folder.write_key(text);
    const auto key = SecretKey::load_or_make(folder.path(), system_random());
    ASSERT_FALSE(key) << text;
    EXPECT_NE(key.problem().what.find("is not a secret key"), std::string::npos);
    EXPECT_EQ(folder.key_text(), text) << "whoever has a copy may still mend it";
  }
}

TEST(SecretKey, FileWrittenByHandIsTaken) {
  const Folder folder;
  folder.write_key(some_key, 0400);
  EXPECT_EQ(print_of(SecretKey::load_or_make(folder.path(), system_random())),
            print_of(SecretKey::parse(some_key)));
}

TEST(SecretKey, ThatIsNoFileIsRefused) {
  const Folder folder;
  fs::create_directory(folder.key());
  EXPECT_FALSE(SecretKey::load_or_make(folder.path(), system_random()));
  const Folder other;
  ASSERT_EQ(::mkfifo(other.key().c_str(), 0600), 0);
  EXPECT_FALSE(SecretKey::load_or_make(other.path(), system_random()));
}

TEST(SecretKey, InAnImpossibleFolderIsAProblem) {
  const Folder folder;
  folder.write_key("a file");
  const auto key = SecretKey::load_or_make(folder.key() / "below", system_random());
  ASSERT_FALSE(key);
  EXPECT_FALSE(key.problem().remedy.empty());
}

}  // namespace
}  // namespace platform

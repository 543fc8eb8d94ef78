// Each statement of the house is written once, for SQLite and PostgreSQL: here a PostgreSQL server
// reads them all. And the rules that make them findable: SQL stands in src/store alone, as
// R"sql(…)sql".
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/migrate.h"
#include "temporary_folder.h"

namespace store {
namespace {

namespace fs = std::filesystem;

fs::path source_folder() {
#ifdef CALLOUT_SOURCE_DIR
  return fs::path(CALLOUT_SOURCE_DIR) / "src";
#else
  return fs::path(__FILE__).parent_path().parent_path();
#endif
}

fs::path server_programs() {
  fs::path newest;
  std::error_code none;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
    const fs::path programs = version.path() / "bin";
    if (fs::exists(programs / "initdb") && newest < programs) newest = programs;
  }
  if (newest.empty()) throw Failure("no PostgreSQL server is installed: run script/bootstrap");
  return newest;
}

pid_t start(std::vector<std::string> command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&silent, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  if (posix_spawnp(&child, arguments[0], &silent, nullptr, arguments.data(), environ) != 0)
    child = -1;
  posix_spawn_file_actions_destroy(&silent);
  return child;
}

struct CloseConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

/// A server of the test's own, reached by a socket in its folder only. It goes when the test goes,
/// also when that one crashes.
class ThrowAwayPostgres {
 public:
  ThrowAwayPostgres() {
    const fs::path programs = server_programs();
    give_folder_away();
    int status = -1;
    waitpid(start(as_server_user({programs / "initdb", "-D", data(), "-A", "trust", "-U", "callout",
                                  "-E", "UTF8", "--no-locale", "--no-sync"})),
            &status, 0);
    if (status != 0) throw Failure("initdb failed");
    server_ = start(as_server_user({programs / "postgres", "-D", data(), "-k", folder_.path(), "-c",
                                    "listen_addresses=", "-c", "fsync=off"}));
    connect();
  }
  ThrowAwayPostgres(const ThrowAwayPostgres&) = delete;
  ThrowAwayPostgres& operator=(const ThrowAwayPostgres&) = delete;
  ~ThrowAwayPostgres() {
    connection_.reset();
    if (server_ <= 0) return;
    kill(server_, SIGQUIT);
    waitpid(server_, nullptr, 0);
  }

  PGconn* connection() const { return connection_.get(); }

 private:
  std::string data() const { return folder_ / "data"; }

  // The server refuses to run as root.
  void give_folder_away() {
    if (geteuid() != 0) return;
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwnam_r("postgres", &entry, buffer.data(), buffer.size(), &found) != 0 ||
        found == nullptr || chown(folder_.path().c_str(), found->pw_uid, found->pw_gid) != 0) {
      throw Failure("there is no user postgres");
    }
  }

  static std::vector<std::string> as_server_user(std::vector<std::string> command) {
    std::vector<std::string> whole{"setpriv", "--pdeathsig", "QUIT"};
    if (geteuid() == 0)
      whole.insert(whole.end(), {"--reuid=postgres", "--regid=postgres", "--init-groups"});
    whole.insert(whole.end(), command.begin(), command.end());
    return whole;
  }

  void connect() {
    const std::string address = "host=" + folder_.path().string() + " user=callout dbname=postgres";
    for (int attempt = 0; attempt < 400; ++attempt) {
      connection_.reset(PQconnectdb(address.c_str()));
      if (PQstatus(connection()) == CONNECTION_OK) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw Failure(std::string("PostgreSQL did not start: ") + PQerrorMessage(connection()));
  }

  test_support::TemporaryFolder folder_;
  pid_t server_ = -1;
  std::unique_ptr<PGconn, CloseConnection> connection_;
};

struct Statement {
  std::string place;  // file:line
  std::string text;
};

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string place(const fs::path& file, const std::string& text, std::size_t at) {
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return file.string() + ":" + std::to_string(line);
}

std::vector<fs::path> sources_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension();
    if (extension == ".cc" || extension == ".h") files.push_back(entry.path());
  }
  return files;
}

bool is_test(const fs::path& file) {
  return file.stem().string().ends_with("_test");
}

const std::string opening = "R\"sql(";
const std::string closing = ")sql\"";

std::vector<Statement> statements_in(const fs::path& file) {
  std::vector<Statement> found;
  const std::string text = content(file);
  std::size_t at = 0;
  while ((at = text.find(opening, at)) != std::string::npos) {
    const std::size_t first = at + opening.size();
    const std::size_t end = text.find(closing, first);
    if (end == std::string::npos) break;
    found.push_back({place(file, text, at), text.substr(first, end - first)});
    at = end;
  }
  return found;
}

std::vector<Statement> all_statements() {
  std::vector<Statement> all;
  for (const fs::path& file : sources_under(source_folder() / "store")) {
    if (is_test(file) || file.extension() != ".cc") continue;
    for (Statement& statement : statements_in(file)) all.push_back(std::move(statement));
  }
  return all;
}

bool makes_a_table(const Statement& statement) {
  return statement.text.find("CREATE TABLE") != std::string::npos;
}

TEST(Statements, CanAllBePreparedOnPostgres) {
  const ThrowAwayPostgres postgres;
  const auto run = [&](const std::string& place, const std::string& sql) {
    const Result result(PQexec(postgres.connection(), sql.c_str()));
    ASSERT_EQ(PQresultStatus(result.get()), PGRES_COMMAND_OK)
        << place << ": " << PQerrorMessage(postgres.connection());
  };
  for (const Migration& migration : migrations(Dialect::postgres)) {
    run(std::string(migration.name), std::string(migration.sql));
  }
  const std::vector<Statement> statements = all_statements();
  constexpr std::size_t a_handful = 5;
  EXPECT_GE(statements.size(), a_handful) << "found too few: are they still R\"sql(…)sql\"?";
  for (const Statement& statement : statements) {
    if (makes_a_table(statement)) run(statement.place, statement.text);
  }
  for (const Statement& statement : statements) {
    const Result prepared(PQprepare(postgres.connection(), "", statement.text.c_str(), 0, nullptr));
    EXPECT_EQ(PQresultStatus(prepared.get()), PGRES_COMMAND_OK)
        << statement.place << ": " << PQerrorMessage(postgres.connection());
  }
}

TEST(Statements, StandInTheStoreAlone) {
  const fs::path store = source_folder() / "store";
  for (const fs::path& file : sources_under(source_folder())) {
    if (file.string().starts_with(store.string() + "/")) continue;
    const std::string text = content(file);
    const std::size_t at = text.find(opening);
    EXPECT_EQ(at, std::string::npos) << place(file, text, at) << ": SQL belongs into src/store";
  }
}

TEST(Statements, OfTheQueriesAreAllLiteralsThatTheTestAboveFinds) {
  const std::vector<std::regex> strays{
      std::regex(R"re(\brun\(\s*")re"),  // tx.run("…
      std::regex(
          R"re(\bSql\b[^;()"]*[={(]\s*\{?\s*")re"),  // Sql name = "…, Sql("…, Sql name[] = {"…
      std::regex(R"re(R"(?!sql\())re"),              // another raw literal
      std::regex(R"re("\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s)re"),
  };
  for (const fs::path& file : sources_under(source_folder() / "store/queries")) {
    if (is_test(file)) continue;
    const std::string text = content(file);
    for (const std::regex& stray : strays) {
      std::smatch match;
      const bool found = std::regex_search(text, match, stray);
      EXPECT_FALSE(found) << place(file, text,
                                   found ? static_cast<std::size_t>(match.position()) : 0)
                          << ": write it as R\"sql(…)sql\"";
    }
  }
}

}  // namespace
}  // namespace store

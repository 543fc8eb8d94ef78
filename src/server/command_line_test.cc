#include "server/command_line.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "server/installation.h"
#include "store/queries/accounts.h"
#include "store/queries/people_on_file.h"
#include "temporary_folder.h"

namespace server {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// An installation in a folder of its own, and somebody at its terminal.
class CommandLine : public testing::Test {
 protected:
  int run(const std::vector<std::string>& arguments) {
    out_.str("");
    err_.str("");
    const World world{.environment = environment_,
                      .folder = folder_.path(),
                      .out = out_,
                      .err = err_,
                      .clock = [] { return base::from_epoch_seconds(1'795'361'045); },
                      .random = platform::system_random(),
                      .ask_secret = [this](std::string_view) { return next_typed(); },
                      .is_interactive = is_interactive_,
                      .serve =
                          [this](const Settings& settings) {
                            served_port_ = settings.port;
                            return 0;
                          }};
    return server::run(arguments, world);
  }

  std::string out() const { return out_.str(); }
  std::string err() const { return err_.str(); }
  fs::path file(const std::string& name) const { return folder_ / name; }
  void put(const std::string& name, const std::string& text) { std::ofstream(file(name)) << text; }
  void set(const std::string& name, const std::string& value) { environment_[name] = value; }
  Settings settings() const { return load_settings(environment_, folder_.path()).value(); }
  void types(std::vector<std::string> lines) { typed_ = std::move(lines); }
  void comes_from_a_pipe() { is_interactive_ = false; }
  int served_port() const { return served_port_; }

  int import(const std::string& csv, std::vector<std::string> more = {}) {
    put("people.csv", csv);
    std::vector<std::string> arguments = {"people", "import", file("people.csv").string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
  }

  void read(const store::Job& job) {
    const auto settings = load_settings(environment_, folder_.path());
    const auto database = open_database(settings.value(), store::SqliteOptions::Use::tool);
    database.value()->read(job);
  }
  std::size_t people_on_file() {
    std::size_t count = 0;
    read([&](store::Transaction& tx) { count = store::read_on_file(tx).people.size(); });
    return count;
  }

 private:
  std::optional<std::string> next_typed() {
    if (typed_.empty()) return {};
    std::string line = typed_.front();
    typed_.erase(typed_.begin());
    return line;
  }

  test_support::TemporaryFolder folder_;
  Environment environment_ = {{"DATA_DIR", folder_ / "data"}};
  std::ostringstream out_;
  std::ostringstream err_;
  std::vector<std::string> typed_;
  bool is_interactive_ = true;
  int served_port_ = 0;
};

const std::string header = "employee_number,name,email,phone,team,position,role,language,pin\n";
const std::string ana = "1001,Ana Ruiz,ana@example.org,(555) 010-0123,Clinical,RN,manager,es,\n";

TEST_F(CommandLine, HelpOfEveryCommandFitsAScreenWithExamplesFirst) {
  const std::vector<std::vector<std::string>> commands = {{},
                                                          {"serve"},
                                                          {"migrate"},
                                                          {"people"},
                                                          {"people", "import"},
                                                          {"people", "set-password"},
                                                          {"admin-link"},
                                                          {"backup"},
                                                          {"costs"},
                                                          {"settings"},
                                                          {"version"}};
  for (std::vector<std::string> command : commands) {
    command.emplace_back("--help");
    EXPECT_EQ(run(command), 0);
    const auto lines = std::ranges::count(out(), '\n');
    EXPECT_LE(lines, 30) << out();
    EXPECT_LT(out().find("Examples:"), out().find("Usage:")) << out();
    std::istringstream text(out());
    for (std::string line; std::getline(text, line);) EXPECT_LE(line.size(), 100u) << line;
  }
}

TEST_F(CommandLine, ThatIsNotUnderstoodSaysWhatToDo) {
  EXPECT_EQ(run({"bogus"}), 2);
  EXPECT_NE(err().find("--help"), std::string::npos);
  EXPECT_EQ(run({}), 2);
  EXPECT_EQ(run({"backup"}), 2);
  EXPECT_EQ(run({"people"}), 2);
}

TEST_F(CommandLine, StartsTheServerWithItsSettings) {
  set("PORT", "8080");
  EXPECT_EQ(run({"serve"}), 0);
  EXPECT_EQ(served_port(), 8080);
}

TEST_F(CommandLine, StartsNothingWhileASettingIsWrong) {
  set("PORT", "many");
  EXPECT_EQ(run({"serve"}), 1);
  EXPECT_EQ(served_port(), 0);
  EXPECT_EQ(err(),
            "callout: 1 setting is wrong, nothing was started:\n"
            "  PORT is \"many\": set it to a whole number from 1 to 65535\n");
  EXPECT_FALSE(fs::exists(file("data")));
}

TEST_F(CommandLine, ImportsPeopleAndWritesTheirPinsForHrAlone) {
  const fs::path pins = file("pins.csv");
  ASSERT_EQ(import(header + ana, {"--pins-out", pins.string()}), 0) << err();
  EXPECT_NE(out().find("1 rows: 1 added, 0 changed, 0 as they were"), std::string::npos) << out();
  EXPECT_EQ(fs::status(pins).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  const std::string text = content(pins);
  EXPECT_TRUE(text.starts_with("employee_number,name,pin\n\"1001\",\"Ana Ruiz\",\"")) << text;
  EXPECT_EQ(out().find(text.substr(text.size() - 6, 4)), std::string::npos);

  ASSERT_EQ(import(header + ana, {"--pins-out", file("more.csv").string()}), 0) << err();
  EXPECT_NE(out().find("0 added, 0 changed, 1 as they were"), std::string::npos) << out();
  EXPECT_FALSE(fs::exists(file("more.csv"))) << "there were no new PINs";
}

TEST_F(CommandLine, NeverWritesPinsOverAFile) {
  put("pins.csv", "precious");
  EXPECT_EQ(import(header + ana, {"--pins-out", file("pins.csv").string()}), 1);
  EXPECT_EQ(content(file("pins.csv")), "precious");
  EXPECT_EQ(people_on_file(), 0u);
}

TEST_F(CommandLine, ReportsBadRowsAndImportsNothing) {
  const std::string csv = header + ana + "1002,Bob,bob@,555-0100,Clinical,,boss,fr,12ab\n";
  EXPECT_EQ(import(csv), 1);
  EXPECT_NE(err().find("line 3, phone \"555-0100\" has 7 digits"), std::string::npos) << err();
  EXPECT_NE(err().find("line 3, email \"bob@\" is not an e-mail address"), std::string::npos);
  EXPECT_NE(err().find("line 3, role \"boss\" is not a role"), std::string::npos);
  EXPECT_NE(err().find("line 3, language \"fr\""), std::string::npos);
  EXPECT_EQ(err().find("12ab"), std::string::npos) << "a PIN is never printed";
  EXPECT_EQ(people_on_file(), 0u);

  EXPECT_EQ(import(csv, {"--skip-bad", "--dry-run"}), 0);
  EXPECT_EQ(people_on_file(), 0u);
  EXPECT_EQ(import(csv, {"--skip-bad"}), 0);
  EXPECT_NE(out().find("2 rows: 1 added, 0 changed, 0 as they were, 1 left out."),
            std::string::npos)
      << out();
  EXPECT_EQ(people_on_file(), 1u);
}

TEST_F(CommandLine, ShowsNoControlCharactersOfAFile) {
  EXPECT_EQ(import(header + "1001,Ana \x1b[2J,,,Clinical,,,,\n"), 1);
  EXPECT_EQ(err().find('\x1b'), std::string::npos) << err();
}

TEST_F(CommandLine, SaysWhenTheFileIsOfNoUse) {
  EXPECT_EQ(run({"people", "import", file("missing.csv").string()}), 1);
  EXPECT_NE(err().find("can't be read"), std::string::npos);
  EXPECT_EQ(import(""), 1);
  EXPECT_NE(err().find("is empty"), std::string::npos) << err();
  EXPECT_EQ(import("name,email\n"), 1);
  EXPECT_NE(err().find("employee_number is missing in the header"), std::string::npos) << err();
}

TEST_F(CommandLine, SetsAPasswordThatWasTypedTwice) {
  ASSERT_EQ(import(header + ana), 0) << err();
  types({"kestrel lamp orbit", "kestrel lamp orbit"});
  EXPECT_EQ(run({"people", "set-password", "ANA@example.org"}), 0) << err();
  types({"kestrel lamp orbit", "kestrel lamp orbjt"});
  EXPECT_EQ(run({"people", "set-password", "ana@example.org"}), 1);
  EXPECT_NE(err().find("differ"), std::string::npos);
  types({});
  EXPECT_EQ(run({"people", "set-password", "ana@example.org"}), 1);
  EXPECT_EQ(run({"people", "set-password", "nobody@example.org"}), 1);
  EXPECT_EQ(out().find("kestrel"), std::string::npos);
}

TEST_F(CommandLine, TakesAPasswordFromAPipe) {
  ASSERT_EQ(import(header + ana), 0) << err();
  comes_from_a_pipe();
  types({"kestrel lamp orbit"});
  EXPECT_EQ(run({"people", "set-password", "ana@example.org"}), 0) << err();
  types({"short"});
  EXPECT_EQ(run({"people", "set-password", "ana@example.org"}), 1);
  EXPECT_NE(err().find("fewer than 12"), std::string::npos) << err();
}

TEST_F(CommandLine, PrintsALinkWhoseTokenStandsInNoFile) {
  set("PUBLIC_BASE_URL", "https://callout.example.org");
  ASSERT_EQ(run({"admin-link"}), 0) << err();
  const std::string prefix = "https://callout.example.org/start#";
  ASSERT_TRUE(out().starts_with(prefix)) << out();
  const std::string token = out().substr(prefix.size(), out().size() - prefix.size() - 1);
  EXPECT_GE(token.size(), 22u);
  for (const auto& entry : fs::directory_iterator(file("data"))) {
    EXPECT_EQ(content(entry.path()).find(token), std::string::npos) << entry.path();
  }
  EXPECT_NE(err().find("the first administrator"), std::string::npos) << err();
  const std::string boss = "1001,Ana,ana@example.org,,Admin,,administrator,,\n";
  ASSERT_EQ(import(header + boss), 0) << err();
  EXPECT_EQ(run({"admin-link"}), 0);
  EXPECT_NE(err().find("another administrator"), std::string::npos) << err();
}

TEST_F(CommandLine, AStartWithoutAnAdministratorGivesALinkThatVoidsTheOneBefore) {
  const Settings settings = this->settings();
  const auto moment = base::from_epoch_seconds(1'795'361'045);
  const auto start = [&]() -> std::optional<std::string> {
    const auto database = open_database(settings, store::SqliteOptions::Use::tool);
    return first_administrator_link(settings, *database.value(), platform::system_random(), moment);
  };
  const auto works = [&](const std::string& link) {
    bool is_good = false;
    const auto database = open_database(settings, store::SqliteOptions::Use::tool);
    database.value()->write([&](store::Transaction& tx) {
      is_good =
          store::use_token(tx, store::administrator_link, link.substr(link.find('#') + 1), moment);
    });
    return is_good;
  };
  const std::string first = start().value();
  const std::string second = start().value();
  EXPECT_NE(first.find("/start#"), std::string::npos);
  EXPECT_FALSE(works(first));
  EXPECT_TRUE(works(second));
  const std::string boss = "1001,Ana,ana@example.org,,Admin,,administrator,,\n";
  ASSERT_EQ(import(header + boss), 0) << err();
  EXPECT_FALSE(start()) << "somebody is there";
}

TEST_F(CommandLine, BacksUpWithoutTheKeyAndSaysSo) {
  EXPECT_EQ(run({"backup", file("copy.db").string()}), 1) << "there is nothing to copy";
  ASSERT_EQ(import(header + ana), 0) << err();
  ASSERT_EQ(run({"backup", file("copy.db").string()}), 0) << err();
  EXPECT_NE(out().find("The secret key is not in it"), std::string::npos);
  EXPECT_NE(out().find("secret.key"), std::string::npos);
  EXPECT_EQ(fs::status(file("copy.db")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(run({"backup", file("copy.db").string()}), 1) << "never overwrites";
}

TEST_F(CommandLine, RefusesAnotherSecretKeyThanTheDatabases) {
  ASSERT_EQ(import(header + ana), 0) << err();
  set("CALLOUT_SECRET_KEY", "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
  EXPECT_EQ(import(header + ana), 1);
  EXPECT_NE(err().find("CALLOUT_SECRET_KEY is not the key of this database"), std::string::npos);

  set("CALLOUT_SECRET_KEY", "");
  fs::remove(file("data") / "secret.key");
  EXPECT_EQ(import(header + ana), 1);
  EXPECT_NE(err().find("is gone"), std::string::npos) << err();
  EXPECT_FALSE(fs::exists(file("data") / "secret.key")) << "a new key would hide the loss";
}

TEST_F(CommandLine, ShowsVersionSchemaAndSettings) {
  EXPECT_EQ(run({"version"}), 0);
  EXPECT_TRUE(out().starts_with("callout ")) << out();
  EXPECT_EQ(run({"migrate"}), 0);
  EXPECT_NE(out().find("schema version"), std::string::npos);
  put(".env", "PIN_LENGTH=6\nTWILO_SID=x\n");
  EXPECT_EQ(run({"settings"}), 0);
  EXPECT_NE(out().find("PIN_LENGTH=6  # .env\n"), std::string::npos) << out();
  EXPECT_NE(err().find("TWILO_SID"), std::string::npos);
  EXPECT_EQ(run({"settings", "--example", "--markdown"}), 2);
}

}  // namespace
}  // namespace server

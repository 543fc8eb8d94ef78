// Every document of the line, read by others: xmllint, and a check against the typings of the
// provider's own library (test/other_sides/twiml_check.mjs).
#include <fstream>
#include <set>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "channels/twilio/call_walk_test.h"
#include "channels/twilio/twiml.h"
#include "temporary_folder.h"

namespace twilio {
namespace {

using test_support::TemporaryFolder;

/// Its exit code; what it has to say goes to the test's own output.
int run(std::vector<std::string> command) {
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = -1;
  if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0)
    return -1;
  int status = -1;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void write(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::set<std::string> voice_documents() {
  const text::Catalogue catalogue = text::Catalogue::embedded();
  const CallWords odd{.organization = "Smith & \"Sons\" <Núñez>\x01\xFF"};
  std::set<std::string> documents{one_moment_document(catalogue)};
  for (app::CallAnswer answer : call_walk::every_answer()) {
    if (!answer.first_name.empty()) answer.first_name = "O'Hara\xC3]]>";
    documents.insert(call_document(catalogue, odd, answer));
  }
  return documents;
}

/// One file for each document that differs from the others.
class TwimlProof : public testing::Test {
 protected:
  TwimlProof() {
    int number = 0;
    static const std::set<std::string> documents = voice_documents();
    for (const std::string& document : documents)
      write(folder_ / ("voice" + std::to_string(++number) + ".xml"), document);
    write(folder_ / "message1.xml", messaging_document({}));
    write(folder_ / "message2.xml", messaging_document("Recorded & <seen> \xF0\x9F\x91\x8D\x02"));
  }

  int check() const {
    return run(
        {"node", CALLOUT_SOURCE_DIR "/test/other_sides/twiml_check.mjs", folder_.path().string()});
  }

  TemporaryFolder folder_;
};

TEST_F(TwimlProof, EachDocumentIsWellFormed) {
  std::vector<std::string> command{"xmllint", "--noout", "--nonet"};
  for (const auto& file : std::filesystem::directory_iterator(folder_.path()))
    command.push_back(file.path().string());
  EXPECT_GT(command.size(), 300u);
  EXPECT_EQ(run(command), 0);
}

TEST_F(TwimlProof, EachVerbAndAttributeIsTheProvidersOwn) {
  EXPECT_EQ(check(), 0);
}

TEST_F(TwimlProof, OneWrongAttributeIsFound) {
  write(folder_ / "voice0.xml",
        std::string(xml_declaration) + "<Response><Record silence=\"6\"/></Response>");
  EXPECT_EQ(check(), 1);
}

}  // namespace
}  // namespace twilio

// The mails as they were last looked at. After a change on purpose: write them anew with
// CALLOUT_WRITE_GOLDEN=1, and look at the ones that differ in a browser.
#include "channels/mail/golden_test.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

namespace mail {
namespace {

using people::Language;
namespace fs = std::filesystem;

// Both parts say the same; the ones whose looks differ are kept as HTML too.
const std::set<std::string> looked_at{"call_out_recorded",
                                      "call_out_recorded_by_phone",
                                      "call_out_recorded_extreme",
                                      "needs_verification_withheld",
                                      "incomplete_call",
                                      "receipt_by_phone",
                                      "seen_by",
                                      "request_approved",
                                      "request_denied",
                                      "sign_in_code"};

const fs::path golden = fs::path(CALLOUT_SOURCE_DIR) / "src/channels/mail/golden";

bool is_writing() {
  return std::getenv("CALLOUT_WRITE_GOLDEN") != nullptr;  // NOLINT(concurrency-mt-unsafe)
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The first lines in which the two differ.
std::string difference(std::string_view kept, std::string_view made) {
  const auto differ = std::mismatch(kept.begin(), kept.end(), made.begin(), made.end());
  const auto begin = static_cast<std::size_t>(differ.first - kept.begin());
  const auto from = [&](std::string_view text) {
    const std::size_t line = text.substr(0, begin).rfind('\n') + 1;
    return std::string(text.substr(line, 400));
  };
  return "kept:\n" + from(kept) + "\nmade:\n" + from(made);
}

void compare(const fs::path& path, const std::string& made) {
  if (is_writing()) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << made;
    return;
  }
  const std::string kept = read(path);
  EXPECT_TRUE(kept == made) << fs::relative(path, CALLOUT_SOURCE_DIR).string()
                            << " is not what is sent now. If that is on purpose, run this test "
                               "with CALLOUT_WRITE_GOLDEN=1 and look at the file in a browser.\n"
                            << difference(kept, made);
}

TEST(GoldenMail, EachIsAsItWasLookedAt) {
  std::set<std::string> expected;
  for (const Language language : {Language::en, Language::es}) {
    const fs::path folder = golden / people::code_of(language);
    for (const Sample& sample : samples()) {
      const NoticeMail mail = mail_of(sample, language);
      compare(folder / (sample.name + ".txt"), "Subject: " + mail.subject + "\n\n" + mail.text);
      expected.insert(sample.name + ".txt");
      if (!looked_at.contains(sample.name)) continue;
      compare(folder / (sample.name + ".html"), mail.html);
      expected.insert(sample.name + ".html");
    }
    for (const auto& entry : fs::directory_iterator(folder)) {
      EXPECT_TRUE(expected.contains(entry.path().filename())) << entry << " belongs to no sample";
    }
  }
}

}  // namespace
}  // namespace mail

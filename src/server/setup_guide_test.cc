// docs/setup-guide.md says what the program does: its table of costs, the texts that it has
// registered with the carriers, its settings, the documents for a dead server.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "channels/twilio/notice_texts.h"
#include "channels/twilio/text_replies.h"
#include "server/costs.h"
#include "server/settings_table.h"

namespace server {
namespace {

using namespace std::chrono_literals;  // NOLINT(google-build-using-namespace)

std::string document(const std::string& name) {
  std::ifstream stream(std::filesystem::path(CALLOUT_SOURCE_DIR) / "docs" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string guide() {
  return document("setup-guide.md");
}

bool is_in_guide(const std::string& line) {
  return guide().find("\n" + line + "\n") != std::string::npos;
}

notice::Facts facts() {
  notice::Facts facts;
  facts.name = "Ana Ruiz";
  facts.first_name = "Ana";
  facts.position = "RN";
  facts.source = "phone";
  facts.code = "K7";
  facts.manager = "Bo E";
  facts.day = base::parse_day("2026-11-23");
  facts.time_of_day = 4h + 58min;
  facts.out = 2;
  facts.of = 6;
  return facts;
}

TEST(SetupGuide, HasTheTableOfCosts) {
  const std::string text = guide();
  const std::string opening = "<!-- costs -->\n";
  const std::size_t begin = text.find(opening);
  const std::size_t end = text.find("<!-- /costs -->");
  ASSERT_TRUE(begin != std::string::npos && end != std::string::npos && begin < end)
      << "docs/setup-guide.md has no <!-- costs --> … <!-- /costs -->";
  const std::size_t first = begin + opening.size();
  EXPECT_EQ(text.substr(first, end - first), costs_markdown(monthly_costs({}, {})))
      << "put the output of `callout costs` between the markers";
}

TEST(SetupGuide, RegistersTheTextsThatTheLineSends) {
  const text::Catalogue words = text::Catalogue::embedded();
  for (const auto kind :
       {notice::Kind::call_out_recorded, notice::Kind::seen_by, notice::Kind::cut_off}) {
    const auto text = twilio::notice_text(words, people::Language::en, kind, facts());
    EXPECT_TRUE(is_in_guide(text)) << text;
  }
  const app::Recorded recorded{
      .first_name = "Ana", .day = *base::parse_day("2026-11-23"), .receipt_number = 101};
  for (const app::TextOutcome& outcome :
       {app::TextOutcome(recorded), app::TextOutcome(app::AskedWhatItIs{})}) {
    const auto reply = twilio::reply_to(words, {people::Language::en, outcome});
    ASSERT_TRUE(reply);
    EXPECT_TRUE(is_in_guide(*reply)) << *reply;
  }
}

TEST(SetupGuide, NamesNoSettingThatThereIsNot) {
  const std::string text = guide();
  const std::regex setting("([A-Z]+(?:_[A-Z]+)+)=");
  int named = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), setting), end; at != end; ++at) {
    const std::string name = (*at)[1];
    const bool is_recipient = name.starts_with("MANAGER_") && name.ends_with("_SMS");
    const auto found = std::ranges::find(settings_table(), name, &Setting::name);
    EXPECT_TRUE(is_recipient || found != settings_table().end()) << name;
    ++named;
  }
  EXPECT_GT(named, 10);
}

TEST(SetupGuide, ShowsTheDocumentsForADeadServerAsTheyAre) {
  for (const char* name : {"fallback-voice.xml", "fallback-voice-end.xml", "fallback-text.xml"}) {
    std::istringstream lines(document(name));
    std::string indented;
    for (std::string line; std::getline(lines, line);) indented += "   " + line + "\n";
    ASSERT_FALSE(indented.empty()) << name;
    EXPECT_NE(guide().find("```xml\n" + indented + "   ```"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace server

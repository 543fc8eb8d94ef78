#include "server/env_file.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace server {
namespace {

TEST(EnvFile, IsReadAsPeopleWriteIt) {
  const auto read = parse_env_file(
      "\xEF\xBB\xBF# Callout\r\n"
      "\r\n"
      "PORT=5000\r\n"
      "export HOST = 127.0.0.1  # this machine only\n"
      "ORGANIZATION_NAME=\"St. Mary's \\\"East\\\"\" # quoted\n"
      "MAIL_FROM='Callout <callout@example.org>'\n"
      "SMTP_URL=smtp://user:pa#ss$word@mail.example.org:587\n"
      "EMPTY=\n"
      "\t# indented remark\n"
      "EQUALS=a=b=c");
  ASSERT_TRUE(read.ok());
  const Environment expected = {{"PORT", "5000"},
                                {"HOST", "127.0.0.1"},
                                {"ORGANIZATION_NAME", "St. Mary's \"East\""},
                                {"MAIL_FROM", "Callout <callout@example.org>"},
                                {"SMTP_URL", "smtp://user:pa#ss$word@mail.example.org:587"},
                                {"EMPTY", ""},
                                {"EQUALS", "a=b=c"}};
  EXPECT_EQ(read.value(), expected);
}

TEST(EnvFile, ReportsEveryMalformedLineByNumberWithoutItsText) {
  const auto read = parse_env_file(
      "PORT=1\nhunter2\n1ST=x\nA=\"hunter2\nB='x' hunter2\nPORT=2\n=hunter2\n-x=1\n");
  ASSERT_FALSE(read.ok());
  std::string report;
  for (const auto& problem : read.problem()) {
    report += problem.field + " " + problem.what + ": " + problem.remedy + "\n";
  }
  EXPECT_EQ(
      report,
      ".env line 2 is not of the form NAME=value: write NAME=value, or # in front of a remark\n"
      ".env line 3 is not of the form NAME=value: write NAME=value, or # in front of a remark\n"
      ".env line 4 has a quote that is not closed: close it\n"
      ".env line 5 has text after its closing quote: put the whole value into the quotes\n"
      ".env line 6 sets PORT a second time: keep one of the two lines\n"
      ".env line 7 is not of the form NAME=value: write NAME=value, or # in front of a remark\n"
      ".env line 8 is not of the form NAME=value: write NAME=value, or # in front of a remark\n");
}

TEST(EnvFile, OfAnyTextIsReadOrRefused) {
  EXPECT_TRUE(rc::check("never more than one problem a line", [](const std::string& text) {
    const auto read = parse_env_file(text);
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    const std::size_t problems = read ? 0 : read.problem().size();
    RC_ASSERT(problems <= lines);
  }));
}

}  // namespace
}  // namespace server

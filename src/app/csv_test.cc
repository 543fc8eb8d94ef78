#include "app/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace app {
namespace {

using Fields = std::vector<std::string>;

std::vector<CsvRow> rows_of(std::string_view text) {
  auto rows = read_csv(text);
  EXPECT_TRUE(rows.ok()) << (rows.ok() ? "" : rows.problem().what);
  return rows.ok() ? std::move(rows).value() : std::vector<CsvRow>{};
}

std::string problem_of(std::string_view text) {
  const auto rows = read_csv(text);
  return rows.ok() ? "none" : rows.problem().what;
}

TEST(Csv, GivesRowsWithTheLineOnWhichTheyBegin) {
  const auto rows = rows_of("name,phone\nAna Ruiz,555 010 0003\n\nBo Li,\n");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].fields, (Fields{"name", "phone"}));
  EXPECT_EQ(rows[1].line, 2u);
  EXPECT_EQ(rows[1].fields, (Fields{"Ana Ruiz", "555 010 0003"}));
  EXPECT_EQ(rows[2].line, 4u);
  EXPECT_EQ(rows[2].fields, (Fields{"Bo Li", ""}));
}

TEST(Csv, TakesWhatSpreadsheetsWrite) {
  const auto rows =
      rows_of("\xEF\xBB\xBF\"name\";note\r\n\"Ruiz; Ana\";\"says \"\"hi\"\"\"\r\n  ;\r\n");
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].fields, (Fields{"name", "note"}));
  EXPECT_EQ(rows[1].fields, (Fields{"Ruiz; Ana", "says \"hi\""}));
  EXPECT_EQ(rows[2].fields, (Fields{"", ""}));
}

TEST(Csv, CountsTheLinesInsideQuotes) {
  const auto rows = rows_of("\n  \na,b\r\n\"1\r\n\r\n2\",\"x\"\r\n\"y\n\",z\rlast,row");
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].line, 3u);
  EXPECT_EQ(rows[1].line, 4u);
  EXPECT_EQ(rows[1].fields, (Fields{"1\r\n\r\n2", "x"}));
  EXPECT_EQ(rows[2].line, 7u);
  EXPECT_EQ(rows[2].fields, (Fields{"y\n", "z"}));
  EXPECT_EQ(rows[3].line, 9u);
  EXPECT_EQ(rows[3].fields, (Fields{"last", "row"}));
}

TEST(Csv, TakesItsDelimiterFromTheHeader) {
  EXPECT_EQ(rows_of("a;b\n1,5;2")[1].fields, (Fields{"1,5", "2"}));
  EXPECT_EQ(rows_of("a,b\n1;5,2")[1].fields, (Fields{"1;5", "2"}));
  EXPECT_EQ(rows_of("\"a;b;c\",d\n1,2")[0].fields, (Fields{"a;b;c", "d"}));
  EXPECT_EQ(rows_of("name\nAna")[1].fields, (Fields{"Ana"}));
}

TEST(Csv, OfNothingHasNoRows) {
  for (const char* text : {"", "\n", "\r\n \r\n", "\xEF\xBB\xBF"})
    EXPECT_TRUE(rows_of(text).empty());
}

TEST(Csv, ThatIsNotUtf8NamesTheLineAndTheRemedy) {
  const auto rows = read_csv("name\nAna\nJos\xE9\n");
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.problem().field, "file");
  EXPECT_EQ(rows.problem().what, "line 3 is not UTF-8 text");
  EXPECT_NE(rows.problem().remedy.find("save as \"CSV UTF-8\""), std::string::npos);
  EXPECT_EQ(problem_of("name\nJos\u00e9\u4e2d\U0001F600\n"), "none");
  for (const char* text :
       {"\x80", "\xC0\x80", "\xC3", "\xC3(", "\xE0\x80\x80", "\xED\xA0\x80", "\xE2\x82",
        "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xF0\x9F\x98", "\xFF\xFEz"}) {
    EXPECT_EQ(problem_of(text), "line 1 is not UTF-8 text");
  }
  EXPECT_EQ(problem_of(std::string_view("a\n\0", 3)), "line 2 has a NUL character");
}

TEST(Csv, WithAStrayQuotationMarkNamesTheLine) {
  EXPECT_EQ(problem_of("a,b\n\"1\n2,3\n4,5\n"), "line 2 has a quotation mark that is never closed");
  EXPECT_EQ(problem_of("a,b\n1,2\n5'10\",3\n"), "line 3 has a quotation mark in the wrong place");
  EXPECT_EQ(problem_of("a,b\n\"1\"x,3\n"), "line 2 has a quotation mark in the wrong place");
}

std::string quoted(const std::string& field) {
  std::string text = "\"";
  for (const char c : field) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + "\"";
}

std::string written(const std::vector<Fields>& table, char delimiter) {
  std::string text = std::string("h") + delimiter + "h";
  for (const Fields& fields : table) {
    std::string row;
    for (const std::string& field : fields) row += delimiter + quoted(field);
    text += "\r\n" + row.substr(1);
  }
  return text;
}

std::vector<Fields> any_table() {
  const auto field =
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab ,;\"\n\r\t")));
  const auto width = *rc::gen::inRange<std::size_t>(2, 5);
  return *rc::gen::container<std::vector<Fields>>(rc::gen::container<Fields>(width, field));
}

TEST(Csv, ReadsBackWhatWasWritten) {
  EXPECT_TRUE(rc::check("every quoted table survives, its lines rise", [](bool semicolons) {
    const auto table = any_table();
    const auto rows = read_csv(written(table, semicolons ? ';' : ','));
    RC_ASSERT(rows.ok());
    RC_ASSERT(rows.value().size() == table.size() + 1);
    for (std::size_t at = 0; at < table.size(); ++at) {
      RC_ASSERT(rows.value()[at + 1].fields == table[at]);
      RC_ASSERT(rows.value()[at + 1].line > rows.value()[at].line);
    }
  }));
}

TEST(Csv, SurvivesHostileText) {
  EXPECT_TRUE(rc::check("rows or a Problem, lines rising", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::oneOf(
        rc::gen::elementOf(std::string("\"\",;\r\n a")), rc::gen::arbitrary<char>()));
    const auto rows = read_csv(text);
    std::size_t last = 0;
    for (const CsvRow& row : rows.ok() ? rows.value() : std::vector<CsvRow>{}) {
      RC_ASSERT(row.line > last);
      last = row.line;
    }
  }));
}

}  // namespace
}  // namespace app

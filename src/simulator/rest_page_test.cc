#include "simulator/rest_page.h"

#include <gtest/gtest.h>

#include "simulator/rest_date.h"
#include "simulator/rest_test.h"

namespace simulator {
namespace {

constexpr const char* above = "/2010-04-01/Accounts/AC00000000000000000000000000000001";

struct Lists : RestWorld {
  void text(const std::string& body) {
    texting.receive({.from = their_number, .to = line_number, .body = body});
  }
  /// The bodies on a page, and the page.
  std::string bodies(const std::string& path) {
    page = json_of(get(path));
    std::string all;
    for (const auto& message : page.at("messages").as_array()) {
      all += text_of(message.as_object(), "body");
    }
    return all;
  }
  std::string bodies_behind(std::string_view link) {
    return bodies(text_of(page, link).substr(std::string_view(above).size()));
  }
  boost::json::object page;
};

TEST(RestPage, AListOnOnePageHasNoOther) {
  Lists lists;
  for (const char* body : {"a", "b", "c"}) lists.text(body);
  EXPECT_EQ(lists.bodies("/Messages.json"), "cba");
  EXPECT_EQ(text_of(lists.page, "page"), "0");
  EXPECT_EQ(text_of(lists.page, "page_size"), "50");
  EXPECT_EQ(text_of(lists.page, "start"), "0");
  EXPECT_EQ(text_of(lists.page, "end"), "2");
  EXPECT_EQ(text_of(lists.page, "next_page_uri"), "null");
  EXPECT_EQ(text_of(lists.page, "previous_page_uri"), "null");
  EXPECT_EQ(text_of(lists.page, "first_page_uri"),
            std::string(above) + "/Messages.json?PageSize=50&Page=0");
  EXPECT_TRUE(lists.page.at("page").is_int64());
}

TEST(RestPage, PagesFollowEachOtherAndEndInNull) {
  Lists lists;
  for (const char* body : {"a", "b", "c", "d", "e"}) lists.text(body);
  EXPECT_EQ(lists.bodies("/Messages.json?PageSize=2&To=%2B15550100900"), "ed");
  EXPECT_EQ(lists.bodies_behind("next_page_uri"), "cb");
  EXPECT_EQ(text_of(lists.page, "start"), "2");
  EXPECT_EQ(lists.bodies_behind("next_page_uri"), "a");
  EXPECT_EQ(text_of(lists.page, "next_page_uri"), "null");
  EXPECT_EQ(lists.bodies_behind("previous_page_uri"), "cb");
  EXPECT_EQ(lists.bodies_behind("previous_page_uri"), "ed");
  EXPECT_EQ(text_of(lists.page, "previous_page_uri"), "null");
}

TEST(RestPage, WhatComesMeanwhileIsNeitherRepeatedNorSkipped) {
  Lists lists;
  for (const char* body : {"a", "b", "c"}) lists.text(body);
  EXPECT_EQ(lists.bodies("/Messages.json?PageSize=1"), "c");
  lists.text("d");
  EXPECT_EQ(lists.bodies_behind("next_page_uri"), "b");
  EXPECT_EQ(lists.bodies_behind("next_page_uri"), "a");
}

TEST(RestPage, AnExactlyFullPageIsTheLast) {
  Lists lists;
  for (const char* body : {"a", "b"}) lists.text(body);
  EXPECT_EQ(lists.bodies("/Messages.json?PageSize=2"), "ba");
  EXPECT_EQ(text_of(lists.page, "next_page_uri"), "null");
}

TEST(RestPage, AnEmptyListAndAPageBeyondTheEndAreEmpty) {
  Lists lists;
  EXPECT_EQ(lists.bodies("/Messages.json"), "");
  EXPECT_EQ(text_of(lists.page, "end"), "0");
  lists.text("a");
  EXPECT_EQ(lists.bodies("/Messages.json?Page=7"), "");
  EXPECT_EQ(text_of(lists.page, "next_page_uri"), "null");
  EXPECT_EQ(lists.bodies("/Messages.json?Page=99999999999999999999"), "a");
  EXPECT_EQ(lists.bodies("/Messages.json?Page=18446744073709551615&PageSize=1000"), "");
}

TEST(RestPage, ThePageSizeIsBetweenOneAndAThousand) {
  Lists lists;
  lists.text("a");
  lists.text("b");
  EXPECT_EQ(lists.bodies("/Messages.json?PageSize=0"), "b");
  EXPECT_EQ(lists.bodies("/Messages.json?PageSize=5000"), "ba");
  EXPECT_EQ(text_of(lists.page, "page_size"), "1000");
  EXPECT_EQ(lists.bodies("/Messages.json?PageSize=many"), "ba");
  EXPECT_EQ(text_of(lists.page, "page_size"), "50");
}

std::optional<bool> holds(const std::string& query) {
  using namespace std::chrono;
  const auto filter = DateFilter::read(*http::parse_form(query), "DateSent");
  if (!filter) return {};
  return filter->holds(sys_days(2026y / November / 22d) + 15h + 4min + 5s + 600ms);
}

TEST(RestDate, ComparesDaysWithBothEnds) {
  EXPECT_EQ(holds(""), true);
  EXPECT_EQ(holds("DateSent="), true);
  EXPECT_EQ(holds("DateSent=2026-11-22"), true);
  EXPECT_EQ(holds("DateSent=2026-11-21"), false);
  EXPECT_EQ(holds("DateSent%3E=2026-11-22"), true);
  EXPECT_EQ(holds("DateSent%3E=2026-11-23"), false);
  EXPECT_EQ(holds("DateSent%3C=2026-11-22"), true);
  EXPECT_EQ(holds("DateSent%3C=2026-11-21"), false);
  EXPECT_EQ(holds("DateSent>=2026-11-20&DateSent<=2026-11-21"), false);
  EXPECT_EQ(holds("DateSentBy=2026-11-21"), true);
}

TEST(RestDate, ComparesMomentsToTheSecond) {
  EXPECT_EQ(holds("DateSent%3E=2026-11-22T15:04:05Z"), true);
  EXPECT_EQ(holds("DateSent%3E=2026-11-22T15:04:06Z"), false);
  EXPECT_EQ(holds("DateSent%3C=2026-11-22T15:04:05.999Z"), true);
  EXPECT_EQ(holds("DateSent%3C=2026-11-22%2015:04:04%2B00:00"), false);
}

TEST(RestDate, WhatIsNoDateIsRefused) {
  for (const char* text : {"yesterday", "2026-11-31", "2026-11-22T", "2026-11-22T25:00:00Z",
                           "2026-11-22T15:04:05-05:00", "2026-11-2", "2026-11-22T1:04:05Z"}) {
    EXPECT_EQ(holds(std::string("DateSent=") + text), std::nullopt) << text;
  }
  Lists lists;
  EXPECT_EQ(refusal_in(lists.get("/Messages.json?DateSent=soon")), "20001 400");
  EXPECT_EQ(refusal_in(lists.get("/Calls.json?StartTime=soon")), "20001 400");
  EXPECT_EQ(refusal_in(lists.get("/Recordings.json?DateCreated=soon")), "20001 400");
}

}  // namespace
}  // namespace simulator

#include "http/router.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace http {
namespace {

Route route(Method method, std::string pattern) {
  return {method, std::move(pattern), 1024, [](const Request&) { return Response{}; }, {}};
}

Router table() {
  return Router({route(Method::get, "/"), route(Method::get, "/api/requests/{id}"),
                 route(Method::del, "/api/requests/{id}"), route(Method::get, "/api/requests/new"),
                 route(Method::post, "/api/requests"), route(Method::get, "/{team}/of/{day}")});
}

std::string found(Method method, std::string_view path) {
  const Router router = table();
  const auto match = router.find(method, path);
  return match.route != nullptr ? match.route->pattern : "allowed: " + match.allowed;
}

TEST(Router, FindsByMethodAndPath) {
  EXPECT_EQ(found(Method::get, "/"), "/");
  EXPECT_EQ(found(Method::post, "/api/requests"), "/api/requests");
  EXPECT_EQ(found(Method::del, "/api/requests/7"), "/api/requests/{id}");
}

TEST(Router, HeadFindsAGetRoute) {
  EXPECT_EQ(found(Method::head, "/"), "/");
}

TEST(Router, AWrittenOutSegmentComesBeforeAName) {
  EXPECT_EQ(found(Method::get, "/api/requests/new"), "/api/requests/new");
  EXPECT_EQ(found(Method::get, "/api/requests/newer"), "/api/requests/{id}");
}

TEST(Router, AnUnknownPathAllowsNothing) {
  for (const char* path : {"", "*", "/x", "//", "/api/requests/", "/api/requests/1/2", "/api",
                           "api/requests", "/API/requests/new/x"}) {
    EXPECT_EQ(found(Method::get, path), "allowed: ") << path;
  }
}

TEST(Router, AnotherMethodIsToldWhatIsAllowed) {
  EXPECT_EQ(found(Method::put, "/api/requests/7"), "allowed: GET, HEAD, DELETE");
  EXPECT_EQ(found(Method::get, "/api/requests"), "allowed: POST");
}

TEST(Router, NamedSegmentsAreDecodedOnce) {
  const Router router = table();
  const auto match = router.find(Method::get, "/a%20b+c%252F/of/2026-11-22");
  EXPECT_EQ(match.segments.at("team"), "a b+c%2F");
  EXPECT_EQ(match.segments.at("day"), "2026-11-22");
}

TEST(Router, ASegmentThatIsNotUtf8MatchesNothing) {
  EXPECT_EQ(found(Method::get, "/api/requests/%ff"), "allowed: ");
  EXPECT_EQ(found(Method::get, "/api/requests/%4"), "allowed: ");
}

TEST(Router, AMalformedTableDoesNotStart) {
  for (const char* pattern : {"", "x", "/{", "/{}", "/a{b}", "/{a}b", "/}", "/{a{b}"}) {
    EXPECT_THROW(Router({route(Method::get, pattern)}), std::invalid_argument) << pattern;
  }
  EXPECT_THROW(Router({route(Method::get, "/{a}"), route(Method::get, "/{b}")}),
               std::invalid_argument);
  EXPECT_THROW(Router({route(Method::head, "/")}), std::invalid_argument);
}

}  // namespace
}  // namespace http

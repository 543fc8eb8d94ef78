#include "site/routes.h"

#include <gtest/gtest.h>

namespace site {
namespace {

const std::vector<Asset> files{
    {"assets/index-4f2a.css", "css"},    {"assets/index-4f2a.js", "script"},
    {"assets/index-4f2a.js.br", "s-br"}, {"assets/index-4f2a.js.gz", "s-gz"},
    {"assets/font.woff2", "font"},       {"favicon.svg", "<svg/>"},
    {"index.html", "<!doctype html>"},   {"index.html.br", "h-br"},
    {"index.html.gz", "h-gz"},           {"manifest.webmanifest", "{}"}};
const std::vector<Asset> nothing;
const std::vector<std::string> pages{"/board", "/requests/{id}"};

class Browser {
 public:
  explicit Browser(const std::vector<Asset>& assets = files, Transport transport = Transport::https)
      : router_(routes({.files = assets, .pages = pages, .transport = transport})) {}

  http::Response get(const std::string& path, std::vector<http::Field> fields = {}) const {
    http::Request request;
    request.path = path;
    request.fields = std::move(fields);
    const auto match = router_.find(http::Method::get, path);
    if (match.route == nullptr) return {.status = 404, .body = "no route"};
    request.segments = match.segments;
    return std::get<http::Response>(match.route->handler(request).either());
  }

 private:
  http::Router router_;
};

std::string field(const http::Response& response, std::string_view name) {
  return std::string(response.field(name).value_or("-"));
}

TEST(Site, EveryPageIsTheSameIndex) {
  const Browser site;
  for (const char* path : {"/", "/board", "/requests/7"}) {
    const auto page = site.get(path);
    EXPECT_EQ(page.status, 200) << path;
    EXPECT_EQ(page.body, "<!doctype html>");
    EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
    EXPECT_EQ(field(page, "Cache-Control"), "no-cache");
  }
  EXPECT_EQ(site.get("/requests").body, "no route");
  EXPECT_EQ(site.get("/index.html").body, "no route");
}

TEST(Site, APageMayDoWhatItsPolicySaysAndNoMore) {
  const auto page = Browser().get("/");
  EXPECT_EQ(field(page, "Content-Security-Policy"),
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; "
            "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  EXPECT_EQ(field(page, "Referrer-Policy"), "same-origin");
  EXPECT_EQ(field(page, "Cross-Origin-Opener-Policy"), "same-origin");
  EXPECT_EQ(field(page, "Permissions-Policy"), "microphone=(), camera=(), geolocation=()");
}

TEST(Site, OnlyOnHttpsBrowsersAreHeldToIt) {
  EXPECT_EQ(field(Browser().get("/"), "Strict-Transport-Security"), "max-age=31536000");
  EXPECT_EQ(field(Browser(files, Transport::plain).get("/"), "Strict-Transport-Security"), "-");
}

TEST(Site, AnUnchangedPageIsNotSentAgain) {
  const Browser site;
  const std::string tag = field(site.get("/"), "ETag");
  for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
    const auto again = site.get("/board", {{"If-None-Match", known}});
    EXPECT_EQ(again.status, 304) << known;
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(field(again, "ETag"), tag);
    EXPECT_EQ(field(again, "Cache-Control"), "no-cache");
    EXPECT_NE(field(again, "Content-Security-Policy"), "-");
  }
  EXPECT_EQ(site.get("/", {{"If-None-Match", "\"x\""}}).status, 200);
  const std::vector<Asset> newer{{"index.html", "<!doctype html><title>New</title>"}};
  const Browser changed(newer);
  EXPECT_EQ(changed.get("/", {{"If-None-Match", tag}}).status, 200);
}

TEST(Site, AnAssetMayBeKeptForAYear) {
  const auto script = Browser().get("/assets/index-4f2a.js");
  EXPECT_EQ(script.status, 200);
  EXPECT_EQ(script.body, "script");
  EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(field(script, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(field(script, "Content-Encoding"), "-");
  EXPECT_EQ(field(script, "Vary"), "Accept-Encoding");
}

TEST(Site, TheBrowserGetsTheFormItTakes) {
  const Browser site;
  const auto script = [&site](const std::string& accepted) {
    return site.get("/assets/index-4f2a.js", {{"Accept-Encoding", accepted}});
  };
  EXPECT_EQ(script("gzip, br").body, "s-br");
  EXPECT_EQ(field(script("gzip, br"), "Content-Encoding"), "br");
  EXPECT_EQ(script("gzip").body, "s-gz");
  EXPECT_EQ(field(script("gzip"), "Content-Encoding"), "gzip");
  EXPECT_EQ(script("br;q=0.1, gzip;q=0.2").body, "s-gz");
  EXPECT_EQ(script("deflate").body, "script");
  const auto css = site.get("/assets/index-4f2a.css", {{"Accept-Encoding", "br, gzip"}});
  EXPECT_EQ(css.body, "css") << "there is no compressed one";
  EXPECT_EQ(field(css, "Content-Encoding"), "-");
}

TEST(Site, EachFormHasATagOfItsOwn) {
  const Browser site;
  const auto plain = site.get("/");
  const auto br = site.get("/", {{"Accept-Encoding", "br"}});
  const auto gzip = site.get("/", {{"Accept-Encoding", "gzip"}});
  EXPECT_NE(field(plain, "ETag"), field(br, "ETag"));
  EXPECT_NE(field(gzip, "ETag"), field(br, "ETag"));
  const auto again =
      site.get("/", {{"Accept-Encoding", "br"}, {"If-None-Match", field(plain, "ETag")}});
  EXPECT_EQ(again.status, 200);
}

TEST(Site, OtherFilesAnswerUnderTheirOwnName) {
  const Browser site;
  const auto icon = site.get("/favicon.svg");
  EXPECT_EQ(icon.body, "<svg/>");
  EXPECT_EQ(icon.content_type, "image/svg+xml");
  EXPECT_EQ(field(icon, "Cache-Control"), "no-cache");
  EXPECT_EQ(site.get("/manifest.webmanifest").content_type, "application/manifest+json");
  EXPECT_EQ(site.get("/assets/font.woff2").content_type, "font/woff2");
}

TEST(Site, WhatIsNotThereIs404AndNotKept) {
  const Browser site;
  for (const char* path : {"/assets/index-0000.js", "/assets/..%2Findex.html",
                           "/assets/index-4f2a.js.br", "/assets/%2E%2E"}) {
    const auto missing = site.get(path);
    EXPECT_EQ(missing.status, 404) << path;
    EXPECT_EQ(field(missing, "Cache-Control"), "no-store");
  }
}

TEST(Site, ABinaryWithoutTheApplicationSaysSo) {
  const auto page = Browser(nothing).get("/");
  EXPECT_EQ(page.status, 404);
  EXPECT_NE(page.body.find("script/build"), std::string::npos);
  EXPECT_NE(page.body.find("takes calls and texts"), std::string::npos);
  EXPECT_EQ(Browser(nothing).get("/board").body, "no route");
}

}  // namespace
}  // namespace site

#include "http/request_reader.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace http {
namespace {

using namespace std::string_literals;

constexpr std::size_t max_header = 1024;
constexpr std::size_t max_body = 64;

struct Reading {
  Progress last;
  std::string body;
  std::string left;
};

/// Hands the bytes over in pieces, as a connection does.
Reading read(RequestReader& reader, std::string_view bytes, std::size_t piece) {
  std::string waiting;
  bool header_done = false;
  Progress progress;
  while (progress.state == Progress::State::more && !bytes.empty()) {
    waiting += bytes.substr(0, piece);
    bytes.remove_prefix(std::min(piece, bytes.size()));
    progress = header_done ? reader.read_body(waiting) : reader.read_header(waiting);
    waiting.erase(0, progress.used);
    if (header_done || progress.state != Progress::State::done) continue;
    header_done = true;
    progress = reader.limit_body(max_body);
    if (progress.state != Progress::State::more) break;
    progress = reader.read_body(waiting);
    waiting.erase(0, progress.used);
  }
  const bool done = progress.state == Progress::State::done;
  return {progress, done ? reader.request().body : "", waiting + std::string(bytes)};
}

/// 0: read whole; -1: more is wanted; else the status of the refusal. The same in any pieces.
int outcome(std::string_view bytes) {
  std::optional<int> all;
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{4096}}) {
    RequestReader reader(max_header);
    const auto last = read(reader, bytes, piece).last;
    const int now = last.state == Progress::State::more ? -1 : last.status;
    if (all && *all != now) ADD_FAILURE() << "pieces of " << piece << " differ: " << bytes;
    all = now;
  }
  return *all;
}

struct Example {
  const char* name;
  std::string bytes;
  int outcome;
};

class Requests : public testing::TestWithParam<Example> {};

TEST_P(Requests, AreReadOrRefused) {
  EXPECT_EQ(outcome(GetParam().bytes), GetParam().outcome);
}

std::string post(const std::string& fields, const std::string& body) {
  return "POST /x HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}
std::string get(const std::string& fields) {
  return "GET / HTTP/1.1\r\n" + fields + "\r\n";
}

INSTANTIATE_TEST_SUITE_P(
    WellFormed, Requests,
    testing::Values(
        Example{"plain", get("Host: a\r\n"), 0}, Example{"old", "GET / HTTP/1.0\r\n\r\n", 0},
        Example{"port", get("Host: a.example:8080\r\n"), 0},
        Example{"six", get("Host: [::1]:80\r\n"), 0}, Example{"emptyHost", get("Host:\r\n"), 0},
        Example{"leadingLine", "\r\n" + get("Host: a\r\n"), 0},
        Example{"absolute", "GET http://a/x?y HTTP/1.1\r\nHost: a\r\n\r\n", 0},
        Example{"length", post("Content-Length: 3\r\n", "abc"), 0},
        Example{"chunked", post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"), 0},
        Example{"Chunked", post("Transfer-Encoding: Chunked\r\n", "3;a=b\r\nabc\r\n0\r\n\r\n"), 0},
        Example{"trailer", post("Transfer-Encoding: chunked\r\n", "0\r\nX: y\r\n\r\n"), 0},
        Example{"expect", post("Expect: 100-continue\r\nContent-Length: 1\r\n", "a"), 0},
        Example{"fullBody", post("Content-Length: 64\r\n", std::string(64, 'x')), 0}),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Unfinished, Requests,
    testing::Values(Example{"header", "GET / HTTP/1.1\r\nHost: a\r\n", -1},
                    Example{"body", post("Content-Length: 3\r\n", "ab"), -1},
                    Example{"chunk", post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n"),
                            -1}),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Malformed, Requests,
    testing::Values(
        Example{"lengthAndChunked",
                post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        Example{"chunkedAndLength",
                post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400},
        Example{"twoLengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400},
        Example{"sameLengthTwice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400},
        Example{"listOfLengths", post("Content-Length: 3, 3\r\n", "abc"), 400},
        Example{"plusLength", post("Content-Length: +19\r\n", "abc"), 400},
        Example{"minusLength", post("Content-Length: -1\r\n", "abc"), 400},
        Example{"hexLength", post("Content-Length: 0x3\r\n", "abc"), 400},
        Example{"emptyLength", post("Content-Length:\r\n", "abc"), 400},
        Example{"hugeLength", post("Content-Length: 99999999999999999999\r\n", "abc"), 400},
        Example{"bareFeed", "GET / HTTP/1.1\nHost: a\n\n", 400},
        Example{"bareFeedInField", get("Host: a\nX: y\r\n"), 400},
        Example{"bareReturn", get("Host: a\rX: y\r\n"), 400},
        Example{"nul", get("Host: a\r\nX: y\0z\r\n"s), 400},
        Example{"nulInTarget", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"s, 400},
        Example{"controlInValue", get("Host: a\r\nX: \x01\r\n"), 400},
        Example{"spaceBeforeColon", get("Host : a\r\n"), 400},
        Example{"spaceBeforeColon2", post("Content-Length : 3\r\n", "abc"), 400},
        Example{"noName", get("Host: a\r\n: b\r\n"), 400},
        Example{"noColon", get("Host: a\r\nb\r\n"), 400},
        Example{"fold", get("Host: a\r\nX: y\r\n z\r\n"), 400},
        Example{"foldByTab", get("Host: a\r\nX: y\r\n\tz\r\n"), 400},
        Example{"blankFirstField", get(" Host: a\r\n"), 400},
        Example{"noHost", get("X: y\r\n"), 400},
        Example{"twoHosts", get("Host: a\r\nHost: a\r\n"), 400},
        Example{"oddHost", get("Host: a, b\r\n"), 400},
        Example{"pathHost", get("Host: a/b\r\n"), 400},
        Example{"gzip", post("Transfer-Encoding: gzip\r\n", "abc"), 400},
        Example{"gzipChunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 400},
        Example{"chunkedGzip", post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n"), 400},
        Example{"chunkedTwice",
                post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
                400},
        Example{"identity", post("Transfer-Encoding: identity\r\n", "abc"), 400},
        Example{"xchunked", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 400},
        Example{"oldChunked", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                400},
        Example{"badChunkSize", post("Transfer-Encoding: chunked\r\n", "g\r\nabc\r\n0\r\n\r\n"),
                400},
        Example{"longChunk", post("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n0\r\n\r\n"), 400},
        Example{"hugeChunk",
                post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nabc\r\n0\r\n\r\n"),
                400},
        Example{"version2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
        Example{"noVersion", "GET /\r\nHost: a\r\n\r\n", 400},
        Example{"twoSpaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        Example{"tls", "\x16\x03\x01\x02\x00\x01\xfc\x03\x03\r\n\r\n"s, 400},
        Example{"unknownMethod", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        Example{"trace", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        Example{"expectMore", post("Expect: 200-ok\r\n", ""), 417},
        Example{"longHeader", get("Host: a\r\nX: " + std::string(1024, 'y') + "\r\n"), 431},
        Example{"endlessHeader", "GET /" + std::string(1100, 'y'), 431},
        Example{"longBody", post("Content-Length: 65\r\n", ""), 413},
        Example{
            "longChunks",
            post("Transfer-Encoding: chunked\r\n",
                 "20\r\n" + std::string(32, 'x') + "\r\n21\r\n" + std::string(33, 'x') + "\r\n"),
            413}),
    [](const auto& info) { return info.param.name; });

TEST(RequestReader, TakesARequestApart) {
  RequestReader reader(max_header);
  const auto reading = read(
      reader, "POST /a/b%20c?d=e?f HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhiGET", 4096);
  EXPECT_EQ(reader.request().method, Method::post);
  EXPECT_EQ(reader.request().path, "/a/b%20c");
  EXPECT_EQ(reader.request().query, "d=e?f");
  EXPECT_EQ(reading.body, "hi");
  EXPECT_EQ(reading.left, "GET");
  EXPECT_TRUE(reader.keeps_alive());
}

TEST(RequestReader, DropsTheFieldsOfATrailer) {
  RequestReader reader(max_header);
  read(reader, post("Transfer-Encoding: chunked\r\n", "1\r\na\r\n0\r\nX-Signature: y\r\n\r\n"),
       4096);
  EXPECT_EQ(reader.request().body, "a");
  EXPECT_FALSE(reader.request().field("X-Signature"));
}

TEST(RequestReader, AnAbsoluteTargetLosesItsAuthority) {
  RequestReader reader(max_header);
  read(reader, "GET HTTP://a.example?x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 4096);
  EXPECT_EQ(reader.request().path, "/");
  EXPECT_EQ(reader.request().query, "x");
  EXPECT_FALSE(reader.keeps_alive());
}

RC_GTEST_PROP(RequestReader, AnyBytesAreReadOrRefusedAlikeInAnyPieces, ()) {
  const auto fragments = *rc::gen::container<std::vector<std::string>>(rc::gen::element(
      "GET / HTTP/1.1\r\n"s, "POST /x HTTP/1.1\r\n"s, "Host: a\r\n"s, "\r\n"s, "\n"s, "\r"s, " "s,
      "Content-Length: 3\r\n"s, "Transfer-Encoding: chunked\r\n"s, "3\r\nabc\r\n"s, "0\r\n\r\n"s,
      "abc"s, ":"s, "\0"s, "X: y\r\n"s, "Connection: close\r\n"s));
  std::string bytes;
  for (const auto& fragment : fragments) bytes += fragment;
  outcome(bytes + "the last few bytes of a body may be held back");
}

RC_GTEST_PROP(RequestReader, AnyChunksAreReadOrRefusedAlikeInAnyPieces, ()) {
  const auto fragments = *rc::gen::container<std::vector<std::string>>(rc::gen::element(
      "3\r\nabc\r\n"s, "0\r\n"s, "00;a=\"b\"\r\n"s, "\r\n"s, "\n"s, "\r"s, " "s, "0"s, ";a"s,
      "X: y\r\n"s, "X:\r\n z\r\n"s, "Content-Length: 3\r\n"s, "Connection: a b\r\n"s, "\0"s));
  std::string bytes = post("Transfer-Encoding: chunked\r\n", "");
  for (const auto& fragment : fragments) bytes += fragment;
  outcome(bytes + "the last few bytes of a body may be held back");
}

}  // namespace
}  // namespace http

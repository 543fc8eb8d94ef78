#include "http/range.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "http/loopback_test.h"

namespace http {
namespace {

Request asking(const std::string& range, Method method = Method::get) {
  Request request;
  request.method = method;
  request.fields = {{"Range", range}};
  return request;
}
Response digits() {
  return {200, "audio/wav", "0123456789"};
}

struct Case {
  const char* range;
  int status;
  const char* body;
  const char* content_range;  // null: none
};

TEST(Range, IsAnsweredAsRfc9110Says) {
  const char* whole = "0123456789";
  for (const Case& one : std::initializer_list<Case>{
           {"bytes=0-4", 206, "01234", "bytes 0-4/10"},
           {"bytes=0-0", 206, "0", "bytes 0-0/10"},
           {"bytes=0-1", 206, "01", "bytes 0-1/10"},
           {"bytes=9-9", 206, "9", "bytes 9-9/10"},
           {"bytes=0-", 206, whole, "bytes 0-9/10"},
           {"bytes=7-", 206, "789", "bytes 7-9/10"},
           {"bytes=7-99", 206, "789", "bytes 7-9/10"},
           {"bytes=-3", 206, "789", "bytes 7-9/10"},
           {"bytes=-99", 206, whole, "bytes 0-9/10"},
           {"BYTES=0-1", 206, "01", "bytes 0-1/10"},
           {"bytes=3-18446744073709551615", 206, "3456789", "bytes 3-9/10"},
           {"bytes=3-18446744073709551616", 206, "3456789", "bytes 3-9/10"},
           {"bytes=-99999999999999999999999999", 206, whole, "bytes 0-9/10"},
           {"bytes=10-", 416, "", "bytes */10"},
           {"bytes=10-12", 416, "", "bytes */10"},
           {"bytes=-0", 416, "", "bytes */10"},
           {"bytes=18446744073709551615-", 416, "", "bytes */10"},
           {"bytes=18446744073709551626-18446744073709551627", 416, "", "bytes */10"},
           {"bytes=0-1,3-4", 200, whole, nullptr},
           {"bytes=4-3", 200, whole, nullptr},
           {"bytes=-", 200, whole, nullptr},
           {"bytes=", 200, whole, nullptr},
           {"bytes", 200, whole, nullptr},
           {"", 200, whole, nullptr},
           {"bytes=a-b", 200, whole, nullptr},
           {"bytes=1-b", 200, whole, nullptr},
           {"bytes=+1-2", 200, whole, nullptr},
           {"bytes=1--2", 200, whole, nullptr},
           {"bytes= 1-2", 200, whole, nullptr},
           {"items=0-4", 200, whole, nullptr}}) {
    const Response answer = with_range(asking(one.range), digits());
    EXPECT_EQ(answer.status, one.status) << one.range;
    EXPECT_EQ(answer.body, one.body) << one.range;
    EXPECT_EQ(answer.field("Content-Range").value_or("none"),
              one.content_range != nullptr ? one.content_range : "none")
        << one.range;
    EXPECT_EQ(answer.field("Accept-Ranges"), "bytes") << one.range;
  }
}

TEST(Range, MeansNothingToOtherRequests) {
  EXPECT_EQ(with_range(Request{}, digits()).status, 200);
  EXPECT_EQ(with_range(asking("bytes=0-1", Method::head), digits()).status, 200);
  EXPECT_EQ(with_range(asking("bytes=0-1", Method::post), digits()).status, 200);
  Request twice = asking("bytes=0-1");
  twice.fields.push_back({"range", "bytes=2-3"});
  EXPECT_EQ(with_range(twice, digits()).body, "0123456789");
  Request dated = asking("bytes=0-1");
  dated.fields.push_back({"If-Range", "\"1\""});
  EXPECT_EQ(with_range(dated, digits()).body, "0123456789") << "another version may be meant";
}

TEST(Range, OfNothingIsNothing) {
  EXPECT_EQ(with_range(asking("bytes=0-"), {200, "", ""}).status, 416);
  EXPECT_EQ(with_range(asking("bytes=-5"), {200, "", ""}).status, 416);
  EXPECT_EQ(with_range(Request{}, {200, "", ""}).status, 200);
}

TEST(Range, LeavesARefusalAlone) {
  const Response refused = with_range(asking("bytes=0-1"), {404, "text/plain", "none here"});
  EXPECT_EQ(refused.status, 404);
  EXPECT_EQ(refused.body, "none here");
  EXPECT_FALSE(refused.field("Accept-Ranges"));
}

TEST(Range, IsThatPartOfTheWholeWhateverIsAsked) {
  EXPECT_TRUE(rc::check("206 is the slice, 416 when it lies behind", [](std::uint8_t first,
                                                                        std::uint8_t length) {
    const std::string whole = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
    const std::size_t last = std::size_t{first} + length;
    const auto answer = with_range(
        asking("bytes=" + std::to_string(first) + "-" + std::to_string(last)), {200, "", whole});
    if (first >= whole.size()) {
      RC_ASSERT(answer.status == 416);
      RC_ASSERT(answer.body.empty());
    } else {
      RC_ASSERT(answer.status == 206);
      RC_ASSERT(answer.body == whole.substr(first, last - first + 1));
    }
  }));
}

TEST(Range, AHeadIsToldTheWholeLength) {
  const Loopback server({{Method::get,
                          "/audio",
                          0,
                          [](const Request& request) { return with_range(request, digits()); },
                          {}}});
  Peer peer(server.port());
  peer.send("HEAD /audio HTTP/1.1\r\nHost: a\r\nRange: bytes=2-3\r\n\r\n");
  const Received head = peer.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.has("Content-Length: 10"));
  EXPECT_TRUE(head.has("Accept-Ranges: bytes"));
  const Received part = peer.ask("GET /audio HTTP/1.1\r\nHost: a\r\nRange: bytes=2-3\r\n\r\n");
  EXPECT_EQ(part.status, 206);
  EXPECT_TRUE(part.has("Content-Length: 2"));
  EXPECT_EQ(part.body, "23");
}

}  // namespace
}  // namespace http

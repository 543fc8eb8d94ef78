#include "http/forwarded.h"

#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace http {
namespace {

std::vector<Network> networks(const std::vector<std::string>& texts) {
  std::vector<Network> all;
  for (const std::string& text : texts) all.push_back(Network::parse(text).value());
  return all;
}

std::string client(const std::string& socket, const std::vector<std::string>& forwarded,
                   const std::vector<std::string>& trusted) {
  Request request;
  request.remote_address = socket;
  for (const std::string& value : forwarded) request.fields.push_back({"x-forwarded-for", value});
  return client_address(request, networks(trusted));
}

TEST(ClientAddress, WithoutATrustedProxyItIsTheSocketsWhateverIsClaimed) {
  EXPECT_EQ(client("203.0.113.7", {"198.51.100.1"}, {}), "203.0.113.7");
  EXPECT_EQ(client("203.0.113.7", {"198.51.100.1"}, {"127.0.0.1"}), "203.0.113.7");
}

TEST(ClientAddress, ATrustedProxySaysWhomItHeardFrom) {
  EXPECT_EQ(client("127.0.0.1", {"203.0.113.7"}, {"127.0.0.1"}), "203.0.113.7");
  EXPECT_EQ(client("127.0.0.1", {}, {"127.0.0.1"}), "127.0.0.1");
}

TEST(ClientAddress, WhatTheClientItselfClaimedIsNotBelieved) {
  EXPECT_EQ(client("127.0.0.1", {"198.51.100.1, 203.0.113.7"}, {"127.0.0.1"}), "203.0.113.7");
  EXPECT_EQ(client("127.0.0.1", {"127.0.0.1,203.0.113.7"}, {"127.0.0.1"}), "203.0.113.7");
}

TEST(ClientAddress, AChainOfTrustedProxiesIsWalkedFromTheRight) {
  const std::vector<std::string> trusted{"127.0.0.1", "10.0.0.0/8"};
  EXPECT_EQ(client("127.0.0.1", {"198.51.100.1, 203.0.113.7 ,\t10.1.2.3"}, trusted), "203.0.113.7");
  EXPECT_EQ(client("127.0.0.1", {"198.51.100.1, 203.0.113.7", "10.1.2.3, 10.9.9.9"}, trusted),
            "203.0.113.7");
  EXPECT_EQ(client("127.0.0.1", {"10.1.2.3, 10.9.9.9"}, trusted), "10.1.2.3");
}

TEST(ClientAddress, AnEntryThatIsNoAddressEndsTheWalk) {
  for (const char* entry :
       {"unknown", "", "203.0.113.7:80", "_secret", "203.0.113", "203.0.113.007", "300.0.0.1"}) {
    EXPECT_EQ(client("127.0.0.1", {std::string("198.51.100.1, ") + entry + ", 10.1.2.3"},
                     {"127.0.0.1", "10.0.0.0/8"}),
              "10.1.2.3")
        << entry;
  }
}

TEST(ClientAddress, IPv6AndIPv4InItAreOneSpellingEach) {
  EXPECT_EQ(client("::1", {"2001:DB8:0::7"}, {"::1"}), "2001:db8::7");
  EXPECT_EQ(client("::ffff:127.0.0.1", {"::ffff:203.0.113.7"}, {"127.0.0.0/8"}), "203.0.113.7");
  EXPECT_EQ(client("::1", {"2001:db8::7, 2001:db8:1::1"}, {"::1", "2001:db8:1::/48"}),
            "2001:db8::7");
}

TEST(ClientAddress, ASocketThatCantBeReadIsLeftAsItIs) {
  EXPECT_EQ(client("fe80::1%eth0", {"203.0.113.7"}, {"fe80::/10"}), "fe80::1%eth0");
}

TEST(Network, HoldsWhatSharesItsPrefix) {
  const auto holds = [](const char* network, const char* address) {
    return Network::parse(network).value().contains(address);
  };
  EXPECT_TRUE(holds("10.0.0.0/8", "10.255.0.1"));
  EXPECT_FALSE(holds("10.0.0.0/8", "11.0.0.1"));
  EXPECT_TRUE(holds("172.16.0.0/12", "172.31.255.255"));
  EXPECT_FALSE(holds("172.16.0.0/12", "172.32.0.0"));
  EXPECT_TRUE(holds("10.1.2.3/8", "10.0.0.0"));
  EXPECT_TRUE(holds("203.0.113.7", "203.0.113.7"));
  EXPECT_FALSE(holds("203.0.113.7", "203.0.113.8"));
  EXPECT_TRUE(holds("0.0.0.0/0", "203.0.113.8"));
  EXPECT_FALSE(holds("0.0.0.0/0", "2001:db8::1"));
  EXPECT_TRUE(holds("::/0", "2001:db8::1"));
  EXPECT_TRUE(holds("2001:db8::/33", "2001:db8:7fff::1"));
  EXPECT_FALSE(holds("2001:db8::/33", "2001:db8:8000::1"));
  EXPECT_FALSE(holds("0.0.0.0/0", "nobody"));
}

TEST(Network, RefusesWhatIsNone) {
  for (const char* text : {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x",
                           "10.0.0/8", "::/129", "example.org", "10.0.0.0 /8"}) {
    EXPECT_FALSE(Network::parse(text)) << text;
  }
}

RC_GTEST_PROP(ClientAddress, IsAlwaysTheSocketsOrOneOfTheList, (const std::string& list)) {
  const std::string found = client("127.0.0.1", {list, "203.0.113.7"}, {"127.0.0.1"});
  RC_ASSERT(found == "203.0.113.7");
}

}  // namespace
}  // namespace http

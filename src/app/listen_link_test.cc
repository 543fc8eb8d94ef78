#include "app/listen_link.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace app {
namespace {

constexpr base::Moment expires{std::chrono::seconds(1'795'684'680)};
const ListenLink anas{store::CallOutId(12), people::UserId(34), expires};

platform::Vault vault_of(std::uint8_t first) {
  platform::DataKey key{};
  key[0] = first;
  return {key, platform::system_random()};
}

TEST(ListenLink, IsReadAsItWasWrittenAndFitsIntoAnUrl) {
  const platform::Vault vault = vault_of(1);
  EXPECT_TRUE(rc::check("read(write(link)) is link, in URL-safe characters",
                        [&](std::int64_t call_out, std::int64_t user, std::int32_t at) {
                          const ListenLink link{store::CallOutId(call_out), people::UserId(user),
                                                base::from_epoch_seconds(at)};
                          const std::string token = write_listen_token(vault, link);
                          RC_ASSERT(read_listen_token(vault, token) == link);
                          RC_ASSERT(write_listen_token(vault, link) == token);
                          RC_ASSERT(token.find_first_not_of("-._0123456789abcdef") ==
                                    std::string::npos);
                        }));
}

TEST(ListenLink, ThatWasAlteredAnywhereIsNone) {
  const platform::Vault vault = vault_of(1);
  const std::string token = write_listen_token(vault, anas);
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string altered = token;
    altered[at] = altered[at] == '1' ? '2' : '1';
    EXPECT_FALSE(read_listen_token(vault, altered)) << altered;
    EXPECT_FALSE(read_listen_token(vault, token.substr(0, at))) << at;
  }
  for (const char* more : {"0", ".", " ", "/", "%00"}) {
    EXPECT_FALSE(read_listen_token(vault, token + more)) << more;
    EXPECT_FALSE(read_listen_token(vault, more + token)) << more;
  }
}

TEST(ListenLink, OfAnotherUserOrCallOutOrTimeIsNotMadeOfMine) {
  const platform::Vault vault = vault_of(1);
  const std::string token = write_listen_token(vault, anas);
  const std::string mac = token.substr(token.rfind('.'));
  for (const char* wish :
       {"12.35.1795684680", "13.34.1795684680", "12.34.1795684681", "012.34.1795684680"}) {
    EXPECT_FALSE(read_listen_token(vault, wish + mac)) << wish;
  }
  EXPECT_TRUE(read_listen_token(vault, "12.34.1795684680" + mac));
}

TEST(ListenLink, MadeUnderAnotherKeyIsNone) {
  EXPECT_FALSE(read_listen_token(vault_of(2), write_listen_token(vault_of(1), anas)));
}

TEST(ListenLink, SignedForAnotherUseIsNone) {
  const platform::Vault vault = vault_of(1);
  const std::string text = "12.34.1795684680";
  EXPECT_FALSE(read_listen_token(vault, text + "." + base::hex(vault.mac("feed", text))));
  for (const char* odd : {"", "12", "12.34", "12.34.", "a.b.c", "99999999999999999999.1.1"}) {
    const std::string signed_odd =
        std::string(odd) + "." + base::hex(vault.mac("listen link", odd));
    EXPECT_FALSE(read_listen_token(vault, signed_odd)) << signed_odd;
  }
}

TEST(ListenLink, GarbageAndTheVeryLongAreNone) {
  const platform::Vault vault = vault_of(1);
  for (const std::string& garbage :
       {std::string(), std::string("."), std::string("...."), std::string("a.b.c.d"),
        std::string(100'000, '1'), std::string(100'000, '.'), std::string("1.2.3.zz")}) {
    EXPECT_FALSE(read_listen_token(vault, garbage)) << garbage.substr(0, 20);
  }
  EXPECT_TRUE(rc::check("whatever comes", [&](const std::string& text) {
    RC_ASSERT(!read_listen_token(vault, text));
  }));
}

}  // namespace
}  // namespace app

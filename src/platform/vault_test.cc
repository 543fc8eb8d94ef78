#include "platform/vault.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace platform {
namespace {

SecretKey master_key(char first) {
  return SecretKey::parse(
             first + std::string("0112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"))
      .value();
}

Vault vault_of(const SecretKey& master) {
  return {*unwrap(master, make_data_key(master, system_random())), system_random()};
}

TEST(DataKey, IsUnwrappedByTheMasterThatWrappedIt) {
  const auto master = master_key('0');
  const WrappedKey wrapped = make_data_key(master, system_random());
  const auto key = unwrap(master, wrapped);
  ASSERT_TRUE(key);
  EXPECT_EQ(unwrap(master, wrapped), key);
  EXPECT_FALSE(unwrap(master_key('1'), wrapped));
  EXPECT_EQ(std::ranges::search(wrapped.wrapped, *key).size(), 0u)
      << "the key stands there in clear";
  EXPECT_NE(unwrap(master, make_data_key(master, system_random())), key);
}

TEST(DataKey, ThatWasAlteredStaysWrapped) {
  const auto master = master_key('0');
  const WrappedKey wrapped = make_data_key(master, system_random());
  for (std::size_t at = 0; at < wrapped.wrapped.size(); ++at) {
    WrappedKey altered = wrapped;
    altered.wrapped[at] ^= 1;
    EXPECT_FALSE(unwrap(master, altered)) << at;
  }
  EXPECT_FALSE(unwrap(master, WrappedKey{}));
  EXPECT_FALSE(unwrap(master, WrappedKey{base::Bytes(500, 1)}));
}

TEST(Vault, OpensWhatItSealed) {
  const Vault vault = vault_of(master_key('0'));
  EXPECT_TRUE(rc::check("open(place, seal(place, text)) is text",
                        [&](const std::string& place, const std::string& text) {
                          RC_ASSERT(vault.open(place, vault.seal(place, text)) == text);
                        }));
  EXPECT_EQ(vault.open("p", vault.seal("p", "")), "");
  const std::string long_text(1 << 20, 'x');
  EXPECT_EQ(vault.open("p", vault.seal("p", long_text)), long_text);
}

TEST(Vault, ShowsNothingOfTheText) {
  const Vault vault = vault_of(master_key('0'));
  EXPECT_TRUE(rc::check("sealed bytes never contain the text, and differ each time", [&] {
    const auto text = *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(8, 100),
                                                       rc::gen::arbitrary<char>());
    const base::Bytes sealed = vault.seal("pto_requests.reason", text);
    RC_ASSERT(std::ranges::search(sealed, base::as_bytes(text)).empty());
    RC_ASSERT(vault.seal("pto_requests.reason", text) != sealed);
  }));
  EXPECT_FALSE(vault.seal("pto_requests.reason", "").empty());
}

TEST(Vault, StaysShutWhenAnythingWasAltered) {
  const Vault vault = vault_of(master_key('0'));
  const base::Bytes sealed = vault.seal("pto_requests.reason", "stomach flu");
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    base::Bytes altered = sealed;
    altered[at] ^= 0x80;
    EXPECT_FALSE(vault.open("pto_requests.reason", altered)) << at;
    EXPECT_FALSE(
        vault.open("pto_requests.reason",
                   base::Bytes(sealed.begin(), sealed.begin() + static_cast<std::ptrdiff_t>(at))));
  }
  base::Bytes longer = sealed;
  longer.push_back(0);
  EXPECT_FALSE(vault.open("pto_requests.reason", longer));
  EXPECT_TRUE(rc::check("whatever bytes come", [&](const base::Bytes& bytes) {
    RC_ASSERT(!vault.open("pto_requests.reason", bytes));
  }));
}

TEST(Vault, OpensInItsPlaceOnly) {
  const Vault vault = vault_of(master_key('0'));
  const base::Bytes sealed = vault.seal("pto_requests.reason", "stomach flu");
  for (const char* place : {"", "pto_requests.reaso", "pto_requests.reason ", "messages.body"}) {
    EXPECT_FALSE(vault.open(place, sealed)) << place;
  }
}

TEST(Vault, WithAnotherKeyStaysShut) {
  const auto master = master_key('0');
  const base::Bytes sealed = vault_of(master).seal("p", "stomach flu");
  EXPECT_FALSE(vault_of(master).open("p", sealed)) << "another data key";
}

TEST(PinHash, DependsOnTheDataKeyAloneSoThatANewSecretKeyLeavesPinsValid) {
  const auto master = master_key('0');
  const DataKey data_key = *unwrap(master, make_data_key(master, system_random()));
  const base::Bytes hash = Vault(data_key, system_random()).pin_hash("8306");
  EXPECT_EQ(hash.size(), 32u);
  EXPECT_EQ(Vault(data_key, system_random()).pin_hash("8306"), hash) << "the same on every node";
  EXPECT_NE(Vault(data_key, system_random()).pin_hash("8307"), hash);
  EXPECT_NE(vault_of(master).pin_hash("8306"), hash);
  EXPECT_NE(sha256("8306"), hash);
}

TEST(Mac, KnowsWhatItSignedAndNothingElse) {
  const auto master = master_key('0');
  const DataKey data_key = *unwrap(master, make_data_key(master, system_random()));
  const Vault vault(data_key, system_random());
  const base::Bytes mac = vault.mac("link", "1.2.3");
  EXPECT_EQ(mac.size(), 32u);
  EXPECT_TRUE(Vault(data_key, system_random()).is_mac("link", "1.2.3", mac)) << "on every node";
  EXPECT_FALSE(vault.is_mac("link", "1.2.4", mac));
  EXPECT_FALSE(vault.is_mac("feed", "1.2.3", mac)) << "signed for another use";
  EXPECT_FALSE(vault.is_mac("link1", ".2.3", mac)) << "the seam moved";
  EXPECT_FALSE(vault_of(master).is_mac("link", "1.2.3", mac)) << "another key";
  EXPECT_NE(vault.mac("", "8306"), vault.pin_hash("8306"));
  for (std::size_t size = 0; size < mac.size(); ++size) {
    EXPECT_FALSE(
        vault.is_mac("link", "1.2.3",
                     base::Bytes(mac.begin(), mac.begin() + static_cast<std::ptrdiff_t>(size))));
    base::Bytes altered = mac;
    altered[size] ^= 1;
    EXPECT_FALSE(vault.is_mac("link", "1.2.3", altered)) << size;
  }
}

TEST(Sha256, FollowsTheVectorsOfFips180) {
  EXPECT_EQ(base::hex(sha256("")),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(base::hex(sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Password, MatchesItsHashOnly) {
  const std::string hash = hash_password("correct horse battery");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
  EXPECT_NE(hash_password("correct horse battery"), hash);
  EXPECT_TRUE(password_matches("correct horse battery", hash));
  EXPECT_FALSE(password_matches("correct horse batterz", hash));
  EXPECT_FALSE(password_matches(std::string_view("correct horse battery\0", 22), hash));
  EXPECT_FALSE(password_matches("", hash));
  for (const std::string other :
       {"", "$argon2id$", "correct horse battery", "$2b$12$abcdefghijklmnopqrstuv"}) {
    EXPECT_FALSE(password_matches("correct horse battery", other));
  }
}

}  // namespace
}  // namespace platform

#include "channels/twilio/signature.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/bytes.h"

namespace twilio {
namespace {

/// The fields as they are signed, after the URL.
std::string canonical(const http::Form& form) {
  std::vector<std::pair<std::string_view, std::string_view>> fields(form.begin(), form.end());
  // Order by name, then value: never of the two joined, where "Reason" could follow "ReasonCode".
  std::ranges::sort(fields);
  const auto repeated = std::ranges::unique(fields);
  fields.erase(repeated.begin(), repeated.end());

  std::string text;
  for (const auto& [name, value] : fields) text.append(name).append(value);
  return text;
}

std::string hmac_sha1(std::string_view key, std::string_view text) {
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  const auto bytes = base::as_bytes(text);
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes.data(), bytes.size(),
           digest.data(), &size) == nullptr) {
    throw std::runtime_error("OpenSSL cannot compute HMAC-SHA1");
  }
  return base::base64(std::span(digest).first(size));
}

std::string sha256_hex(std::string_view text) {
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL cannot compute SHA-256");
  }
  return base::hex(std::span(digest).first(size));
}

/// Takes the same time wherever the two differ; their lengths are no secret.
bool same(std::string_view one, std::string_view other) {
  return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

/// The forms of the URL that the provider may have signed: as it is, without port, with a port.
std::vector<std::string> signed_forms(std::string_view url) {
  std::vector<std::string> forms{std::string(url)};
  const auto scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return forms;

  const std::string_view scheme = url.substr(0, scheme_end + 3);
  const std::string_view after = url.substr(scheme.size());
  const std::string_view authority = after.substr(0, after.find_first_of("/?#"));
  const std::string_view rest = after.substr(authority.size());
  const std::string_view host_and_port =
      authority.substr(authority.rfind('@') + 1);  // npos + 1 is 0
  const auto bracket = host_and_port.rfind(']');   // the colons of an IPv6 address stand before it
  const auto colon = host_and_port.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const std::string_view host = host_and_port.substr(0, colon);

  const auto add = [&](std::string_view port) {
    std::string form(scheme);
    form.append(host).append(port).append(rest);
    if (std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
  };
  add("");
  if (colon != std::string_view::npos) {
    add(host_and_port.substr(colon));
  } else {
    add(scheme == "https://" ? ":443" : ":80");
  }
  return forms;
}

/// The first bodySHA256 of the URL's query, or empty.
std::string_view announced_hash(std::string_view url) {
  constexpr std::string_view name = "bodySHA256=";
  url = url.substr(0, url.find('#'));
  const auto start = url.find('?');
  if (start == std::string_view::npos) return {};
  std::string_view query = url.substr(start + 1);
  while (!query.empty()) {
    const auto end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    if (pair.starts_with(name)) return pair.substr(name.size());
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
  }
  return {};
}

}  // namespace

std::string sign(std::string_view auth_token, std::string_view url, const http::Form& form) {
  return hmac_sha1(auth_token, std::string(url) + canonical(form));
}

bool is_authentic(std::span<const std::string> auth_tokens, std::string_view url,
                  const http::Form& form, std::string_view signature) {
  return std::ranges::any_of(auth_tokens, [&](const std::string& auth_token) {
    return is_authentic(auth_token, url, form, signature);
  });
}

bool is_authentic(std::string_view auth_token, std::string_view url, const http::Form& form,
                  std::string_view signature) {
  if (auth_token.empty()) return false;  // anybody can sign with nothing
  const std::string fields = canonical(form);
  return std::ranges::any_of(signed_forms(url), [&](const std::string& signed_url) {
    return same(signature, hmac_sha1(auth_token, signed_url + fields));
  });
}

bool is_authentic_json(std::span<const std::string> auth_tokens, std::string_view url,
                       std::string_view raw_body, std::string_view signature) {
  return is_authentic(auth_tokens, url, {}, signature) &&
         same(announced_hash(url), sha256_hex(raw_body));
}

bool is_authentic_json(std::string_view auth_token, std::string_view url, std::string_view raw_body,
                       std::string_view signature) {
  return is_authentic(auth_token, url, {}, signature) &&
         same(announced_hash(url), sha256_hex(raw_body));
}

}  // namespace twilio

#include "simulator/signature.h"

#include <array>
#include <map>
#include <set>
#include <stdexcept>

#include <openssl/evp.h>

#include "base/bytes.h"
#include "simulator/url.h"

namespace simulator {
namespace {

std::string signed_url(std::string_view text, Signer signer) {
  auto url = parse_url(text);
  if (!url) return std::string(text.substr(0, text.find('#')));
  if (signer == Signer::voice && url->scheme == "https") url->port.clear();
  // The scheme's own letters, as configured, are kept like all others.
  return std::string(text.substr(0, url->scheme.size())) + bare(*url).substr(url->scheme.size());
}

/// Each name before each of its distinct values. Both containers order by bytes.
std::string signed_params(const http::Form& params) {
  std::map<std::string_view, std::set<std::string_view>> values_of;
  for (const auto& [name, value] : params) values_of[name].insert(value);
  std::string text;
  for (const auto& [name, values] : values_of) {
    for (const std::string_view value : values) text.append(name).append(value);
  }
  return text;
}

}  // namespace

std::string sign(std::string_view token, std::string_view url, const http::Form& params,
                 Signer signer) {
  const std::string text = signed_url(url, signer) + signed_params(params);
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> code{};
  std::size_t size = 0;
  const auto bytes = base::as_bytes(text);
  if (EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA1", nullptr, token.data(), token.size(), bytes.data(),
                bytes.size(), code.data(), code.size(), &size) == nullptr) {
    throw std::runtime_error("OpenSSL does not compute HMAC-SHA1");
  }
  return base::base64(std::span(code).first(size));
}

}  // namespace simulator

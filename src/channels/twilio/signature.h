// Whether a web request really comes from the provider. Each one carries X-Twilio-Signature: an
// HMAC-SHA1 over the public URL and the form, keyed with the account's auth token. A request that
// does not pass is nobody's: answer 403 before anything else has run.
//
// The rules (Twilio, "Webhooks Security", and what its own SDKs do where the page is silent):
// - What is signed is the URL, then each form field's name and value, ordered by the bytes of the
// name
//   alone. Values are decoded exactly once and not trimmed; an empty value keeps its name. Of a
//   repeated name the distinct values count, sorted, each after the name. A GET has no fields.
// - `url` is what the provider was told to call: configured public base, raw path, raw query,
// neither
//   reordered nor escaped anew. A fragment and a password in it are never signed.
// - Voice over https signs without the port, texts sign with it. So a URL passes as it is, without
// its
//   port, and with its scheme's own port where it names none; never with another port.
// - The signature is compared byte for byte, in constant time; nothing is trimmed or decoded.
//
// A signature has no date: a captured request stays authentic for ever. Keys on the provider's ids
// make the repeat harmless. Pure functions, safe from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "http/message.h"

namespace twilio {

/// The signature of exactly this URL and form: Base64, 28 characters.
std::string sign(std::string_view auth_token, std::string_view url, const http::Form& form);

/// True if the token's owner signed this URL and form. An empty token has no owner.
bool is_authentic(std::string_view auth_token, std::string_view url, const http::Form& form,
                  std::string_view signature);
/// The same for any of several tokens: the primary one and, while it is being replaced, its
/// successor.
bool is_authentic(std::span<const std::string> auth_tokens, std::string_view url,
                  const http::Form& form, std::string_view signature);

/// For a body that is no form: the URL's own `bodySHA256` must be the body's hash in lower-case
/// hexadecimal, and the signature covers the URL alone.
bool is_authentic_json(std::string_view auth_token, std::string_view url, std::string_view raw_body,
                       std::string_view signature);
bool is_authentic_json(std::span<const std::string> auth_tokens, std::string_view url,
                       std::string_view raw_body, std::string_view signature);

}  // namespace twilio

// A mail's header lines. People's names and words go in as UTF-8 and come out as RFC 2047
// encoded-words, folded at 76 columns. A CR, LF or NUL is a Problem everywhere: it would let a name
// write headers.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace mail {

struct Mailbox {
  std::string name;     // any UTF-8; may be empty
  std::string address;  // as is_address wants it
};

/// An address that a server may take: RFC 5321 without quoted local parts and address literals.
/// Letters beyond ASCII are left to the server.
bool is_address(std::string_view text);

/// "ana@example.org", "Ana Ruiz <ana@example.org>", "\"Ruiz, Ana\" <ana@example.org>".
base::Result<Mailbox> parse_mailbox(std::string_view text);

/// Free words: "Subject: …". The lines come without the CRLF at the end.
base::Result<std::string> words_header(std::string_view name, std::string_view words);
/// "To: …"; the address stands on a line of its own if it must.
base::Result<std::string> mailbox_header(std::string_view name, const Mailbox& mailbox);
/// What has a grammar of its own and is never encoded: Date, Message-ID. Printable ASCII only.
base::Result<std::string> token_header(std::string_view name, std::string_view token);

}  // namespace mail

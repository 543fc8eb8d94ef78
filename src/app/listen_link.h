// The signed link under which the reader of a mail hears a recording: for one person and one
// call-out, for 72 hours. What the link says is only who it was made for; whether that person may
// hear it is judged again at each listen (store::may_hear).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "domain/people/person.h"
#include "platform/vault.h"
#include "store/ids.h"

namespace app {

inline constexpr std::chrono::hours listen_link_lasts{72};

struct ListenLink {
  store::CallOutId call_out;
  people::UserId user;
  base::Moment expires;
  friend bool operator==(const ListenLink&, const ListenLink&) = default;
};

/// URL-safe: letters, digits, '-', '_' and '.'. The same for the same link.
std::string write_listen_token(const platform::Vault& vault, const ListenLink& link);
/// Nothing when it was altered, or made under another key. The caller compares `expires`.
std::optional<ListenLink> read_listen_token(const platform::Vault& vault, std::string_view token);

}  // namespace app

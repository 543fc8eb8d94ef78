// Who is signed in on the web. A session is known by the SHA-256 of the token in its cookie: who
// reads the database can't sign in with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.h"
#include "store/database.h"

namespace store {

struct NewSession {
  people::UserId user;
  bool is_remembered = false;
  base::Moment expires;
};
void add_session(Transaction& tx, std::string_view token, const NewSession& session,
                 base::Moment now);

/// A session with its person as they are now.
struct Session {
  bool is_remembered = false;
  base::Moment last_seen_at;
  base::Moment confirmed_at;  // when the password was last typed
  base::Moment expires_at;

  people::UserId user;
  std::optional<people::MemberId> member;
  std::string name;
  std::string first_name;
  std::optional<std::string> email;
  people::Language language = people::Language::en;
  std::vector<people::Role> roles;
};
/// Whether it is still good is for the caller to judge; nothing for a token that is not known, or
/// whose person is not active (first day <= day <= last day).
std::optional<Session> find_session(Transaction& tx, std::string_view token, base::Day day);

/// It was used.
void touch_session(Transaction& tx, std::string_view token, base::Moment now);
void renew_session(Transaction& tx, std::string_view token, base::Moment expires);
/// The password was typed once more.
void confirm_session(Transaction& tx, std::string_view token, base::Moment now);
/// Harmless for one that is not there.
void end_session(Transaction& tx, std::string_view token);
void end_sessions_of(Transaction& tx, people::UserId user);

/// Removes those that have expired.
void forget_sessions(Transaction& tx, base::Moment now);

/// The person's language on every channel.
void set_language(Transaction& tx, people::UserId user, people::Language language,
                  base::Moment now);

}  // namespace store

#include "app/sign_in.h"

#include <algorithm>

#include "platform/vault.h"

namespace app {
namespace {

// Of a random text that nobody has: looking at it costs what looking at a real one does.
constexpr std::string_view nobodys_hash =
    "$argon2id$v=19$m=65536,t=2,p=1$C6DrNSvwUZ3VOpOf4V39IA$FahIRxcx+"
    "mCgdbmNCQxCemmHgoWS2nFhXviYhIGxexc";

std::variant<PasswordTry, TooManyTries> begin(store::Transaction& tx, const base::Bytes& subject,
                                              const std::optional<store::SignInPerson>& person,
                                              const Visit& visit) {
  if (const auto wait = wait_before_try(tx, subject, visit)) return *wait;
  const bool has_password = person && !person->password_hash.empty();
  PasswordTry attempt{.counted = {}, .user = {}, .hash = std::string(nobodys_hash)};
  if (has_password) {
    attempt.user = person->user;
    attempt.hash = person->password_hash;
  }
  attempt.counted = store::add_failure(tx,
                                       {.kind = store::FailureKind::password,
                                        .subject = subject,
                                        .client = network_of(visit.client),
                                        .user = attempt.user},
                                       visit.now);
  return attempt;
}

}  // namespace

std::variant<PasswordTry, TooManyTries> begin_password_try(store::Transaction& tx,
                                                           std::string_view email,
                                                           const Visit& visit) {
  return begin(tx, subject_of(email), store::person_with_email(tx, email, visit.today), visit);
}

std::variant<PasswordTry, TooManyTries> begin_password_try(store::Transaction& tx,
                                                           people::UserId user,
                                                           const Visit& visit) {
  const auto person = store::person_with_id(tx, user, visit.today);
  const bool has_email = person && !person->email.empty();
  const std::string subject = has_email ? person->email : "user " + std::to_string(user.value());
  return begin(tx, subject_of(subject), person, visit);
}

bool is_right(const PasswordTry& attempt, std::string_view password) {
  const bool matches = platform::password_matches(password, attempt.hash);
  return matches && attempt.user.has_value();
}

std::optional<store::SignInPerson> finish_password_try(store::Transaction& tx,
                                                       const PasswordTry& attempt,
                                                       const Visit& visit) {
  store::remove_failure(tx, attempt.counted);
  auto person = store::person_with_id(tx, *attempt.user, visit.today);
  if (!person || person->password_hash != attempt.hash) return {};
  return person;
}

bool is_responsible(const store::SignInPerson& person) {
  return std::ranges::any_of(person.roles,
                             [](people::Role role) { return role != people::Role::employee; });
}

}  // namespace app

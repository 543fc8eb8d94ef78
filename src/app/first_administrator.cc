#include "app/first_administrator.h"

#include "app/password_rule.h"
#include "app/typed_text.h"
#include "store/queries/accounts.h"
#include "store/queries/audit.h"
#include "store/queries/sign_in_people.h"
#include "store/queries/sign_in_tries.h"

namespace app {
namespace {

constexpr std::string_view actor = "administrator link";

void note(store::Transaction& tx, const char* action, people::UserId user, base::Moment now) {
  store::append_audit(tx,
                      {.actor = std::string(actor),
                       .actor_user = user,
                       .action = action,
                       .subject = "users",
                       .subject_id = user.value()},
                      now);
}

}  // namespace

std::optional<base::Problem> judge_administrator(const NewAdministrator& person,
                                                 std::string_view password) {
  if (has_hidden_characters(person.name)) {
    return base::Problem{"name", "has a line break or another hidden character in it",
                         "type it anew"};
  }
  if (!is_email(person.email)) {
    return base::Problem{"email", "is not an e-mail address", "write it as ana@example.org"};
  }
  return judge_password(password, person.email);
}

std::variant<std::monostate, LinkUsed, TooManyTries> check_administrator_link(
    store::Transaction& tx, std::string_view token, const Visit& visit) {
  if (const auto wait = wait_before_try(tx, {}, visit)) return *wait;
  if (store::is_token_good(tx, store::administrator_link, token, visit.now)) return {};
  store::add_failure(
      tx, {.kind = store::FailureKind::password, .subject = {}, .client = network_of(visit.client)},
      visit.now);
  return LinkUsed{};
}

std::variant<people::UserId, LinkUsed, base::Problem> make_administrator(
    store::Transaction& tx, std::string_view token, const NewAdministrator& person,
    std::string_view password_hash, const Visit& visit) {
  const auto on_file = store::account_with_email(tx, person.email);
  if (on_file && !store::person_with_id(tx, on_file->user, visit.today)) {
    return base::Problem{"email", "belongs to somebody who does not work here today",
                         "take another address"};
  }
  if (!store::use_token(tx, store::administrator_link, token, visit.now)) return LinkUsed{};
  const people::UserId user =
      on_file ? on_file->user
              : store::add_person(
                    tx, {.name = person.name, .email = person.email, .language = person.language},
                    visit.now);
  store::add_role(tx, user, people::Role::administrator);
  store::set_password(tx, user, password_hash, visit.now);
  note(tx, "administrator made", user, visit.now);
  note(tx, "password set", user, visit.now);
  return user;
}

}  // namespace app

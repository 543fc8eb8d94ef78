#include "channels/api/sign_in_ways.h"

#include "app/password_rule.h"
#include "app/sign_in.h"
#include "app/sign_in_code.h"
#include "channels/api/cookies.h"
#include "channels/api/json_body.h"
#include "channels/api/problem.h"
#include "channels/api/viewer_of.h"
#include "store/queries/sessions.h"

namespace api {
namespace {

using Begun = std::variant<app::PasswordTry, app::TooManyTries>;
using Checked = std::variant<store::SignInPerson, app::WrongCode, app::TooManyTries>;

/// What follows in a transaction of its own when the password was right.
using Finish = std::function<http::Response(store::Transaction&, const app::PasswordTry&)>;

http::Answer look(const SignIn& sign_in, const Begun& begun, const std::string& password,
                  const Finish& finish) {
  if (const auto* wait = std::get_if<app::TooManyTries>(&begun)) return too_many_tries(*wait);
  return sign_in.lanes.slow([&lanes = sign_in.lanes, attempt = std::get<app::PasswordTry>(begun),
                             password, finish]() -> http::Answer {
    if (!app::is_right(attempt, password)) return sign_in_refused();
    return lanes.write([attempt, finish](store::Transaction& tx) { return finish(tx, attempt); });
  });
}

/// Nothing when the code was right.
std::optional<http::Response> refusal_of(const Checked& checked) {
  if (const auto* wait = std::get_if<app::TooManyTries>(&checked)) return too_many_tries(*wait);
  if (std::holds_alternative<app::WrongCode>(checked)) return sign_in_refused();
  return {};
}

/// The code is checked again: while the password was hashed it may have been spent.
http::Answer come_in_with_new_password(const SignIn& sign_in, const http::Request& request,
                                       const app::SignInAddress& address, const CodeEntry& entry,
                                       const app::Visit& visit) {
  return sign_in.lanes.slow([sign_in, request, address, entry, visit]() -> http::Answer {
    const std::string hash = platform::hash_password(entry.new_password);
    return sign_in.lanes.write([=](store::Transaction& tx) -> http::Answer {
      const Checked checked = app::check_code(tx, sign_in.vault, address, entry.code, visit);
      if (auto refusal = refusal_of(checked)) return *std::move(refusal);
      const auto& person = std::get<store::SignInPerson>(checked);
      app::come_in_by_code(tx, person, visit.now);
      app::choose_password(tx, person, hash, visit.now);
      return come_in(tx, sign_in, request, {.user = person.user, .device = entry.device}, visit);
    });
  });
}

http::Answer check(store::Transaction& tx, const SignIn& sign_in, const http::Request& request,
                   const app::SignInAddress& address, const CodeEntry& entry,
                   const app::Visit& visit) {
  const Checked checked = app::check_code(tx, sign_in.vault, address, entry.code, visit);
  if (auto refusal = refusal_of(checked)) return *std::move(refusal);
  const auto& person = std::get<store::SignInPerson>(checked);
  if (!entry.new_password.empty()) {
    if (auto problem = app::judge_password(entry.new_password, person.email)) {
      problem->field = "new_password";
      return invalid(*problem);
    }
    return come_in_with_new_password(sign_in, request, address, entry, visit);
  }
  if (app::is_responsible(person)) return answer({.type = ProblemType::choose_password});
  app::come_in_by_code(tx, person, visit.now);
  return come_in(tx, sign_in, request, {.user = person.user, .device = entry.device}, visit);
}

}  // namespace

http::Answer sign_in_by_password(const SignIn& sign_in, const http::Request& request,
                                 const PasswordEntry& entry) {
  const app::Visit visit = visit_of(sign_in, request);
  const Finish finish = [=](store::Transaction& tx, const app::PasswordTry& attempt) {
    const auto person = app::finish_password_try(tx, attempt, visit);
    if (!person) return sign_in_refused();
    return come_in(tx, sign_in, request, {.user = person->user, .device = entry.device}, visit);
  };
  return sign_in.lanes.write([=](store::Transaction& tx) {
    return look(sign_in, app::begin_password_try(tx, entry.email, visit), entry.password, finish);
  });
}

http::Answer sign_in_by_code(const SignIn& sign_in, const http::Request& request,
                             const CodeEntry& entry) {
  const auto address = app::parse_address(entry.address);
  if (!address) return sign_in_refused();
  const app::Visit visit = visit_of(sign_in, request);
  return sign_in.lanes.write([=, address = *address](store::Transaction& tx) {
    return check(tx, sign_in, request, address, entry, visit);
  });
}

http::Answer confirm_session(store::Transaction& tx, const SignIn& sign_in, const Viewer& viewer,
                             const http::Request& request) {
  JsonBody body(request);
  const std::string password = body.secret("password", 256);
  if (body.problem()) return invalid(*body.problem());
  if (password.empty()) return invalid({"password", "is missing", "fill it in"});
  const app::Visit visit = visit_of(sign_in, request);
  const std::string token = session_token(request, sign_in.site).value_or("");
  const Finish finish = [=](store::Transaction& own, const app::PasswordTry& attempt) {
    if (!app::finish_password_try(own, attempt, visit)) return sign_in_refused();
    store::confirm_session(own, token, visit.now);
    const auto session = store::find_session(own, token, visit.today);
    if (!session) return answer({.type = ProblemType::sign_in_needed});
    return session_page(sign_in, viewer_of(*session, visit.now, visit.today));
  };
  return look(sign_in, app::begin_password_try(tx, viewer.user, visit), password, finish);
}

}  // namespace api

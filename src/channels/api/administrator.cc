#include "app/first_administrator.h"
#include "channels/api/json_body.h"
#include "channels/api/problem.h"
#include "channels/api/sign_in.h"

namespace api {
namespace {

struct Entry {
  std::string token;
  app::NewAdministrator person;
  std::string password;
};

base::Result<Entry> read(const http::Request& request) {
  JsonBody body(request);
  Entry entry{.token = body.required_text("token", 200),
              .person = {.name = body.required_text("name", 100),
                         .email = body.required_text("email", 254)},
              .password = body.secret("password", 256)};
  const std::string language = body.text("language", 2);
  if (body.problem()) return *body.problem();
  if (language.empty()) return entry;
  if (language != "en" && language != "es") {
    return base::Problem{"language", "is not spoken here", "choose en or es"};
  }
  entry.person.language = *people::parse_language(language);
  return entry;
}

http::Response link_used() {
  return answer(
      {.type = ProblemType::link_used, .remedy = "print another with `callout admin-link`"});
}

http::Response make(store::Transaction& tx, const SignIn& sign_in, const http::Request& request,
                    const Entry& entry, const std::string& hash, const app::Visit& visit) {
  const auto made = app::make_administrator(tx, entry.token, entry.person, hash, visit);
  if (const auto* problem = std::get_if<base::Problem>(&made)) return invalid(*problem);
  if (const auto* user = std::get_if<people::UserId>(&made)) {
    return come_in(tx, sign_in, request, {.user = *user, .status = 201}, visit);
  }
  return link_used();
}

}  // namespace

http::Answer make_administrator(const SignIn& sign_in, const http::Request& request) {
  auto entry = read(request);
  if (!entry) return invalid(entry.problem());
  const app::Visit visit = visit_of(sign_in, request);
  return sign_in.lanes.write([=, entry = entry.value()](store::Transaction& tx) -> http::Answer {
    const auto checked = app::check_administrator_link(tx, entry.token, visit);
    if (const auto* wait = std::get_if<app::TooManyTries>(&checked)) return too_many_tries(*wait);
    if (std::holds_alternative<app::LinkUsed>(checked)) return link_used();
    if (const auto problem = app::judge_administrator(entry.person, entry.password)) {
      return invalid(*problem);
    }
    return sign_in.lanes.slow([=]() -> http::Answer {
      const std::string hash = platform::hash_password(entry.password);
      return sign_in.lanes.write(
          [=](store::Transaction& own) { return make(own, sign_in, request, entry, hash, visit); });
    });
  });
}

}  // namespace api

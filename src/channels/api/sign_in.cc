#include "channels/api/sign_in.h"

#include <boost/json.hpp>

#include "app/sign_in.h"
#include "app/sign_in_code.h"
#include "channels/api/answers.h"
#include "channels/api/cookies.h"
#include "channels/api/json_body.h"
#include "channels/api/problem.h"
#include "channels/api/viewer_of.h"
#include "store/queries/sessions.h"

namespace api {
namespace {

boost::json::value or_null(const std::optional<std::string>& text) {
  if (!text) return nullptr;
  return boost::json::value(*text);
}

boost::json::object user_json(const Viewer& viewer) {
  boost::json::array roles;
  for (const people::Role role : viewer.roles) roles.emplace_back(people::code_of(role));
  boost::json::value member;
  if (viewer.member) member = viewer.member->value();
  return {{"id", viewer.user.value()},
          {"name", viewer.name},
          {"first_name", viewer.first_name},
          {"email", or_null(viewer.email)},
          {"language", people::code_of(viewer.language)},
          {"roles", roles},
          {"member_id", member}};
}

}  // namespace

app::Visit visit_of(const SignIn& sign_in, const http::Request& request) {
  const base::Moment now = sign_in.clock();
  return {.now = now,
          .today = sign_in.time_zone.local(now).day,
          .client = sign_in.client_address(request)};
}

http::Response session_page(const SignIn& sign_in, const Viewer& viewer, int status) {
  http::Response page = json_answer(
      boost::json::object{{"user", user_json(viewer)},
                          {"organization", sign_in.organization},
                          {"time_zone", sign_in.time_zone.name()},
                          {"now", base::iso(viewer.now)},
                          {"is_remembered", viewer.is_remembered},
                          {"is_confirmed", viewer.is_confirmed},
                          {"may", boost::json::object{{"see_board", viewer.may_see_board()},
                                                      {"decide", viewer.may_decide()},
                                                      {"practise", sign_in.offers_practice}}}});
  page.status = status;
  return page;
}

http::Response come_in(store::Transaction& tx, const SignIn& sign_in, const http::Request& request,
                       const ComingIn& who, const app::Visit& visit) {
  if (const auto old = session_token(request, sign_in.site)) store::end_session(tx, *old);
  const std::string token = app::begin_session(tx, sign_in.random, who.user, who.device, visit.now);
  const auto session = store::find_session(tx, token, visit.today);
  if (!session) return sign_in_refused();
  http::Response page =
      session_page(sign_in, viewer_of(*session, visit.now, visit.today), who.status);
  std::optional<std::chrono::seconds> lasts;
  if (who.device == app::Device::own) lasts = app::remembered_lasts;
  page.fields.push_back(session_cookie(sign_in.site, token, lasts));
  return page;
}

http::Response sign_in_refused() {
  return answer({.type = ProblemType::sign_in_refused});
}

http::Response too_many_tries(const app::TooManyTries& tries) {
  return answer({.type = ProblemType::too_many_tries, .retry_after = tries.wait});
}

http::Answer sign_out(const SignIn& sign_in, const http::Request& request) {
  const http::Response gone{.status = 204, .fields = {no_session_cookie(sign_in.site)}};
  const auto token = session_token(request, sign_in.site);
  if (!token) return gone;
  return sign_in.lanes.write([token = *token, gone](store::Transaction& tx) {
    store::end_session(tx, token);
    return gone;
  });
}

http::Answer send_sign_in_code(const SignIn& sign_in, const http::Request& request) {
  JsonBody body(request);
  const std::string typed = body.required_text("address", 254);
  if (body.problem()) return invalid(*body.problem());
  const auto address = app::parse_address(typed);
  if (!address) {
    return invalid({"address", "is neither an e-mail address nor a telephone number",
                    "write ana@example.org or (555) 010-0123"});
  }
  return sign_in.lanes.write(
      [sign_in, address = *address, visit = visit_of(sign_in, request)](store::Transaction& tx) {
        const auto wait = app::send_code(tx, sign_in.vault, sign_in.random, address, visit);
        return wait ? too_many_tries(*wait) : http::Response{.status = 202};
      });
}

}  // namespace api

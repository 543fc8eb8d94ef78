#include "channels/api/session_routes.h"

#include "channels/api/json_body.h"
#include "channels/api/problem.h"
#include "channels/api/sign_in_ways.h"
#include "store/queries/audit.h"
#include "store/queries/sessions.h"

namespace api {
namespace {

http::Answer choose_language(store::Transaction& tx, const SignIn& sign_in, Viewer viewer,
                             const http::Request& request) {
  JsonBody body(request);
  const std::string code = body.required_text("language", 2);
  if (body.problem()) return invalid(*body.problem());
  if (code != "en" && code != "es") {
    return invalid({"language", "is not spoken here", "choose en or es"});
  }
  viewer.language = *people::parse_language(code);
  store::set_language(tx, viewer.user, viewer.language, viewer.now);
  store::append_audit(tx,
                      {.actor = viewer.name,
                       .actor_user = viewer.user,
                       .action = "language chosen",
                       .subject = "users",
                       .subject_id = viewer.user.value(),
                       .detail = code},
                      viewer.now);
  return session_page(sign_in, viewer);
}

/// What is missing of the way that was begun; of neither or of both nobody knows which was meant.
base::Problem what_is_missing(const PasswordEntry& by_password, const CodeEntry& by_code) {
  const bool has_password_begun = !by_password.email.empty() || !by_password.password.empty();
  const bool has_code_begun = !by_code.address.empty() || !by_code.code.empty();
  if (has_password_begun == has_code_begun) {
    return {"body", has_code_begun ? "mixes two ways to sign in" : "says not how to sign in",
            "send email and password, or address and code"};
  }
  if (has_password_begun) {
    return {by_password.email.empty() ? "email" : "password", "is missing",
            "send email and password"};
  }
  return {by_code.address.empty() ? "address" : "code", "is missing", "send address and code"};
}

}  // namespace

http::Answer sign_in(const SignIn& sign_in, const http::Request& request) {
  JsonBody body(request);
  const app::Device device = body.flag("remember", false) ? app::Device::own : app::Device::shared;
  const PasswordEntry by_password{
      .email = body.text("email", 254), .password = body.secret("password", 256), .device = device};
  const CodeEntry by_code{.address = body.text("address", 254),
                          .code = body.text("code", 10),
                          .new_password = body.secret("new_password", 256),
                          .device = device};
  if (body.problem()) return invalid(*body.problem());
  const bool has_password = !by_password.email.empty() && !by_password.password.empty();
  const bool has_code = !by_code.address.empty() && !by_code.code.empty();
  if (has_password == has_code) return invalid(what_is_missing(by_password, by_code));
  return has_password ? sign_in_by_password(sign_in, request, by_password)
                      : sign_in_by_code(sign_in, request, by_code);
}

std::vector<http::Route> session_routes(const Guard& guard, const SignIn& sign_in) {
  const auto open = [sign_in](http::Answer (*handler)(const SignIn&, const http::Request&)) {
    return [sign_in, handler](const http::Request& request) {
      return handler(sign_in, request);
    };
  };
  const Guard::Act show = [sign_in](store::Transaction&, const Viewer& viewer,
                                    const http::Request&) {
    return session_page(sign_in, viewer);
  };
  const Guard::Act confirm = [sign_in](store::Transaction& tx, const Viewer& viewer,
                                       const http::Request& request) {
    return confirm_session(tx, sign_in, viewer, request);
  };
  const Guard::Act language = [sign_in](store::Transaction& tx, const Viewer& viewer,
                                        const http::Request& request) {
    return choose_language(tx, sign_in, viewer, request);
  };
  return {guard.get("/session", show),
          guard.open_post("/session", open(api::sign_in)),
          guard.open_del("/session", open(sign_out)),
          guard.post("/session/confirmation", confirm),
          guard.put("/session/language", language),
          guard.open_post("/sign-in-codes", open(send_sign_in_code)),
          guard.open_post("/administrators", open(make_administrator))};
}

}  // namespace api

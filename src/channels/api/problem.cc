#include "channels/api/problem.h"

#include <boost/json.hpp>

namespace api {
namespace {

struct Kind {
  int status;
  std::string_view code;
  std::string_view title;
};

Kind kind_of(ProblemType type) {
  switch (type) {
    case ProblemType::sign_in_needed: return {401, "sign-in-needed", "Nobody is signed in"};
    case ProblemType::sign_in_refused: return {401, "sign-in-refused", "The sign-in is not right"};
    case ProblemType::choose_password:
      return {403, "choose-password", "Who answers for others signs in with a password"};
    case ProblemType::confirm_first: return {403, "confirm-first", "The password is needed again"};
    case ProblemType::other_site: return {403, "other-site", "The request came from another site"};
    case ProblemType::too_many_tries: return {429, "too-many-tries", "Too many tries"};
    case ProblemType::link_used: return {410, "link-used", "The link is used or expired"};
    case ProblemType::not_json: return {415, "not-json", "The body is not application/json"};
    case ProblemType::invalid: return {422, "invalid", "The input can't be taken"};
    case ProblemType::not_found: return {404, "not-found", "There is nothing here"};
    case ProblemType::not_possible_now:
      return {409, "not-possible-now", "The present state does not allow it"};
    case ProblemType::already_acknowledged:
      return {409, "already-acknowledged", "Somebody else has acknowledged it"};
    case ProblemType::decided_meanwhile:
      return {412, "decided-meanwhile", "Somebody else has decided meanwhile"};
    case ProblemType::state_not_named:
      return {428, "state-not-named", "If-Match has to name the state that is decided on"};
    case ProblemType::too_large: return {413, "too-large", "The body is too large"};
    case ProblemType::busy: return {503, "busy", "Too much is waiting"};
    case ProblemType::trouble: return {500, "trouble", "The server could not do it"};
  }
  return {500, "trouble", "The server could not do it"};
}

void put(boost::json::object& json, std::string_view name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

}  // namespace

http::Response answer(const Problem& problem) {
  const Kind kind = kind_of(problem.type);
  boost::json::object json{{"type", "/problems/" + std::string(kind.code)},
                           {"title", kind.title},
                           {"status", kind.status}};
  put(json, "detail", problem.detail);
  put(json, "field", problem.field);
  put(json, "remedy", problem.remedy);
  put(json, "by", problem.by);
  if (problem.at) json["at"] = base::iso(*problem.at);
  http::Response response{.status = kind.status,
                          .content_type = "application/problem+json",
                          .body = {},
                          .fields = {{"Cache-Control", "no-store"}}};
  if (problem.retry_after) {
    json["retry_after"] = problem.retry_after->count();
    response.fields.push_back({"Retry-After", std::to_string(problem.retry_after->count())});
  }
  response.body = boost::json::serialize(json);
  return response;
}

http::Response invalid(const base::Problem& problem) {
  return answer({.type = ProblemType::invalid,
                 .detail = problem.what,
                 .field = problem.field,
                 .remedy = problem.remedy});
}

}  // namespace api

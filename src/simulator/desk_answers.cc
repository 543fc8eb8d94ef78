#include "simulator/desk_answers.h"

#include "http/range.h"

namespace simulator {
namespace {

namespace json = boost::json;

const std::vector<http::Field> not_to_be_kept{{"Cache-Control", "no-store"}};

const char* title_of(int status) {
  switch (status) {
    case 404: return "Not found";
    case 409: return "Not possible now";
    case 422: return "Not understood";
    default: return "Not available";
  }
}

}  // namespace

http::Response json_answer(int status, const json::object& object) {
  return {.status = status,
          .content_type = "application/json",
          .body = json::serialize(object),
          .fields = not_to_be_kept};
}

http::Response done() {
  return {.status = 204, .fields = not_to_be_kept};
}

http::Response refusal(int status, const base::Problem& problem) {
  std::string detail = problem.field.empty() ? problem.what : problem.field + ": " + problem.what;
  if (!problem.remedy.empty()) detail += "; " + problem.remedy;
  http::Response answer =
      json_answer(status, {{"title", title_of(status)}, {"status", status}, {"detail", detail}});
  answer.content_type = "application/problem+json";
  return answer;
}

http::Response not_there(std::string_view what) {
  return refusal(404, {"", "there is no such " + std::string(what), "it may be forgotten by now"});
}

http::Response nobody_has(const std::string& number) {
  return refusal(422, {"to", number + " is no number of the line's",
                       "leave `to` out for the line's own number"});
}

http::Response sound(const http::Request& request, const std::string& wav) {
  return http::with_range(
      request, {.status = 200, .content_type = "audio/wav", .body = wav, .fields = not_to_be_kept});
}

}  // namespace simulator

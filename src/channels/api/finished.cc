#include "channels/api/finished.h"

namespace api {
namespace {

http::Response with(http::Response response, const std::vector<http::Field>& fields) {
  response.fields.insert(response.fields.end(), fields.begin(), fields.end());
  if (!response.field("Cache-Control")) response.fields.push_back({"Cache-Control", "no-store"});
  return response;
}

http::Deferred with(http::Deferred deferred, const std::vector<http::Field>& fields) {
  return {[start = std::move(deferred.start), fields](http::Deferred::Reply reply) {
    start([reply = std::move(reply), fields](std::variant<http::Answer, std::exception_ptr> out) {
      if (auto* answer = std::get_if<http::Answer>(&out)) {
        return reply(finished(std::move(*answer), fields));
      }
      reply(std::move(out));
    });
  }};
}

}  // namespace

http::Answer finished(http::Answer answer, const std::vector<http::Field>& fields) {
  auto& either = answer.either();
  if (auto* response = std::get_if<http::Response>(&either)) {
    return with(std::move(*response), fields);
  }
  if (auto* deferred = std::get_if<http::Deferred>(&either)) {
    return with(std::move(*deferred), fields);
  }
  return answer;
}

}  // namespace api

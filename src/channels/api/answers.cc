#include "channels/api/answers.h"

#include <boost/json.hpp>

#include "channels/api/problem.h"

namespace api {

http::Response json_answer(const boost::json::value& json, const std::string& etag) {
  http::Response response{.status = 200,
                          .content_type = "application/json",
                          .body = boost::json::serialize(json),
                          .fields = {}};
  if (!etag.empty()) response.fields.push_back({"ETag", '"' + etag + '"'});
  return response;
}

http::Response nothing_here() {
  return answer({.type = ProblemType::not_found});
}

}  // namespace api

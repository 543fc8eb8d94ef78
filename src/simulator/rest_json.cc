#include "simulator/rest_json.h"

#include <boost/json.hpp>

#include "simulator/live_call_params.h"

namespace simulator {

http::Response rest_answer(int status, const boost::json::object& json) {
  return {.status = status,
          .content_type = "application/json;charset=utf-8",
          .body = boost::json::serialize(json)};
}

http::Response error_answer(const Refusal& refusal) {
  http::Response response = rest_answer(
      refusal.status,
      {{"code", refusal.code},
       {"message", refusal.message},
       {"more_info", "https://www.twilio.com/docs/errors/" + std::to_string(refusal.code)},
       {"status", refusal.status}});
  if (refusal.status == 401) {
    response.fields.push_back({"WWW-Authenticate", "Basic realm=\"Twilio API\""});
  }
  return response;
}

http::Response error_answer(int status, int code) {
  return error_answer(refusal(code, status));
}

http::Response not_found(const http::Request& request) {
  return error_answer({.status = 404,
                       .code = 20404,
                       .message = "The requested resource " + request.path + " was not found"});
}

http::Response deleted() {
  return {.status = 204};
}

boost::json::value date_or_null(const std::optional<Moment>& moment) {
  if (!moment) return nullptr;
  return boost::json::value(rfc2822(*moment));
}

boost::json::value text_or_null(std::string_view text) {
  if (text.empty()) return nullptr;
  return boost::json::value(boost::json::string_view(text.data(), text.size()));
}

std::string_view method_name(http::Method method) {
  return method == http::Method::get ? "GET" : "POST";
}

}  // namespace simulator

#include "channels/api/health.h"

#include "store/queries/ready.h"

namespace api {
namespace {

http::Response said(int status, const char* json) {
  return {.status = status,
          .content_type = "application/json",
          .body = json,
          .fields = {{"Cache-Control", "no-store"}}};
}

}  // namespace

std::vector<http::Route> health_routes(work::Lanes& lanes) {
  return {{.method = http::Method::get,
           .pattern = "/healthz",
           .handler = [](const http::Request&) { return said(200, R"({"status":"up"})"); },
           .on_error = {}},
          {.method = http::Method::get,
           .pattern = "/readyz",
           .handler =
               [&lanes](const http::Request&) {
                 return lanes.read([](store::Transaction& tx) -> http::Answer {
                   store::check_ready(tx);
                   return said(200, R"({"status":"ready"})");
                 });
               },
           .on_error =
               [](const http::Request&, const std::exception&) {
                 return said(503, R"({"status":"the database does not answer"})");
               }}};
}

}  // namespace api

#include "channels/api/event_routes.h"

#include <chrono>
#include <string>
#include <utility>

#include "channels/api/problem.h"

namespace api {
namespace {

constexpr std::chrono::seconds come_back{30};

http::Answer stream_of(http::EventHub& hub, const Viewer& viewer) {
  if (auto stream = hub.subscribe(std::to_string(viewer.user.value()))) return std::move(*stream);
  return answer(Problem{
      .type = ProblemType::busy, .detail = "as many listen as can", .retry_after = come_back});
}

}  // namespace

std::vector<http::Route> event_routes(const Guard& guard, http::EventHub& hub) {
  return {guard.get_unattended(
      "/events", [&hub](store::Transaction&, const Viewer& viewer, const http::Request&) {
        return stream_of(hub, viewer);
      })};
}

}  // namespace api

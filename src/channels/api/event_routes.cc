#include "channels/api/event_routes.h"

#include <chrono>
#include <utility>

#include "channels/api/problem.h"

namespace api {
namespace {

constexpr std::chrono::seconds come_back{30};

http::Answer stream_of(http::EventHub& hub) {
  if (auto stream = hub.subscribe()) return std::move(*stream);
  return answer(Problem{
      .type = ProblemType::busy, .detail = "as many listen as can", .retry_after = come_back});
}

}  // namespace

std::vector<http::Route> event_routes(const Guard& guard, http::EventHub& hub) {
  return {guard.get_unattended("/events", [&hub](store::Transaction&, const Viewer&,
                                                 const http::Request&) { return stream_of(hub); })};
}

}  // namespace api

#include "channels/api/act_answers.h"

#include "channels/api/problem.h"

namespace api {

http::Response refusal(const app::NotThere& /*not_there*/) {
  return answer({.type = ProblemType::not_found});
}

http::Response refusal(const app::NotYours& /*not_yours*/) {
  return answer({.type = ProblemType::not_possible_now,
                 .detail = "Nobody decides about an absence of their own."});
}

http::Response refusal(const app::NotPossibleNow& past) {
  return answer({.type = ProblemType::not_possible_now,
                 .detail = "It is " + past.state + " now.",
                 .by = past.by,
                 .at = past.at});
}

http::Response refusal(const app::SeenAlready& seen) {
  return answer({.type = ProblemType::already_acknowledged,
                 .detail = "Somebody else was first.",
                 .by = seen.by,
                 .at = seen.at});
}

http::Response refusal(const app::DecidedMeanwhile& decided) {
  return answer({.type = ProblemType::decided_meanwhile,
                 .detail = "The request has changed since it was read; nothing was done.",
                 .by = decided.by,
                 .at = decided.at});
}

http::Response refusal(const base::Problem& problem) {
  return invalid(problem);
}

http::Response state_not_named() {
  return answer({.type = ProblemType::state_not_named,
                 .detail = "A decision names the version that it was made on.",
                 .remedy = "send If-Match with the request's ETag"});
}

http::Response done() {
  return {.status = 204, .fields = {{"Cache-Control", "no-store"}}};
}

}  // namespace api

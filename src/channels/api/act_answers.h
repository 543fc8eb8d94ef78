// What an act that was not done is answered with, in the API's problems.
#pragma once

#include "app/acknowledge.h"
#include "app/decide_request.h"
#include "app/standing.h"
#include "http/message.h"

namespace api {

http::Response refusal(const app::NotThere& not_there);
http::Response refusal(const app::NotYours& not_yours);
http::Response refusal(const app::NotPossibleNow& past);
http::Response refusal(const app::SeenAlready& seen);
http::Response refusal(const app::DecidedMeanwhile& decided);
http::Response refusal(const base::Problem& problem);

/// 428: the decision does not say on which version of the request it was made.
http::Response state_not_named();

/// 204.
http::Response done();

}  // namespace api

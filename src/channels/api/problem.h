// What the API says when it does not do what it was asked: problem details (RFC 9457). The codes
// are those of api/openapi.yaml; the web application words them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "http/message.h"

namespace api {

enum class ProblemType {
  sign_in_needed,        // 401
  sign_in_refused,       // 401
  choose_password,       // 403
  confirm_first,         // 403
  other_site,            // 403
  too_many_tries,        // 429
  link_used,             // 410
  not_json,              // 415
  invalid,               // 422
  not_found,             // 404
  not_possible_now,      // 409
  already_acknowledged,  // 409
  decided_meanwhile,     // 412
  state_not_named,       // 428
  too_large,             // 413
  busy,                  // 503
  trouble                // 500
};

struct Problem {
  ProblemType type = ProblemType::trouble;
  std::string detail = {};
  std::string field = {};
  std::string remedy = {};
  std::string by = {};  // who was first
  std::optional<base::Moment> at = {};
  std::optional<std::chrono::seconds> retry_after = {};  // also as Retry-After
};
/// application/problem+json, no-store.
http::Response answer(const Problem& problem);

/// 422 for input that was refused: field, what and remedy.
http::Response invalid(const base::Problem& problem);

}  // namespace api

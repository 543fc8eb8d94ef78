#include "channels/api/act_routes.h"

#include <charconv>
#include <functional>
#include <optional>

#include "app/assign_call_out.h"
#include "app/reject_call_out.h"
#include "app/see_to.h"
#include "channels/api/act_answers.h"
#include "channels/api/json_body.h"
#include "channels/api/problem.h"

namespace api {
namespace {

using store::Transaction;

constexpr std::size_t longest_reason = 2000;  // characters

std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || rest != end) return {};
  return number;
}

/// What is no number names nothing: 0 is nobody's id.
std::int64_t id_in(const http::Request& request, const char* segment) {
  return number_in(request.segments.at(segment)).value_or(0);
}

/// The version in `"3"`. Also of `W/"3"`: a proxy that compresses answers on their way weakens
/// their ETags so (nginx does), and it still means this version.
std::optional<std::int64_t> version_named(const http::Request& request) {
  std::string_view tag = request.field("If-Match").value_or("");
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') return {};
  return number_in(tag.substr(1, tag.size() - 2));
}

app::Actor actor_of(const Viewer& viewer) {
  return {.user = viewer.user, .name = viewer.name};
}

/// The page that the act ends in, or why it was not done. `Done` is the outcome that did it.
template <class Done, class Outcome, class Page>
http::Response page_or_refusal(const Outcome& outcome, const Page& page) {
  return std::visit(
      [&](const auto& came_to) -> http::Response {
        if constexpr (std::is_same_v<std::decay_t<decltype(came_to)>, Done>)
          return page();
        else
          return refusal(came_to);
      },
      outcome);
}

/// All acts, each a function of the transaction, who does it and what came.
class Doing {
 public:
  explicit Doing(const Acts& acts) : acts_(acts) {}

  http::Response decide(Transaction& tx, const Viewer& viewer, const http::Request& request) const {
    const store::RequestId id(id_in(request, "request"));
    JsonBody body(request);
    const auto decision = leave::parse_decision(body.required_text("decision", 20));
    const std::string reason = body.text("reason", longest_reason);
    if (body.problem()) return invalid(*body.problem());
    if (!decision)
      return invalid(
          {"decision", "is none",
           "one of \"approve\", \"deny\", \"charge\", \"do_not_charge\" and \"cancel\""});
    const auto version = version_named(request);
    if (!version) return state_not_named();
    const auto outcome = app::decide_request(
        tx, acts_.line, actor_of(viewer),
        {.request = id, .made_on = *version, .decision = *decision, .reason = reason}, viewer.now);
    return page_or_refusal<app::Decided>(outcome,
                                         [&] { return request_page(tx, acts_.pages, viewer, id); });
  }

  http::Response acknowledge(Transaction& tx, const Viewer& viewer,
                             const http::Request& request) const {
    const store::CallOutId id(id_in(request, "call_out"));
    const auto outcome =
        app::acknowledge_on_the_web(tx, acts_.line, actor_of(viewer), id, viewer.now);
    return page_or_refusal<app::Seen>(outcome,
                                      [&] { return call_out_page(tx, acts_.pages, viewer, id); });
  }

  http::Response assign(Transaction& tx, const Viewer& viewer, const http::Request& request) const {
    const store::CallOutId id(id_in(request, "call_out"));
    JsonBody body(request);
    const auto member = body.integer("member_id");
    const bool adds_number = body.flag("add_number", false);
    if (body.problem()) return invalid(*body.problem());
    if (!member) return invalid({"member_id", "is missing", "say whose call-out it is"});
    const auto outcome = app::assign_call_out(
        tx, acts_.line, actor_of(viewer),
        {.call_out = id,
         .member = people::MemberId(*member),
         .number = adds_number ? app::UsedNumber::add : app::UsedNumber::leave},
        viewer.now);
    return page_or_refusal<app::Assigned>(
        outcome, [&] { return call_out_page(tx, acts_.pages, viewer, id); });
  }

  http::Response reject(Transaction& tx, const Viewer& viewer, const http::Request& request) const {
    const store::CallOutId id(id_in(request, "call_out"));
    const auto outcome = app::reject_call_out(tx, acts_.line, actor_of(viewer), id, viewer.now);
    return page_or_refusal<app::Rejected>(
        outcome, [&] { return call_out_page(tx, acts_.pages, viewer, id); });
  }

  http::Response close_attempt(Transaction& tx, const Viewer& viewer,
                               const http::Request& request) const {
    const store::AttemptId id(id_in(request, "attempt"));
    return page_or_refusal<app::SeenTo>(
        app::close_attempt(tx, acts_.line, actor_of(viewer), id, viewer.now), done);
  }

  http::Response close_alarm(Transaction& tx, const Viewer& viewer,
                             const http::Request& request) const {
    const std::int64_t id = id_in(request, "alarm");
    return page_or_refusal<app::SeenTo>(
        app::close_alarm(tx, acts_.line, actor_of(viewer), id, viewer.now), done);
  }

 private:
  Acts acts_;
};

using Act = http::Response (Doing::*)(Transaction&, const Viewer&, const http::Request&) const;

}  // namespace

std::vector<http::Route> act_routes(const Guard& guard, const Acts& acts) {
  const auto route = [&](const char* pattern, Act act) {
    return guard.post(pattern, [doing = Doing(acts), act](Transaction& tx, const Viewer& viewer,
                                                          const http::Request& request) {
      return http::Answer((doing.*act)(tx, viewer, request));
    });
  };
  return {route("/requests/{request}/decision", &Doing::decide),
          route("/call-outs/{call_out}/acknowledgement", &Doing::acknowledge),
          route("/call-outs/{call_out}/assignment", &Doing::assign),
          route("/call-outs/{call_out}/rejection", &Doing::reject),
          route("/attempts/{attempt}/closing", &Doing::close_attempt),
          route("/alarms/{alarm}/closing", &Doing::close_alarm)};
}

}  // namespace api

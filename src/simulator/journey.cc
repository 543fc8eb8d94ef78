#include "simulator/journey.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "http/field.h"

namespace simulator {
namespace {

using std::chrono::steady_clock;

constexpr int most_redirects = 10;
constexpr std::chrono::milliseconds shortest_repeat{10};  // in less nobody answers
constexpr std::size_t longest_document = 64 * 1024;
constexpr std::size_t longest_answer = 1024 * 1024;
constexpr std::size_t longest_sound = 40 * 1024 * 1024;  // 40 minutes

bool is_redirect(int status) {
  return status >= 301 && status <= 308 && status != 304 && status != 305 && status != 306;
}

bool asks_for_password(const http::Response& answer) {
  const auto challenge = answer.field("WWW-Authenticate");
  return answer.status == 401 && challenge &&
         http::equal_without_case(challenge->substr(0, 5), "Basic");
}

bool is_repeated(Journey::Trouble trouble, const ConnectionOverrides& overrides) {
  switch (trouble) {
    case Journey::Trouble::client_error: return overrides.on_4xx;
    case Journey::Trouble::server_error: return overrides.on_5xx;
    case Journey::Trouble::no_connection: return overrides.on_connect_failure;
    case Journey::Trouble::no_answer: return overrides.on_read_failure;
    case Journey::Trouble::none:
    case Journey::Trouble::other: return false;
  }
  return false;
}

/// Of a connection that did not come about, by libcurl's words.
int connection_error(std::string_view why) {
  if (why.find("resolve host") != std::string_view::npos) return 11210;
  if (why.find("SSL") != std::string_view::npos) return 11220;
  return 11205;
}

/// Of an answer that never came, or not whole, by libcurl's words: a time-out, or a connection that
/// closed too early.
Fault fault_of_answer(const std::string& why) {
  if (why.starts_with("Timeout")) return {11200, "HTTP retrieval failure: " + why};
  return {11206, "HTTP protocol violation: " + why};
}

/// A call's webhooks are the call's; every other subject is a message.
bool is_of_call(const Webhook& webhook) {
  return webhook.subject.starts_with("CA");
}

/// The request that an answer leads to.
std::variant<WebhookRequest, Fault> redirected(const WebhookRequest& request,
                                               const http::Response& answer) {
  const auto location = answer.field("Location");
  const auto url = location ? resolve(request.url, *location) : std::nullopt;
  if (!url || !is_for_webhooks(bare(*url))) {
    return Fault{11200, "HTTP retrieval failure: a redirect to nowhere"};
  }
  WebhookRequest next = request;
  // A password goes nowhere but to the host that it was configured for.
  if (authority(*url) != authority(request.url) || url->scheme != request.url.scheme) {
    next.signs_in = false;
  }
  const std::string user_info = next.signs_in ? request.url.user_info : url->user_info;
  next.url = *url;
  next.url.user_info = user_info;
  next.method = http::Method::get;
  next.params = params_behind_redirect(request.params);
  return next;
}

}  // namespace

Journey::Journey(const Account& account, const ConnectTo& connect_to, CookieJars& cookies,
                 const Webhook& webhook)
    : account_(account),
      connect_to_(connect_to),
      cookies_(cookies),
      webhook_(webhook),
      signer_(is_of_call(webhook) ? Signer::voice : Signer::messaging) {}

Journey::Reached Journey::to_primary() {
  return go(webhook_.to, webhook_.params);
}

Journey::Reached Journey::to_fallback(const Fault& fault) {
  is_fallback_ = true;
  http::Form params = webhook_.params;
  const auto failed_url = parse_url(webhook_.to.url);
  params.emplace_back("ErrorCode", std::to_string(fault.code));
  params.emplace_back("ErrorUrl", failed_url ? bare(*failed_url) : webhook_.to.url);
  return go(webhook_.fallback, params);
}

Journey::Reached Journey::go(const Address& address, const http::Form& params) {
  attempt_ = 1;
  const auto url = is_for_webhooks(address.url) ? parse_url(address.url) : std::nullopt;
  if (!url) return refuse(address, params, {11100, "Invalid URL format"});
  const auto overrides = read_connection_overrides(url->fragment);
  if (!overrides) {
    return refuse(address, params, {11243, "The retry policy (rp) behind the URL's # is invalid"});
  }
  const Limits limits{*overrides, steady_clock::now() + overrides->total};
  for (;; ++attempt_) {
    Reached reached = follow({.url = *url,
                              .method = address.method,
                              .params = params,
                              .signer = signer_,
                              .idempotency_token = webhook_.idempotency_token},
                             limits);
    const bool is_last =
        attempt_ > overrides->retries || steady_clock::now() + shortest_repeat > limits.deadline;
    if (is_last || !is_repeated(reached.trouble, *overrides)) return reached;
  }
}

Journey::Reached Journey::refuse(const Address& address, const http::Form& params, Fault fault) {
  exchanges_.push_back(noted(address.method, address.url, params));
  exchanges_.back().failure = fault.message;
  return failed(Trouble::other, std::move(fault));
}

Journey::Reached Journey::follow(WebhookRequest request, const Limits& limits) {
  for (int redirects = 0;; ++redirects) {
    auto answer = ask(request, limits);
    if (const auto* why = std::get_if<http::Unreachable>(&answer)) return unreached(*why);
    auto& response = std::get<http::Response>(answer);
    if (!is_redirect(response.status)) return judged(request, std::move(response));
    if (redirects == most_redirects) return failed(Trouble::other, {11215, "Too many redirects"});
    auto next = redirected(request, response);
    if (auto* fault = std::get_if<Fault>(&next)) return failed(Trouble::other, std::move(*fault));
    request = std::get<WebhookRequest>(std::move(next));
  }
}

std::variant<http::Response, http::Unreachable> Journey::ask(WebhookRequest& request,
                                                             const Limits& limits) {
  auto answer = send(request, limits);
  const auto* response = std::get_if<http::Response>(&answer);
  if (response == nullptr || request.url.user_info.empty() || !asks_for_password(*response)) {
    return answer;
  }
  request.signs_in = true;
  return send(request, limits);
}

std::variant<http::Response, http::Unreachable> Journey::send(const WebhookRequest& unsent,
                                                              const Limits& limits) {
  const auto start = steady_clock::now();
  const auto left = std::chrono::duration_cast<milliseconds>(limits.deadline - start);
  WebhookRequest request = unsent;
  request.cookies = cookies_.cookies(jar_of(request.url), webhook_.leaves);
  Exchange exchange = noted(request.method, url_on_the_wire(request), request.params);
  exchange.signature = signature_of(request, account_.auth_token);
  http::Call call = call_of(request, exchange.signature, connect_to_);
  // 0 would mean: for ever.
  call.timeout = std::max(milliseconds(1), std::min(left, limits.overrides.read));
  call.connect_timeout = std::max(milliseconds(1), std::min(left, limits.overrides.connect));
  call.max_body = webhook_.expects == Expects::sound ? longest_sound : longest_answer;

  auto answer = http::Client().call(call);
  exchange.took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - start);
  if (const auto* response = std::get_if<http::Response>(&answer)) {
    cookies_.fill(jar_of(request.url), response->fields, webhook_.leaves);
    exchange.status = response->status;
    exchange.content_type = response->content_type;
    // A longer one is no document; thousands of exchanges are kept.
    exchange.body = response->body.substr(0, longest_document);
  } else {
    exchange.failure = std::get<http::Unreachable>(answer).why;
  }
  exchanges_.push_back(std::move(exchange));
  return answer;
}

Journey::Reached Journey::unreached(const http::Unreachable& why) {
  if (!why.sent) {
    return failed(Trouble::no_connection,
                  {connection_error(why.why), "HTTP connection failure: " + why.why});
  }
  if (why.why == "the answer is too long") {
    return failed(Trouble::other, {11750, "The answer is larger than 64 kB"});
  }
  // What has answered in part has been asked all the same (twilio.md 4).
  return failed(why.answer_begun ? Trouble::other : Trouble::no_answer, fault_of_answer(why.why));
}

Journey::Reached Journey::judged(const WebhookRequest& request, http::Response answer) {
  if (answer.status < 200 || answer.status > 299) {
    const Trouble trouble = answer.status >= 500   ? Trouble::server_error
                            : answer.status >= 400 ? Trouble::client_error
                                                   : Trouble::other;
    return failed(trouble,
                  {11200, "HTTP retrieval failure: status " + std::to_string(answer.status)});
  }
  const bool is_document = webhook_.expects != Expects::nothing &&
                           webhook_.expects != Expects::sound &&
                           !answer.content_type.starts_with("audio/");
  if (is_document && answer.body.size() > longest_document) {
    return failed(Trouble::other, {11750, "The answer is larger than 64 kB"});
  }
  auto fault = webhook_.judge ? webhook_.judge(answer) : std::nullopt;
  if (fault) return failed(Trouble::other, *std::move(fault));
  return {.answer = std::move(answer), .url = whole(request.url), .method = request.method};
}

Journey::Reached Journey::failed(Trouble trouble, Fault fault) {
  exchanges_.back().fault = fault;
  return {.trouble = trouble, .fault = std::move(fault)};
}

Exchange Journey::noted(http::Method method, const std::string& url,
                        const http::Form& params) const {
  Exchange exchange;
  exchange.subject = webhook_.subject;
  exchange.what = webhook_.what;
  exchange.method = method;
  exchange.url = url;
  exchange.params = params;
  exchange.attempt = attempt_;
  exchange.is_fallback = is_fallback_;
  return exchange;
}

std::string Journey::jar_of(const Url& url) const {
  std::string whose = webhook_.subject;
  if (!is_of_call(webhook_)) {
    const std::string_view from = http::form_value(webhook_.params, "From");
    const std::string_view to = http::form_value(webhook_.params, "To");
    whose = std::string(std::min(from, to)).append(" ").append(std::max(from, to));
  }
  return whose + " " + authority(url);
}

}  // namespace simulator

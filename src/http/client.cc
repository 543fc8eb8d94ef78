#include "http/client.h"

#include <new>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <curl/curl.h>

#include "http/field.h"

namespace http {
namespace {

constexpr std::size_t max_header = 64 * 1024;
constexpr long oldest_reused_seconds = 20;  // most servers drop an idle connection later than that
// A transfer that crawls so long is given up, or one slow recording holds up all others.
constexpr long slowest_bytes_per_second = 256;
constexpr long longest_crawl_seconds = 10;

using Slist = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// What libcurl reports while a call is under way.
struct Exchange {
  const Call& call;
  Response response;
  std::size_t header_bytes = 0;
  int requests_begun = 0;
  bool too_long = false;
};

bool is_repeatable(Method method) {
  return method != Method::post && method != Method::patch;
}

const char* verb(Method method) {
  switch (method) {
    case Method::get: return "GET";
    case Method::head: return "HEAD";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::patch: return "PATCH";
    case Method::del: return "DELETE";
    case Method::options: return "OPTIONS";
  }
  return "GET";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* context) {
  auto& exchange = *static_cast<Exchange*>(context);
  const std::string_view line(data, size * count);
  exchange.header_bytes += line.size();
  exchange.too_long = exchange.header_bytes > max_header;
  if (exchange.too_long) return 0;
  if (line.starts_with("HTTP/"))
    exchange.response = {};  // the one before was 100 Continue or the like
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return line.size();
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (equal_without_case(name, "Content-Type")) {
    exchange.response.content_type = value;
  } else {
    exchange.response.fields.push_back({std::string(name), std::string(value)});
  }
  return line.size();
}

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* context) {
  auto& exchange = *static_cast<Exchange*>(context);
  exchange.too_long = exchange.response.body.size() + size * count > exchange.call.max_body;
  if (exchange.too_long) return 0;
  exchange.response.body.append(data, size * count);
  return size * count;
}

/// Called when a connection stands and the request is about to leave. On a kept connection that
/// turns out to be dead libcurl would send the request a second time, although the first may have
/// been carried out: not for a POST, whose caller must look before it repeats.
int on_request(void* context, char*, char*, int, int) {
  auto& exchange = *static_cast<Exchange*>(context);
  if (exchange.requests_begun > 0 && !is_repeatable(exchange.call.method)) {
    return CURL_PREREQFUNC_ABORT;
  }
  ++exchange.requests_begun;
  return CURL_PREREQFUNC_OK;
}

/// Null when a field is malformed.
Slist field_list(const Call& call) {
  std::vector<std::string> lines = {"Expect:"};  // never wait for a 100 Continue
  for (const Field& field : call.fields) {
    if (!is_valid(field)) return {nullptr, curl_slist_free_all};
    lines.push_back(field.value.empty() ? field.name + ";" : field.name + ": " + field.value);
  }
  if (!find_field(call.fields, "Content-Type")) lines.emplace_back("Content-Type:");
  Slist list(nullptr, curl_slist_free_all);
  for (const std::string& line : lines) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
  }
  return list;
}

/// libcurl's words without a host's name in them.
std::string why(CURL* curl, CURLcode code, const Exchange& exchange) {
  if (exchange.too_long) return "the answer is too long";
  if (code == CURLE_ABORTED_BY_CALLBACK) return "the connection died before an answer came";
  std::string text = curl_easy_strerror(code);
  long number = 0;
  if (code == CURLE_COULDNT_CONNECT) curl_easy_getinfo(curl, CURLINFO_OS_ERRNO, &number);
  if (number != 0) {
    text += " (" + std::generic_category().message(static_cast<int>(number)) + ")";
  }
  return text;
}

void set_bounds(CURL* curl, const Call& call) {
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(call.connect_timeout.count()));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(call.timeout.count()));
  curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, oldest_reused_seconds);
  if (!is_repeatable(call.method) || !call.gives_up_crawling) return;
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_per_second);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, longest_crawl_seconds);
}

void set_request(CURL* curl, const Call& call, const curl_slist* fields) {
  curl_easy_setopt(curl, CURLOPT_URL, call.url.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "Callout");
  const bool may_have_body = call.method != Method::get && call.method != Method::head;
  if (may_have_body) {
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.c_str());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
  }
  if (call.method == Method::head) curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, verb(call.method));
  if (call.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
  curl_easy_setopt(curl, CURLOPT_USERNAME, call.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, call.password.c_str());
}

void set_callbacks(CURL* curl, Exchange& exchange) {
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &exchange);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
  curl_easy_setopt(curl, CURLOPT_PREREQFUNCTION, on_request);
  curl_easy_setopt(curl, CURLOPT_PREREQDATA, &exchange);
}

}  // namespace

struct Client::Handle {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{nullptr, curl_easy_cleanup};
};

Client::Client() : handle_(std::make_unique<Handle>()) {
  static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (once == CURLE_OK) handle_->curl.reset(curl_easy_init());
  if (!handle_->curl) throw std::runtime_error("libcurl does not start");
}

Client::~Client() = default;

std::variant<Response, Unreachable> Client::call(const Call& call) {
  CURL* curl = handle_->curl.get();
  curl_easy_reset(curl);  // keeps the connection
  const Slist fields = field_list(call);
  if (!fields) return Unreachable{"a header field is malformed", false};
  Exchange exchange{call, {}};
  set_bounds(curl, call);
  set_request(curl, call, fields.get());
  set_callbacks(curl, exchange);
  const CURLcode code = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (code != CURLE_OK) {
    return Unreachable{why(curl, code, exchange), exchange.requests_begun > 0, status >= 200};
  }
  exchange.response.status = static_cast<int>(status);
  return std::move(exchange.response);
}

}  // namespace http

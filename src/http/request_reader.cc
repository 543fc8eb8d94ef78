// The only file that includes Beast: one that does compiles in 15 seconds.
#include "http/request_reader.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>
#include <optional>
#include <string>

#include "http/field.h"
#include "http/header_rules.h"

namespace http {
namespace {

namespace beast = boost::beast;
using beast::error_code;
using beast::string_view;

std::optional<Method> method_of(beast::http::verb asked) {
  using beast::http::verb;
  switch (asked) {
    case verb::get: return Method::get;
    case verb::head: return Method::head;
    case verb::post: return Method::post;
    case verb::put: return Method::put;
    case verb::patch: return Method::patch;
    case verb::delete_: return Method::del;
    case verb::options: return Method::options;
    default: return {};
  }
}

/// The path and query of an absolute-form target, which a server must take (RFC 9112
/// section 3.2.2).
std::string_view without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!equal_without_case(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(scheme.size());
    const std::size_t path = target.find_first_of("/?");
    return path == std::string_view::npos ? "/" : target.substr(path);
  }
  return target;
}

int status_of(error_code failure) {
  using beast::http::error;
  if (failure == error::header_limit) return 431;
  if (failure == error::body_limit) return 413;
  return 400;
}

Progress refused(int status) {
  return {Progress::State::refused, 0, status};
}

}  // namespace

/// Puts what Beast finds straight into a Request. Fields of a trailer are dropped: they come after
/// the checks of the header and could otherwise pass for its fields.
struct RequestReader::Parser final : beast::http::basic_parser<true> {
  Request request;
  std::optional<Method> method;
  Version version = Version::http_1_1;
  HeaderScan scan;

  void on_request_impl(beast::http::verb verb, string_view, string_view target, int number,
                       error_code&) override {
    method = method_of(verb);
    version = number == 10 ? Version::http_1_0 : Version::http_1_1;
    const std::string_view path = without_authority({target.data(), target.size()});
    const std::size_t query = std::min(path.find('?'), path.size());
    request.path = query == 0 ? "/" : path.substr(0, query);
    request.query = path.substr(std::min(query + 1, path.size()));
  }
  void on_response_impl(int, string_view, int, error_code&) override {}
  void on_field_impl(beast::http::field, string_view name, string_view value,
                     error_code&) override {
    if (is_header_done()) return;
    request.fields.push_back({std::string(name), std::string(value)});
  }
  void on_header_impl(error_code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
    request.body.reserve(static_cast<std::size_t>(length.value_or(0)));
  }
  std::size_t on_body_impl(string_view bytes, error_code&) override {
    request.body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code& error) override {
    return on_body_impl(bytes, error);
  }
  void on_finish_impl(error_code&) override {}
};

RequestReader::RequestReader(std::size_t max_header_bytes) : max_header_bytes_(max_header_bytes) {}

RequestReader::~RequestReader() = default;

void RequestReader::reset() {
  parser_.reset();
}

Progress RequestReader::read_header(std::string_view bytes) {
  std::size_t skipped = 0;
  if (!parser_) {
    // Some clients end a body with a line break too many (RFC 9112 section 2.2).
    while (bytes.substr(skipped).starts_with("\r\n")) skipped += 2;
    bytes.remove_prefix(skipped);
    if (bytes.empty() || bytes == "\r") return {Progress::State::more, skipped, 0};
    parser_ = std::make_unique<Parser>();
    parser_->header_limit(static_cast<std::uint32_t>(max_header_bytes_));
    parser_->body_limit(boost::none);
  }
  const auto seen = parser_->scan.look(bytes.substr(0, max_header_bytes_));
  if (seen == HeaderScan::State::broken) return refused(400);
  if (seen == HeaderScan::State::more) {
    return bytes.size() < max_header_bytes_ ? Progress{Progress::State::more, skipped, 0}
                                            : refused(431);
  }
  const std::size_t end = parser_->scan.end();
  error_code error;
  parser_->put(boost::asio::const_buffer(bytes.data(), end), error);
  if (error) return refused(status_of(error));
  if (!parser_->is_header_done() || !frames_clearly(parser_->request, parser_->version)) {
    return refused(400);
  }
  if (!parser_->method) return refused(501);
  parser_->request.method = *parser_->method;
  const auto expectation = parser_->request.field("Expect");
  if (expectation && !equal_without_case(*expectation, "100-continue")) return refused(417);
  parser_->eager(true);
  return {Progress::State::done, skipped + end, 0};
}

Progress RequestReader::limit_body(std::size_t limit) {
  if (parser_->is_done()) return {Progress::State::done, 0, 0};
  const auto length = parser_->content_length();
  if (length && *length > limit) return refused(413);
  parser_->body_limit(limit);
  return {};
}

Progress RequestReader::read_body(std::string_view bytes) {
  if (parser_->is_done()) return {Progress::State::done, 0, 0};
  // Beast's chunk parser asserts that it is shown no less than this of an end that came in pieces;
  // no body in chunks ends with fewer, so waiting for them is safe.
  constexpr std::size_t last_chunk = std::string_view("0\r\n\r\n").size();
  if (bytes.empty() || (parser_->chunked() && bytes.size() < last_chunk)) return {};
  error_code error;
  const std::size_t used = parser_->put(boost::asio::buffer(bytes), error);
  if (error && error != beast::http::error::need_more) return refused(status_of(error));
  return {parser_->is_done() ? Progress::State::done : Progress::State::more, used, 0};
}

bool RequestReader::expects_continue() const {
  return parser_->version == Version::http_1_1 && !parser_->is_done() &&
         parser_->request.field("Expect").has_value();
}

bool RequestReader::takes_chunks() const {
  return parser_->version == Version::http_1_1;
}

bool RequestReader::keeps_alive() const {
  return parser_->version == Version::http_1_1 && parser_->keep_alive();
}

Request& RequestReader::request() {
  return parser_->request;
}

}  // namespace http

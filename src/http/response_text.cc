#include "http/response_text.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "http/field.h"

namespace http {
namespace {

void check(const Response& response) {
  if (response.status < 200 || response.status > 599) {
    throw std::invalid_argument("status " + std::to_string(response.status));
  }
  if (!is_valid({"Content-Type", response.content_type})) {
    throw std::invalid_argument("malformed content type");
  }
  constexpr std::array ours{"Content-Length", "Transfer-Encoding", "Connection", "Content-Type"};
  for (const Field& field : response.fields) {
    const bool taken = std::any_of(ours.begin(), ours.end(), [&field](std::string_view name) {
      return equal_without_case(field.name, name);
    });
    if (taken || !is_valid(field)) throw std::invalid_argument("unusable field " + field.name);
  }
}

void add_field(std::string& text, std::string_view name, std::string_view value) {
  text += name;
  text += ": ";
  text += value;
  text += "\r\n";
}

}  // namespace

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "";
  }
}

std::string response_text(const Response& response, Method asked, Afterwards afterwards) {
  check(response);
  const bool has_body = response.status != 204 && response.status != 304;
  std::string text;
  text.reserve(256 + response.body.size());
  text += "HTTP/1.1 " + std::to_string(response.status) + ' ';
  text += reason_phrase(response.status);
  text += "\r\n";
  if (has_body) add_field(text, "Content-Length", std::to_string(response.body.size()));
  if (!response.content_type.empty()) add_field(text, "Content-Type", response.content_type);
  add_field(text, "X-Content-Type-Options", "nosniff");
  if (afterwards == Afterwards::close) add_field(text, "Connection", "close");
  for (const Field& field : response.fields) add_field(text, field.name, field.value);
  text += "\r\n";
  if (has_body && asked != Method::head) text += response.body;
  return text;
}

}  // namespace http

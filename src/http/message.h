// What a handler sees of the web: a request that has been read whole, and the answer it gives.
// A handler never waits. It is a plain function that returns an Answer: a Response, Deferred work
// that another thread does (module `work` makes those) and that ends in the next Answer, an
// EventStream, which goes on, or Silence.
#pragma once

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace http {

enum class Method { get, head, post, put, patch, del, options };

/// One header field. Names compare without case (RFC 9110 section 5.1).
struct Field {
  std::string name;
  std::string value;
};

/// The first field of that name (any case), or nothing.
std::optional<std::string_view> find_field(const std::vector<Field>& fields, std::string_view name);

struct Request {
  Method method = Method::get;
  std::string path;   // raw, as it came: "/twilio/sms/incoming"
  std::string query;  // raw, without the question mark
  std::vector<Field> fields;
  std::string body;
  std::string remote_address;  // of the socket, "127.0.0.1"
  std::map<std::string, std::string>
      segments;  // {name} parts of the route's pattern, percent-decoded

  /// The first field of that name (any case), or nothing.
  std::optional<std::string_view> field(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = {};  // empty: no Content-Type field
  std::string body = {};
  std::vector<Field> fields = {};

  /// The first field of that name (any case), or nothing. Content-Type is not among them.
  std::optional<std::string_view> field(std::string_view name) const;
};

class Answer;

/// Work that goes on elsewhere. `start` is called once, on the I/O thread, and must not block; it
/// hands `reply` to whoever does the work, who calls it exactly once, from any thread. A failure is
/// handed over as an exception_ptr and answered by the route's own words for it. A reply that comes
/// after the connection or the server has gone is dropped. The Request is gone too: copy what the
/// work needs.
struct Deferred {
  using Reply = std::function<void(std::variant<Answer, std::exception_ptr>)>;
  std::function<void(Reply reply)> start;
};

class Subscription;

/// An answer that goes on for minutes and says what has changed (text/event-stream). Made by
/// EventHub::subscribe; dropping it gives its place free.
struct EventStream {
  std::shared_ptr<Subscription> subscription;
};

/// The connection closes without a word, as a mishap on the way would have it.
struct Silence {};

class Answer {
 public:
  // NOLINTBEGIN(google-explicit-constructor): a handler returns each as it stands
  Answer(Response response) : either_(std::move(response)) {}
  Answer(Deferred deferred) : either_(std::move(deferred)) {}
  Answer(EventStream stream) : either_(std::move(stream)) {}
  Answer(Silence silence) : either_(silence) {}
  // NOLINTEND(google-explicit-constructor)
  std::variant<Response, Deferred, EventStream, Silence>& either() { return either_; }

 private:
  std::variant<Response, Deferred, EventStream, Silence> either_;
};

/// Name-value pairs of an application/x-www-form-urlencoded body or query, decoded exactly once, in
/// the order they came, repeated names kept.
using Form = std::vector<std::pair<std::string, std::string>>;

/// Reads a form (WHATWG URL section 5.1: '+' is a space). Nothing when an escape is broken or when
/// a name or value is not valid UTF-8.
std::optional<Form> parse_form(std::string_view text);
/// Writes a form, every reserved character escaped.
std::string write_form(const Form& form);
/// The first value of that name, or empty.
std::string_view form_value(const Form& form, std::string_view name);

}  // namespace http

#include "simulator/twiml.h"
#include "simulator/twiml_attributes.h"
#include "simulator/twiml_content.h"

namespace simulator {
namespace {

constexpr std::size_t most_media = 10;
constexpr std::size_t most_characters = 1600;

void read_parts(const Element& element, Reply& reply, std::vector<Finding>& findings) {
  for (const Element& part : element.children) {
    const Attributes none(part, findings, {});
    if (part.name == "Body")
      reply.body += trimmed(part.text);
    else if (part.name == "Media" && reply.media_urls.size() < most_media)
      reply.media_urls.push_back(trimmed(part.own_text));
    else if (part.name == "Media")
      warn(findings, 12200, "Message has more than 10 Media");
    else
      warn(findings, 12200, "<" + part.name + "> can't stand in a Message");
  }
}

void read_message(const Element& element, MessagingDocument& document) {
  Attributes attributes(element, document.findings,
                        {"to", "from", "action", "method", "statusCallback"});
  Reply reply{.to = trimmed(attributes.text("to", "")),
              .from = trimmed(attributes.text("from", "")),
              .body = trimmed(element.own_text),
              .action = trimmed(attributes.text("action", "")),
              .method = attributes.method("method", 14104),
              .status_callback = trimmed(attributes.text("statusCallback", ""))};
  read_parts(element, reply, document.findings);
  const bool is_empty = reply.body.empty() && reply.media_urls.empty();
  if (is_empty || characters_in(reply.body) > most_characters) {
    warn(document.findings, 14103,
         is_empty ? "Message has no body" : "Message has more than 1600 characters");
    return;
  }
  document.replies.push_back(std::move(reply));
}

void read_redirect(const Element& element, MessagingDocument& document) {
  Attributes attributes(element, document.findings, {"method"});
  document.redirect =
      verb::Action{.url = trimmed(element.own_text), .method = attributes.method("method", 13710)};
}

MessagingDocument read_verbs(const Element& root) {
  MessagingDocument document;
  const Attributes none(root, document.findings, {});
  if (!trimmed(root.own_text).empty())
    warn(document.findings, 12200, "Text outside of a verb is ignored; it belongs into a Message");
  for (const Element& element : root.children) {
    if (document.redirect) break;  // what follows is never reached
    if (element.name == "Message")
      read_message(element, document);
    else if (element.name == "Redirect")
      read_redirect(element, document);
    else
      warn(document.findings, 14110, "<" + element.name + "> is no verb of a message");
  }
  return document;
}

MessagingDocument nothing_but(Fault fault) {
  return {.findings = {{.is_error = true, .fault = std::move(fault)}}};
}

}  // namespace

MessagingDocument read_messaging_document(const http::Response& answer) {
  const Content content = read_content(answer);
  if (const auto* root = std::get_if<Element>(&content)) return read_verbs(*root);
  if (const auto* fault = std::get_if<Fault>(&content)) return nothing_but(*fault);
  const auto* plain = std::get_if<PlainText>(&content);
  if (plain == nullptr) return nothing_but({12300, "A message can't be answered with sound"});
  const std::string body = trimmed(plain->text);
  if (body.empty()) return {};
  return {.replies = {Reply{.body = body}}};
}

}  // namespace simulator

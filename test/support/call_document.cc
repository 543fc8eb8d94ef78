#include "call_document.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string_view>

#include <libxml/parser.h>
#include <libxml/tree.h>

namespace test_support {
namespace {

constexpr std::size_t most_bytes = 64 * 1024;
constexpr std::size_t most_spoken = 3000;

using Names = std::set<std::string>;

// The verbs that this line has a use for, with the attributes that npm twilio's typings allow.
const std::map<std::string, Names>& allowed() {
  static const std::map<std::string, Names> verbs = {
      {"Say", {"voice", "language", "loop"}},
      {"Pause", {"length"}},
      {"Gather",
       {"action", "method", "input", "timeout", "numDigits", "finishOnKey", "actionOnEmptyResult"}},
      {"Record",
       {"action", "method", "timeout", "finishOnKey", "maxLength", "playBeep", "trim",
        "recordingStatusCallback", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent",
        "transcribe", "transcribeCallback"}},
      {"Redirect", {"method"}},
      {"Hangup", {}},
  };
  return verbs;
}

const Names& speech_marks() {
  static const Names marks = {"break",   "emphasis", "lang",   "p",   "s",
                              "phoneme", "prosody",  "say-as", "sub", "w"};
  return marks;
}

std::string text_of(const xmlChar* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

std::string content_of(const xmlNode* node) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> content(xmlNodeGetContent(node), xmlFree);
  std::string squeezed;
  for (const char c : text_of(content.get())) {
    const bool is_blank = std::string_view(" \t\r\n").find(c) != std::string_view::npos;
    if (!is_blank)
      squeezed += c;
    else if (!squeezed.empty() && squeezed.back() != ' ')
      squeezed += ' ';
  }
  while (!squeezed.empty() && squeezed.back() == ' ') squeezed.pop_back();
  return squeezed;
}

void expect_number(const Verb& verb, const std::string& name, int least, int most) {
  const auto found = verb.attributes.find(name);
  if (found == verb.attributes.end()) return;
  const std::string& value = found->second;
  const bool is_number = !value.empty() && value.size() < 6 &&
                         value.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || std::stoi(value) < least || std::stoi(value) > most)
    throw InvalidDocument(verb.name + "'s " + name + " is \"" + value + '"');
}

void expect_one_of(const Verb& verb, const std::string& name, const Names& values) {
  const auto found = verb.attributes.find(name);
  if (found != verb.attributes.end() && !values.contains(found->second))
    throw InvalidDocument(verb.name + "'s " + name + " is \"" + found->second + '"');
}

void expect_valid(const Verb& verb) {
  for (const char* name : {"method", "recordingStatusCallbackMethod"})
    expect_one_of(verb, name, {"POST"});
  for (const char* name : {"playBeep", "transcribe", "actionOnEmptyResult"})
    expect_one_of(verb, name, {"true", "false"});
  expect_one_of(verb, "input", {"dtmf"});
  expect_one_of(verb, "trim", {"trim-silence", "do-not-trim"});
  expect_number(verb, "timeout", verb.name == "Record" ? 0 : 1, 600);
  expect_number(verb, "numDigits", 1, 32);
  expect_number(verb, "length", 1, 60);
  expect_number(verb, "loop", 1, 3);
  const bool is_transcribed = verb.attribute("transcribe", "false") == "true";
  expect_number(verb, "maxLength", 1, is_transcribed ? 119 : 14400);
  const std::string finish = verb.attribute("finishOnKey", "");
  if (finish.find_first_not_of("0123456789*#") != std::string::npos ||
      (verb.name == "Gather" && finish.size() > 1))
    throw InvalidDocument(verb.name + "'s finishOnKey is \"" + finish + '"');
  if ((verb.name == "Gather" || verb.name == "Record") && verb.attribute("action", "").empty())
    throw InvalidDocument(verb.name + " without an action would ask the same document again");
  if ((verb.name == "Say" || verb.name == "Redirect") && verb.words.empty())
    throw InvalidDocument("an empty " + verb.name);
  if (verb.words.size() > most_spoken) throw InvalidDocument("a Say that is too long");
}

void expect_speech_marks_only(const xmlNode* node) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    if (!speech_marks().contains(text_of(child->name)))
      throw InvalidDocument(text_of(child->name) + " inside of a Say");
    expect_speech_marks_only(child);
  }
}

std::vector<Verb> read_verbs(const xmlNode* parent, const Names& expected);

Verb read_verb(const xmlNode* node, const Names& expected) {
  Verb verb{.name = text_of(node->name), .attributes = {}, .words = {}, .inside = {}};
  if (!expected.contains(verb.name)) throw InvalidDocument("unexpected verb " + verb.name);
  for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
    const std::string name = text_of(one->name);
    if (!allowed().at(verb.name).contains(name))
      throw InvalidDocument(verb.name + " has no attribute " + name);
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value(xmlGetProp(node, one->name), xmlFree);
    verb.attributes[name] = text_of(value.get());
  }
  if (verb.name == "Gather") {
    verb.inside = read_verbs(node, {"Say", "Pause"});
  } else if (verb.name == "Say" || verb.name == "Redirect") {
    verb.words = content_of(node);
  } else if (node->children != nullptr) {
    throw InvalidDocument(verb.name + " is not empty");
  }
  if (verb.name == "Say") expect_speech_marks_only(node);
  expect_valid(verb);
  return verb;
}

std::vector<Verb> read_verbs(const xmlNode* parent, const Names& expected) {
  std::vector<Verb> verbs;
  for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
    if (child->type == XML_COMMENT_NODE) continue;
    if (child->type == XML_ELEMENT_NODE)
      verbs.push_back(read_verb(child, expected));
    else if (!content_of(child).empty())
      throw InvalidDocument("words outside of a Say: " + content_of(child));
  }
  return verbs;
}

}  // namespace

std::string Verb::attribute(const std::string& wanted, const std::string& otherwise) const {
  const auto found = attributes.find(wanted);
  return found == attributes.end() ? otherwise : found->second;
}

std::vector<Verb> read_call_document(const std::string& content_type, const std::string& body) {
  if (!content_type.starts_with("text/xml") && !content_type.starts_with("application/xml"))
    throw InvalidDocument("content type \"" + content_type + '"');
  if (body.size() > most_bytes) throw InvalidDocument("more than 64 kB");
  if (!body.starts_with("<?xml") && !body.starts_with("<Response"))
    throw InvalidDocument("something stands before the document");
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(body.data(), static_cast<int>(body.size()), "call.xml", nullptr,
                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
      xmlFreeDoc);
  if (!document) throw InvalidDocument("not well-formed");
  const xmlNode* root = xmlDocGetRootElement(document.get());
  if (text_of(root->name) != "Response" || root->properties != nullptr)
    throw InvalidDocument("the root is not <Response>");
  return read_verbs(root, {"Say", "Pause", "Gather", "Record", "Redirect", "Hangup"});
}

}  // namespace test_support

#include "simulator/twiml_tree.h"

#include <algorithm>
#include <memory>

#include <libxml/parser.h>
#include <libxml/tree.h>

namespace simulator {
namespace {

constexpr int levels = 3;  // <Response>, a verb, what stands in the verb
constexpr std::string_view blanks = " \t\r\n";

using Context = std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)>;
using Tree = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

std::string string_of(const xmlChar* text) {
  return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

std::string name_of(const xmlNs* space, const xmlChar* name) {
  const bool has_prefix = space != nullptr && space->prefix != nullptr;
  return (has_prefix ? string_of(space->prefix) + ":" : std::string()) + string_of(name);
}

/// Whoever declares a document type could declare entities: the parser stops before it reads any.
void refuse_document_type(void* context, const xmlChar* /*name*/, const xmlChar* /*public_id*/,
                          const xmlChar* /*system_id*/) {
  auto* parser = static_cast<xmlParserCtxt*>(context);
  *static_cast<bool*>(parser->_private) = true;
  xmlStopParser(parser);
}

bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/// In the order of the document. Climbs by the tree's own links, so that depth costs no stack.
const xmlNode* next_within(const xmlNode* top, const xmlNode* node) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != top && node->next == nullptr) node = node->parent;
  return node == top ? top : node->next;
}

void read_within(const xmlNode* top, Element& element) {
  for (const xmlNode* node = next_within(top, top); node != top; node = next_within(top, node)) {
    if (node->type == XML_ELEMENT_NODE) element.within.push_back(name_of(node->ns, node->name));
    if (is_text(node)) element.text += string_of(node->content);
    if (is_text(node) && node->parent == top) element.own_text += string_of(node->content);
  }
}

void read_attributes(const xmlNode* node, Element& element) {
  for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
    std::string value;
    for (const xmlNode* part = one->children; part != nullptr; part = part->next)
      value += string_of(part->content);
    element.attributes.emplace_back(name_of(one->ns, one->name), std::move(value));
  }
}

Element read_element(const xmlNode* node, int levels_left) {
  Element element{.name = name_of(node->ns, node->name)};
  read_attributes(node, element);
  // An element without children has no way down: next_within would climb out of it.
  if (node->children != nullptr) read_within(node, element);
  if (levels_left <= 1) return element;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    element.children.push_back(read_element(child, levels_left - 1));
  }
  return element;
}

Fault parse_fault(const xmlParserCtxt* context) {
  const xmlError& error = context->lastError;
  std::string message = error.message == nullptr ? "it is empty" : trimmed(error.message);
  return {12100, "Error on line " + std::to_string(error.line) + " of document: " + message};
}

}  // namespace

std::optional<std::string> Element::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(
      attributes, wanted, [](const auto& one) -> std::string_view { return one.first; });
  if (found == attributes.end()) return {};
  return found->second;
}

std::variant<Element, Fault> read_xml(const std::string& body, const std::string& charset) {
  const Context context(xmlNewParserCtxt(), xmlFreeParserCtxt);
  bool has_document_type = false;
  context->_private = &has_document_type;
  context->sax->internalSubset = refuse_document_type;
  const Tree tree(xmlCtxtReadMemory(context.get(), body.data(), static_cast<int>(body.size()),
                                    nullptr, charset.empty() ? nullptr : charset.c_str(),
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                        XML_PARSE_NOCDATA),
                  xmlFreeDoc);
  if (has_document_type)
    return Fault{12100, "A document type (<!DOCTYPE>) is not allowed in TwiML"};
  if (!tree) return parse_fault(context.get());
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  if (root == nullptr) return Fault{12100, "The document has no element"};
  return read_element(root, levels);
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string words_of(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool is_blank = blanks.find(c) != std::string_view::npos;
    if (!is_blank)
      words += c;
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  return trimmed(words);
}

std::size_t characters_in(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace simulator

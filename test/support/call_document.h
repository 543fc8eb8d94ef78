// Reads what the line answers on the telephone as strictly as the provider's documentation allows
// (twilio.md 3.1 and 3.2), with a parser that is not ours. Where the provider would only warn, this
// refuses.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace test_support {

/// What is wrong with a document, in words for whoever reads the failed test.
class InvalidDocument : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Verb {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string words;         // of a Say, or a Redirect's URL
  std::vector<Verb> inside;  // a Gather's prompts

  std::string attribute(const std::string& wanted, const std::string& otherwise) const;
};

/// Its verbs from top to bottom. Throws InvalidDocument.
std::vector<Verb> read_call_document(const std::string& content_type, const std::string& body);

}  // namespace test_support

// Everything that has reached people in a story: texts, replies to theirs, mails. What no
// expectation asked for is found at the end.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "other_sides.h"
#include "scenarios/provider.h"

namespace scenario {

struct Sent {
  std::string id;  // the text's SID, or the mail's Message-ID
  std::string to;
  std::string subject;  // of a mail
  std::string text;
  std::string html;  // of a mail
  bool is_expected = false;
};

class SentMessages {
 public:
  SentMessages(Provider& provider, test_support::OtherSides& sides)
      : provider_(provider), sides_(sides) {}

  // Oldest first.
  std::vector<Sent>& texts();
  std::vector<Sent>& mails();
  /// To what was texted; those of the carrier's own are not ours.
  std::vector<Sent>& replies();
  /// One to a text that came past the provider.
  void add_reply(Sent reply) { replies_.push_back(std::move(reply)); }

  /// What the story is not about: kinds of notices (notice::Kind) by every way or by one
  /// ("receipt", "receipt by mail", "receipt by text"), and "reply".
  void leave_aside(const std::set<std::string>& kinds) {
    aside_.insert(kinds.begin(), kinds.end());
  }
  /// Fails the test with each message that was not expected. `rows` looks into the outbox.
  template <class Rows>
  void expect_no_other(const Rows& rows) {
    for (const std::string& row : rows("SELECT kind, COALESCE(provider_id, ''), id FROM outbox"))
      note_kind(row);
    report(texts(), "text");
    report(mails(), "mail");
    report(replies(), "reply");
  }

 private:
  void look_at_the_provider();
  void note_kind(const std::string& row);
  std::string kind_of(const Sent& sent) const;
  void report(const std::vector<Sent>& sent, const std::string& way) const;

  Provider& provider_;
  test_support::OtherSides& sides_;
  std::size_t seen_ = 0;  // of the provider's messages
  std::vector<Sent> texts_;
  std::vector<Sent> replies_;
  std::vector<Sent> mails_;
  std::set<std::string> aside_;
  std::map<std::string, std::string> kinds_;  // by id
};

}  // namespace scenario

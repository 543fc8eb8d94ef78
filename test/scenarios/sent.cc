#include "scenarios/sent.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "simulator/opt_out.h"

namespace scenario {
namespace {

namespace json = boost::json;
using simulator::OptOutWord;

bool is_of_the_carrier(const std::string& body) {
  return std::ranges::any_of(
      std::initializer_list{OptOutWord::stop, OptOutWord::start, OptOutWord::help},
      [&](OptOutWord word) { return body == carrier_answer(word); });
}

Sent sent_of(const simulator::Message& message) {
  return {.id = message.sid, .to = message.to, .subject = {}, .text = message.body, .html = {}};
}

std::string text_at(const json::value& mail, std::string_view name) {
  return std::string(mail.at(name).as_string());
}

std::string message_id(std::string_view notice) {
  return "<notice-" + std::string(notice) + "@example.org>";
}

}  // namespace

void SentMessages::look_at_the_provider() {
  provider_.with_world([this](simulator::World& world) {
    for (; seen_ < world.messages.size(); ++seen_) {
      const simulator::Message& message = world.messages[seen_];
      if (message.direction == "outbound-api") texts_.push_back(sent_of(message));
      if (message.direction == "outbound-reply" && !is_of_the_carrier(message.body))
        replies_.push_back(sent_of(message));
    }
  });
}

std::vector<Sent>& SentMessages::texts() {
  look_at_the_provider();
  return texts_;
}

std::vector<Sent>& SentMessages::replies() {
  look_at_the_provider();
  return replies_;
}

std::vector<Sent>& SentMessages::mails() {
  const json::value listed = sides_.get("/mails");
  const auto& messages = listed.as_array();
  for (std::size_t at = mails_.size(); at < messages.size(); ++at) {
    const auto& mail = messages[at];
    const auto& to = mail.at("to");
    mails_.push_back(
        {.id = text_at(mail.at("headers"), "message-id"),
         .to = std::string(to.is_array() ? to.as_array().at(0).as_string() : to.as_string()),
         .subject = text_at(mail, "subject"),
         .text = text_at(mail, "text"),
         .html = text_at(mail, "html")});
  }
  return mails_;
}

// "call_out_recorded|SM0…1|17"
void SentMessages::note_kind(const std::string& row) {
  const auto first = row.find('|');
  const auto second = row.find('|', first + 1);
  const std::string kind = row.substr(0, first);
  kinds_[row.substr(first + 1, second - first - 1)] = kind;
  kinds_[message_id(row.substr(second + 1))] = kind;
}

std::string SentMessages::kind_of(const Sent& sent) const {
  const auto found = kinds_.find(sent.id);
  return sent.id.empty() || found == kinds_.end() ? "reply" : found->second;
}

void SentMessages::report(const std::vector<Sent>& sent, const std::string& way) const {
  for (const Sent& one : sent) {
    const std::string kind = kind_of(one);
    if (one.is_expected || aside_.contains(kind) || aside_.contains(kind + " by " + way)) continue;
    ADD_FAILURE() << "a " << way << " that nobody expected (" << kind << ") to " << one.to << ": "
                  << one.subject << (one.subject.empty() ? "" : "\n") << one.text;
  }
}

}  // namespace scenario

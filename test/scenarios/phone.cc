#include <algorithm>

#include "scenarios/call.h"
#include "scenarios/scenario.h"

namespace scenario {
namespace {

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const auto start = text.find(before);
  if (start == std::string::npos) return {};
  const auto end = text.find(after, start + before.size());
  return text.substr(start + before.size(), end - start - before.size());
}

std::string unescape(std::string text) {
  for (const auto& [escaped, plain] :
       {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}) {
    for (auto at = text.find(escaped); at != std::string::npos; at = text.find(escaped, at + 1)) {
      text.replace(at, std::string_view(escaped).size(), plain);
    }
  }
  return text;
}

std::string all_of(const std::vector<Sent>& sent) {
  std::string listed;
  for (const auto& one : sent) {
    listed += "\n  to " + one.to + ": " + one.subject + " " + one.text +
              (one.is_expected ? "  (expected)" : "");
  }
  return listed.empty() ? "\n  nothing" : listed;
}

}  // namespace

Phone& Phone::texts(const std::string& body, const Params& more) {
  answer_ = scenario_.sent().replies().size();
  if (more.empty()) {
    scenario_.provider().with(
        [&](simulator::World&, simulator::Switchboard&, simulator::Texting& texting) {
          texting.receive(
              {.from = number_, .to = line_number, .body = body, .sid = scenario_.next_sid()});
        });
    scenario_.provider().advance(milliseconds(0));
  } else {
    text_crafted(body, more);
  }
  const auto& replies = scenario_.sent().replies();
  reply_ = replies.size() > answer_ ? replies[answer_].text : "";
  EXPECT_LE(replies.size(), answer_ + 1) << "more than one reply to: " << body;
  scenario_.settle();
  return *this;
}

void Phone::text_crafted(const std::string& body, const Params& more) {
  Params params = Scenario::text_params(scenario_.next_sid(), number_, body);
  for (const auto& [name, value] : more) {
    const auto found = std::ranges::find(params, name, &std::pair<std::string, std::string>::first);
    if (found != params.end())
      found->second = value;
    else
      params.emplace_back(name, value);
  }
  const HttpReply answer = scenario_.post_signed("/twilio/sms/incoming", params);
  EXPECT_EQ(answer.status, 200) << body;
  const std::string words = unescape(between(answer.body, "<Message>", "</Message>"));
  if (!words.empty())
    scenario_.sent().add_reply({.id = {}, .to = number_, .subject = {}, .text = words, .html = {}});
}

Phone& Phone::expect_reply(const std::string& containing) {
  EXPECT_NE(reply_.find(containing), std::string::npos) << "the reply was: \"" << reply_ << "\"";
  auto& replies = scenario_.sent().replies();
  if (answer_ < replies.size()) replies[answer_].is_expected = true;
  return *this;
}

Phone& Phone::expect_no_reply() {
  EXPECT_EQ(reply_, "");
  return *this;
}

Phone& Phone::expect_text(const std::string& containing) {
  for (auto& sent : scenario_.texts()) {
    if (sent.is_expected || sent.to != number_ || sent.text.find(containing) == std::string::npos)
      continue;
    sent.is_expected = true;
    return *this;
  }
  ADD_FAILURE() << "no text to " << number_ << " contains \"" << containing
                << "\"; sent were:" << all_of(scenario_.texts());
  return *this;
}

Phone& Phone::expect_no_text() {
  for (const auto& sent : scenario_.texts()) {
    EXPECT_FALSE(!sent.is_expected && sent.to == number_) << "not expected: " << sent.text;
  }
  return *this;
}

Call& Phone::calls(const CallSettings& settings) {
  return scenario_.keep_call(std::make_unique<Call>(scenario_, number_, settings));
}

std::string Phone::code_in_newest_text() const {
  Sent* newest = nullptr;
  for (Sent& sent : scenario_.texts()) {
    if (sent.to == number_ && sent.text.find("Reply ") != std::string::npos) newest = &sent;
  }
  if (newest == nullptr) return "";
  newest->is_expected = true;
  return between(newest->text, "Reply ", " ");
}

Mailbox& Mailbox::expect(const std::string& containing) {
  for (auto& sent : scenario_.mails()) {
    const bool matches = (sent.subject + "\n" + sent.text).find(containing) != std::string::npos;
    if (sent.is_expected || sent.to != address_ || !matches) continue;
    sent.is_expected = true;
    subject_ = sent.subject;
    text_ = sent.text;
    html_ = sent.html;
    return *this;
  }
  ADD_FAILURE() << "no mail to " << address_ << " contains \"" << containing
                << "\"; sent were:" << all_of(scenario_.mails());
  return *this;
}

Mailbox& Mailbox::expect_none() {
  for (const auto& sent : scenario_.mails()) {
    EXPECT_FALSE(!sent.is_expected && sent.to == address_) << "not expected: " << sent.subject;
  }
  return *this;
}

}  // namespace scenario

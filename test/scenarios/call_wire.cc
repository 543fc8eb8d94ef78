#include "scenarios/call_wire.h"

#include <gtest/gtest.h>

#include "scenarios/scenario.h"

namespace scenario {
namespace {

constexpr int most_documents = 30;

std::optional<Callback> callback_of(const simulator::Webhook& webhook) {
  if (webhook.expects == simulator::Expects::nothing) {
    if (webhook.what.starts_with("call ")) return Callback::status;
    if (webhook.what.starts_with("recording ")) return Callback::recording;
    return {};
  }
  // Nobody listens to its answer any more.
  const bool is_after_the_call = http::form_value(webhook.params, "CallStatus") == "completed";
  return is_after_the_call ? std::optional(Callback::action) : std::nullopt;
}

// A callback that is not taken as documented makes the provider's debugger complain (1.6).
void expect_taken(const std::string& what, const http::Response& answer) {
  const bool is_empty = answer.status == 204 && answer.body.empty();
  const bool is_document = answer.status == 200 && answer.content_type.starts_with("text/xml");
  EXPECT_TRUE(is_empty || is_document) << what << ": " << answer.status << " " << answer.body;
}

}  // namespace

std::optional<CallWire::Then> CallWire::watch(const simulator::Webhook& webhook, Then then) {
  Then leaving = answered(webhook, std::move(then));
  const auto callback = callback_of(webhook);
  if (!callback) return leaving;
  told_[*callback].push_back({webhook, leaving});
  if (holds_callbacks_) return {};
  return leaving;
}

CallWire::Then CallWire::answered(const simulator::Webhook& webhook, Then then) {
  return [this, webhook, then = std::move(then)](const simulator::Outcome& outcome) {
    if (webhook.expects == simulator::Expects::voice_document)
      read(webhook, outcome);
    else if (outcome.answer)
      expect_taken(webhook.what, *outcome.answer);
    if (then) then(outcome);
  };
}

void CallWire::read(const simulator::Webhook& webhook, const simulator::Outcome& outcome) {
  if (++documents_ > most_documents) ADD_FAILURE() << "the call goes round in circles";
  newest_ = webhook;
  document_.clear();
  newest_body_.clear();
  if (!outcome.answer) return;
  newest_body_ = outcome.answer->body;
  try {
    document_ = test_support::read_call_document(outcome.answer->content_type, newest_body_);
  } catch (const test_support::InvalidDocument& invalid) {
    ADD_FAILURE() << invalid.what() << " in " << newest_body_;
  }
}

std::string CallWire::newest_path() const {
  const std::string& url = newest_.to.url;
  EXPECT_TRUE(url.starts_with(public_base)) << "a URL that is not ours: " << url;
  const auto start = std::string_view(public_base).size();
  return url.substr(start, url.find('#') - start);
}

}  // namespace scenario

// A sender of texts that does as it is told, and remembers what it has sent.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/sender.h"

namespace test_support {

class Postman final : public app::Sender {
 public:
  notice::Channel channel() const override { return notice::Channel::sms; }
  bool is_configured() const override { return is_on; }
  std::string render(const store::Notice& notice) const override {
    ++renderings;
    return notice.facts.first_name == "unsayable" ? "" : "Hello " + notice.facts.first_name;
  }
  app::SendOutcome send(const store::Notice& notice, const std::string& rendering) override {
    sent.push_back(rendering);
    if (on_send) on_send();
    if (next.empty()) return app::Accepted{"SM" + std::to_string(notice.id.value())};
    app::SendOutcome outcome = next.front();
    next.pop_front();
    return outcome;
  }
  std::variant<std::optional<std::string>, app::NotAccepted> find_sent(
      const store::Notice&, const std::string&) override {
    ++looks;
    return found;
  }

  bool is_on = true;
  mutable int renderings = 0;
  int looks = 0;
  std::vector<std::string> sent;
  std::deque<app::SendOutcome> next;
  std::function<void()> on_send;
  std::variant<std::optional<std::string>, app::NotAccepted> found = std::optional<std::string>();
};

}  // namespace test_support

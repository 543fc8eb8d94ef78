#include "channels/twilio/text_sender.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "channels/twilio/gsm7.h"
#include "channels/twilio/notice_texts.h"

namespace twilio {
namespace {

// Their clock and ours.
constexpr std::chrono::minutes clock_difference{5};
// Taken and lost again: that try does not count as one that got through.
constexpr std::array<std::string_view, 3> lost_states{"failed", "undelivered", "canceled"};

bool is_same(const SentMessage& message, const store::Notice& notice,
             const std::string& rendering) {
  if (message.body != rendering) return false;
  if (std::ranges::find(lost_states, message.status) != lost_states.end()) return false;
  return !message.date_created || *message.date_created >= notice.created_at - clock_difference;
}

}  // namespace

TextSender::TextSender(const Account& account, const text::Catalogue& catalogue)
    : account_(account), catalogue_(catalogue), client_(account) {}

bool TextSender::is_configured() const {
  return account_.can_sign_in() && !account_.texts_from().empty();
}

std::string TextSender::render(const store::Notice& notice) const {
  return fit_one_segment(notice_text(catalogue_, notice.language, notice.kind, notice.facts));
}

app::SendOutcome TextSender::send(const store::Notice& notice, const std::string& rendering) {
  std::string callback;
  if (!account_.public_base_url.empty()) {
    callback =
        account_.public_base_url + "/twilio/sms/status?notice=" + std::to_string(notice.id.value());
  }
  auto created = client_.create_message(notice.address, rendering, callback);
  if (const auto* refused = std::get_if<app::NotAccepted>(&created)) return *refused;
  return app::Accepted{std::get<SentMessage>(created).sid};
}

std::variant<std::optional<std::string>, app::NotAccepted> TextSender::find_sent(
    const store::Notice& notice, const std::string& rendering) {
  const auto since = std::chrono::floor<std::chrono::days>(notice.created_at - clock_difference);
  auto listed = client_.messages_to(notice.address, since);
  if (const auto* refused = std::get_if<app::NotAccepted>(&listed)) return *refused;
  for (const SentMessage& message : std::get<std::vector<SentMessage>>(listed)) {
    if (is_same(message, notice, rendering)) return std::optional(message.sid);
  }
  return std::optional<std::string>();
}

}  // namespace twilio

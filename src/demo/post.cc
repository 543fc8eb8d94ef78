#include "demo/post.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/note_delivery.h"

namespace demo {
namespace {

constexpr std::chrono::seconds to_the_provider{1};
constexpr std::chrono::seconds to_the_telephone{3};
constexpr std::int64_t one_unreachable_in = 47;
constexpr int unreachable = 30003;  // the provider's "unreachable destination handset"
constexpr std::int64_t one_full_in = 29;
constexpr int mailbox_is_full = 552;
constexpr int one_batch = 20;

/// What is said about the past is of interest to nobody.
platform::Log silent_log() {
  return platform::Log(platform::Level::error, std::make_shared<std::string>());
}

std::optional<base::Moment> earlier(std::optional<base::Moment> one,
                                    std::optional<base::Moment> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

/// As the provider's: "SM" and 32 hexadecimal digits.
std::string message_id(notice::NoticeId id) {
  const std::string digits = std::to_string(id.value());
  return "SMde" + std::string(30 - digits.size(), '0') + digits;
}

}  // namespace

/// 0: it is taken. Alerts always are: an alarm that is weeks old helps nobody.
int NobodysSender::refusal_of(const store::Notice& notice) const {
  if (notice::is_alert(notice.kind)) return 0;
  if (channel() == notice::Channel::sms)
    return notice.id.value() % one_unreachable_in == 0 ? unreachable : 0;
  const bool is_decision =
      notice.kind == notice::Kind::request_approved || notice.kind == notice::Kind::request_denied;
  return is_decision && notice.id.value() % one_full_in == 0 ? mailbox_is_full : 0;
}

app::SendOutcome NobodysSender::send(const store::Notice& notice,
                                     const std::string& /*rendering*/) {
  if (const int code = refusal_of(notice); code != 0) {
    has_refused_ = true;
    return app::NotAccepted{.error = app::ErrorClass::permanent, .code = code};
  }
  if (channel() == notice::Channel::email) return app::Accepted{};
  taken_.push_back(notice.id);
  return app::Accepted{message_id(notice.id)};
}

std::variant<std::optional<std::string>, app::NotAccepted> NobodysSender::find_sent(
    const store::Notice& /*notice*/, const std::string& /*rendering*/) {
  return std::optional<std::string>();
}

std::vector<notice::NoticeId> NobodysSender::taken() {
  return std::exchange(taken_, {});
}

Post::Post(store::Transaction& tx, store::Dialect dialect, const app::Line& line,
           const app::Sender& texts, const app::Sender& mails)
    : tx_(tx),
      line_(line),
      database_(tx, dialect),
      texts_(texts),
      mails_(mails),
      text_worker_(
          database_, texts_, line.vault, [this] { return now_ + to_the_provider; }, line.random,
          silent_log()),
      mail_worker_(
          database_, mails_, line.vault, [this] { return now_ + to_the_provider; }, line.random,
          silent_log()) {}

void Post::carry(base::Moment now) {
  now_ = now;
  bool is_more = true;
  while (is_more) {
    const auto text = text_worker_.step(now);
    const auto mail = mail_worker_.step(now);
    next_ = earlier(text.next, mail.next);
    // Both are asked: the question clears the answer.
    const bool text_was_refused = texts_.has_refused();
    const bool mail_was_refused = mails_.has_refused();
    is_more = text_was_refused || mail_was_refused || text.handled == one_batch ||
              mail.handled == one_batch;
  }
  deliver(now + to_the_telephone);
}

void Post::deliver(base::Moment now) {
  for (const notice::NoticeId id : texts_.taken()) {
    app::note_delivery(
        tx_, line_.vault,
        {.notice = id, .provider_id = message_id(id), .status = "delivered", .error_code = 0}, now);
  }
}

}  // namespace demo

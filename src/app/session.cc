#include "app/session.h"

namespace app {
namespace {

constexpr std::chrono::hours shared_lasts{12};
constexpr std::chrono::minutes idle_allowed{30};
constexpr std::chrono::minutes confirmed_lasts{30};
constexpr std::chrono::minutes between_touches{1};
constexpr std::chrono::hours between_renewals{24};

}  // namespace

std::string begin_session(store::Transaction& tx, const platform::Random& random,
                          people::UserId user, Device device, base::Moment now) {
  const bool is_own = device == Device::own;
  std::string token = platform::random_token(random);
  store::add_session(tx, token,
                     {.user = user,
                      .is_remembered = is_own,
                      .expires = now + (is_own ? remembered_lasts : shared_lasts)},
                     now);
  return token;
}

bool is_live(const store::Session& session, base::Moment now) {
  const bool is_idle = !session.is_remembered && now >= session.last_seen_at + idle_allowed;
  return !is_idle && now < session.expires_at;
}

bool is_confirmed(const store::Session& session, base::Moment now) {
  return !session.is_remembered || now < session.confirmed_at + confirmed_lasts;
}

bool is_touch_due(const store::Session& session, base::Moment now) {
  return now >= session.last_seen_at + between_touches;
}

Touch touch(store::Transaction& tx, std::string_view token, const store::Session& session,
            base::Moment now) {
  store::touch_session(tx, token, now);
  const bool is_renewal_due =
      session.is_remembered && session.expires_at <= now + remembered_lasts - between_renewals;
  if (!is_renewal_due) return Touch::seen;
  store::renew_session(tx, token, now + remembered_lasts);
  return Touch::renewed;
}

}  // namespace app

#include "app/sign_in_code.h"

#include <algorithm>

#include "app/sign_in.h"
#include "app/typed_text.h"
#include "domain/people/phone_number.h"
#include "store/queries/accounts.h"
#include "store/queries/audit.h"
#include "store/queries/opt_outs.h"
#include "store/queries/outbox.h"
#include "store/queries/sign_in_codes.h"
#include "store/queries/sign_in_tries.h"

namespace app {
namespace {

constexpr std::string_view place = "sign-in code";
constexpr std::uint32_t codes = 1'000'000;
constexpr std::size_t digits = 6;
constexpr std::chrono::minutes good_for{10};
constexpr std::int64_t tries = 5;
constexpr std::chrono::hours asking_counts_for{1};

std::string make_code(const platform::Random& random) {
  std::string code = std::to_string(platform::uniform(random, codes));
  return std::string(digits - code.size(), '0') + code;
}

/// Bound to the person: the same digits are another code for somebody else.
std::string signed_part(people::UserId user, std::string_view code) {
  return std::to_string(user.value()) + ":" + std::string(code);
}

/// "123 456" is read out and typed like that.
std::string digits_of(std::string_view typed) {
  std::string code;
  std::ranges::copy_if(typed, std::back_inserter(code), [](char c) { return c != ' '; });
  return code;
}

std::optional<store::SignInPerson> person_at(store::Transaction& tx, const SignInAddress& address,
                                             base::Day today) {
  if (address.channel == notice::Channel::email) {
    return store::person_with_email(tx, address.text, today);
  }
  return store::person_with_own_phone(tx, address.text, today);
}

bool may_be_sent(store::Transaction& tx, const SignInAddress& address) {
  return address.channel == notice::Channel::email || !store::is_opted_out(tx, address.text);
}

void send(store::Transaction& tx, const platform::Vault& vault, const platform::Random& random,
          const SignInAddress& address, const store::SignInPerson& person, base::Moment now) {
  const std::string code = make_code(random);
  const base::Bytes mac = vault.mac(place, signed_part(person.user, code));
  store::put_sign_in_code(tx, person.user, mac, now, now + good_for);
  notice::Facts facts;
  facts.first_name = person.first_name;
  facts.code = code;
  const bool is_mail = address.channel == notice::Channel::email;
  store::enqueue(tx, vault,
                 {.kind = notice::Kind::sign_in_code,
                  .channel = address.channel,
                  .user = person.user,
                  .address = is_mail ? person.email : address.text,
                  .language = person.language,
                  .facts = facts},
                 now);
}

bool is_their_code(store::Transaction& tx, const platform::Vault& vault, people::UserId user,
                   std::string_view code, base::Moment now) {
  const auto sent = store::sign_in_code_of(tx, user, now);
  const base::Bytes mac = sent ? sent->mac : base::Bytes{};
  const bool is_right = vault.is_mac(place, signed_part(user, code), mac);
  return is_right && store::wrong_codes_of(tx, user, sent->sent_at) < tries;
}

store::NewAudit audit_of(const store::SignInPerson& person, const char* action) {
  return {.actor = person.name,
          .actor_user = person.user,
          .action = action,
          .subject = "users",
          .subject_id = person.user.value()};
}

}  // namespace

std::optional<SignInAddress> parse_address(std::string_view typed) {
  if (typed.find('@') != std::string_view::npos) {
    if (!is_email(typed)) return {};
    return SignInAddress{notice::Channel::email, std::string(typed)};
  }
  const auto number = people::PhoneNumber::parse(typed);
  if (!number) return {};
  return SignInAddress{notice::Channel::sms, number.value().e164()};
}

std::optional<TooManyTries> send_code(store::Transaction& tx, const platform::Vault& vault,
                                      const platform::Random& random, const SignInAddress& address,
                                      const Visit& visit) {
  const base::Bytes subject = subject_of(address.text);
  if (const auto wait = wait_before_code(tx, subject, visit)) return wait;
  const base::Bytes network = platform::sha256(network_of(visit.client));
  for (const base::Bytes& counted : {subject, network}) {
    store::add_code_asked(tx, platform::random_token(random), counted, visit.now,
                          visit.now + asking_counts_for);
  }
  const auto person = person_at(tx, address, visit.today);
  if (person && may_be_sent(tx, address)) send(tx, vault, random, address, *person, visit.now);
  return {};
}

std::variant<store::SignInPerson, WrongCode, TooManyTries> check_code(store::Transaction& tx,
                                                                      const platform::Vault& vault,
                                                                      const SignInAddress& address,
                                                                      std::string_view code,
                                                                      const Visit& visit) {
  const base::Bytes subject = subject_of(address.text);
  if (const auto wait = wait_before_try(tx, subject, visit)) return *wait;
  auto person = person_at(tx, address, visit.today);
  const people::UserId user = person ? person->user : people::UserId(0);
  if (is_their_code(tx, vault, user, digits_of(code), visit.now)) return *std::move(person);
  store::NewFailure failure{
      .kind = store::FailureKind::code, .subject = subject, .client = network_of(visit.client)};
  if (person) failure.user = person->user;
  store::add_failure(tx, failure, visit.now);
  return WrongCode{};
}

void come_in_by_code(store::Transaction& tx, const store::SignInPerson& person, base::Moment now) {
  store::spend_sign_in_code(tx, person.user);
  if (is_responsible(person)) store::append_audit(tx, audit_of(person, "signed in by code"), now);
}

void choose_password(store::Transaction& tx, const store::SignInPerson& person,
                     std::string_view password_hash, base::Moment now) {
  store::set_password(tx, person.user, password_hash, now);
  store::append_audit(tx, audit_of(person, "password set"), now);
}

}  // namespace app

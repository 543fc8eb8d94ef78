#include "app/sign_in_throttle.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include <arpa/inet.h>

#include "platform/vault.h"
#include "store/queries/sessions.h"
#include "store/queries/sign_in_codes.h"
#include "store/queries/sign_in_tries.h"

namespace app {
namespace {

using std::chrono::seconds;

constexpr std::chrono::minutes failures_count_for{15};
constexpr int failures_of_an_account = 5;
constexpr int failures_of_a_network = 20;

constexpr std::chrono::hours codes_count_for{1};
constexpr int codes_to_an_address = 5;
constexpr int codes_from_a_network = 20;

constexpr std::chrono::days failures_kept{30};

/// Until the event that fills the measure is forgotten.
std::optional<TooManyTries> longer(std::optional<base::Moment> one,
                                   std::optional<base::Moment> other, seconds counts_for,
                                   base::Moment now) {
  if (!one && !other) return {};
  const base::Moment last = std::max(one.value_or(base::Moment{}), other.value_or(base::Moment{}));
  return TooManyTries{std::max(last + counts_for - now, seconds(1))};
}

}  // namespace

base::Bytes subject_of(std::string_view address) {
  std::string lower(address);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  });
  return platform::sha256(lower);
}

std::string network_of(const std::string& client) {
  std::array<std::uint8_t, 16> bytes{};
  if (inet_pton(AF_INET6, client.c_str(), bytes.data()) != 1) return client;
  constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) {
    return inet_ntop(AF_INET, &bytes[mapped.size()], text.data(), text.size());
  }
  std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
  return inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
}

std::optional<TooManyTries> wait_before_try(store::Transaction& tx,
                                            const std::optional<base::Bytes>& subject,
                                            const Visit& visit) {
  const base::Moment since = visit.now - failures_count_for;
  std::optional<base::Moment> of_account;
  if (subject) of_account = store::failure_of_subject(tx, *subject, since, failures_of_an_account);
  return longer(
      of_account,
      store::failure_of_client(tx, network_of(visit.client), since, failures_of_a_network),
      failures_count_for, visit.now);
}

std::optional<TooManyTries> wait_before_code(store::Transaction& tx, const base::Bytes& subject,
                                             const Visit& visit) {
  const base::Moment since = visit.now - codes_count_for;
  const base::Bytes network = platform::sha256(network_of(visit.client));
  return longer(store::code_asked(tx, subject, since, codes_to_an_address),
                store::code_asked(tx, network, since, codes_from_a_network), codes_count_for,
                visit.now);
}

void forget_sign_ins(store::Transaction& tx, base::Moment now) {
  store::forget_sessions(tx, now);
  store::forget_sign_in_codes(tx, now);
  store::forget_failures(tx, now - failures_kept);
}

}  // namespace app

#include "demo/mailbox.h"

#include <algorithm>
#include <set>
#include <utility>

#include "demo/mail_subject.h"

namespace demo {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return result;
}

bool is_to(const KeptMail& mail, const std::string& address) {
  return std::ranges::any_of(mail.to, [&](const std::string& to) { return lower(to) == address; });
}

}  // namespace

Mailbox::Mailbox(MailClock clock, std::function<void()> on_change)
    : clock_(std::move(clock)), on_change_(std::move(on_change)) {}

void Mailbox::keep(ReceivedMail mail) {
  Entry entry{.mail = {.id = 0,
                       .from = std::move(mail.from),
                       .to = std::move(mail.to),
                       .subject = subject_of(mail.raw),
                       .received = clock_(),
                       .bytes = mail.raw.size()},
              .raw = std::make_shared<const std::string>(std::move(mail.raw))};
  {
    const std::lock_guard lock(mutex_);
    entry.mail.id = ++last_id_;
    bytes_ += entry.mail.bytes;
    entries_.push_back(std::move(entry));
    while (entries_.size() > most_mails || (bytes_ > most_bytes && entries_.size() > 1)) {
      bytes_ -= entries_.front().mail.bytes;
      entries_.pop_front();
    }
  }
  if (on_change_) on_change_();
}

std::vector<KeptMail> Mailbox::newest(std::string_view to, std::size_t limit) const {
  const std::string address = lower(to);
  std::vector<KeptMail> found;
  const std::lock_guard lock(mutex_);
  for (auto entry = entries_.rbegin(); entry != entries_.rend() && found.size() < limit; ++entry) {
    if (address.empty() || is_to(entry->mail, address)) found.push_back(entry->mail);
  }
  return found;
}

std::vector<std::string> Mailbox::addresses() const {
  std::set<std::string> known;
  const std::lock_guard lock(mutex_);
  for (const Entry& entry : entries_) {
    for (const std::string& to : entry.mail.to) known.insert(lower(to));
  }
  return {known.begin(), known.end()};
}

std::shared_ptr<const std::string> Mailbox::raw(std::int64_t id) const {
  const std::lock_guard lock(mutex_);
  const auto entry = std::ranges::lower_bound(
      entries_, id, {}, [](const Entry& candidate) { return candidate.mail.id; });
  if (entry == entries_.end() || entry->mail.id != id) return {};
  return entry->raw;
}

}  // namespace demo

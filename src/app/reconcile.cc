#include "app/reconcile.h"

#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <utility>

#include "store/queries/attempts.h"
#include "store/queries/calls.h"
#include "store/queries/outbox.h"
#include "store/queries/watermarks.h"

namespace app {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view installed_at = "provider_lists_from";
constexpr std::string_view read_until = "provider_lists_until";

constexpr minutes every{3};
constexpr seconds after_a_failure{30};
// Their clock and ours, and what is listed late.
constexpr minutes overlap{15};
constexpr days longest_look_back{7};
// So long its webhook may be under way: 15 s, and 15 s more for the fallback.
constexpr seconds settling{45};
// Of the 60 s that such a notice waits, what is left when the call has settled.
constexpr seconds before_a_cut_off{15};

base::Day day_of(base::Moment moment) {
  return std::chrono::floor<days>(moment);
}

RecordingNews news_of(const ListedRecording& recording) {
  return {.recording_sid = recording.sid,
          .call_sid = recording.call_sid,
          .status = recording.status,
          .duration = recording.duration,
          .made_at = recording.made_at};
}

MissedCall missed_of(const ListedCall& call) {
  return {
      .call = {.sid = call.sid, .from = call.from, .attestation = {}, .began_at = call.began_at},
      .status = call.status,
      .recordings = {}};
}

/// One that is known here, and began too long ago to be listed.
std::optional<MissedCall> ended_call(store::Transaction& tx, const platform::Vault& vault,
                                     std::string_view sid) {
  const auto known = store::find_call(tx, vault, sid);
  if (!known || !known->has_ended) return {};
  return MissedCall{
      .call = {known->sid, known->from, known->attestation}, .status = {}, .recordings = {}};
}

using MissedCalls = std::map<std::string, MissedCall>;

/// A recording of no call here or there is somebody else's, who uses the account, too.
MissedCalls with_recordings(store::Transaction& tx, const platform::Vault& vault, MissedCalls calls,
                            const std::vector<ListedRecording>& recordings) {
  for (const ListedRecording& recording : recordings) {
    auto call = calls.find(recording.call_sid);
    if (call == calls.end()) {
      auto known = ended_call(tx, vault, recording.call_sid);
      if (!known) continue;
      call = calls.emplace(recording.call_sid, *std::move(known)).first;
    }
    call->second.recordings.push_back(news_of(recording));
  }
  return calls;
}

}  // namespace

Reconciler::Reconciler(store::Database& database, Provider& provider, const Line& line,
                       CallRules rules, WordLateAnswer word, platform::Log log)
    : database_(database),
      provider_(provider),
      line_(line),
      rules_(rules),
      word_(std::move(word)),
      log_(std::move(log)) {}

Step Reconciler::step(base::Moment now) {
  if (!provider_.is_configured() || is_stopping_) return {};
  const auto next = next_reading();
  if (next && now < *next) return {.handled = 0, .next = next};
  read_at_ = now;
  taken_ = 0;
  settles_at_.reset();
  const auto since = begin(now);
  const bool is_whole = !since || (take_texts(*since, now) && take_calls(*since, now));
  due_at_ = now + (is_whole ? seconds(every) : after_a_failure);
  if (settles_at_) due_at_ = std::min(*due_at_, *settles_at_);
  if (is_whole && !is_stopping_) {
    database_.write([&](store::Transaction& tx) { store::set_watermark(tx, read_until, now); });
  }
  if (taken_ > 0) {
    log_.write(platform::Level::info, "missed things taken in",
               {{platform::LogField::count, std::int64_t{taken_}}});
  }
  return {.handled = taken_, .next = next_reading()};
}

std::optional<base::Moment> Reconciler::next_reading() {
  if (!due_at_) return {};
  std::optional<base::Moment> cut_off;
  database_.read([&](store::Transaction& tx) {
    cut_off = store::next_cut_off_due(tx, read_at_ + before_a_cut_off);
  });
  return cut_off ? std::min(*due_at_, *cut_off - before_a_cut_off) : *due_at_;
}

std::optional<base::Moment> Reconciler::begin(base::Moment now) {
  std::optional<base::Moment> from;
  std::optional<base::Moment> until;
  database_.read([&](store::Transaction& tx) {
    from = store::watermark(tx, installed_at);
    until = store::watermark(tx, read_until);
  });
  if (!from) {
    database_.write([&](store::Transaction& tx) { store::set_watermark(tx, installed_at, now); });
    return {};
  }
  const base::Moment read = std::min(until.value_or(*from), now);
  return std::max({*from, read - overlap, now - longest_look_back});
}

bool Reconciler::take_texts(base::Moment since, base::Moment now) {
  auto listed = provider_.texts_since(day_of(since));
  if (!is_read(listed, "texts")) return false;
  auto& texts = std::get<0>(listed);
  std::erase_if(texts, [&](const ListedText& text) {
    return text.sent_at < since || !is_settled(text.sent_at, now);
  });
  database_.read([&](store::Transaction& tx) {
    std::erase_if(texts,
                  [&](const ListedText& text) { return store::is_attempt_known(tx, text.sid); });
  });
  // As they were said: what comes later may answer what came before.
  std::ranges::sort(texts, {},
                    [](const ListedText& text) { return std::pair(text.sent_at, text.sid); });
  for (const ListedText& text : texts) {
    take([&, missed = text_of(text)](store::Transaction& tx) {
      take_missed_text(tx, line_, missed, word_, now);
    });
  }
  return true;
}

IncomingText Reconciler::text_of(const ListedText& listed) {
  IncomingText text{
      .sid = listed.sid, .from = listed.from, .body = listed.body, .sent_at = listed.sent_at};
  if (listed.media_count == 0) return text;
  auto media = provider_.media_of(listed.sid);
  // The words do not wait for the pictures: those can be sent again.
  if (!is_read(media, "pictures")) return text;
  for (ListedMedia& picture : std::get<0>(media)) {
    text.pictures.push_back({std::move(picture.sid), std::move(picture.content_type)});
  }
  return text;
}

bool Reconciler::take_calls(base::Moment since, base::Moment now) {
  auto calls = provider_.calls_since(day_of(since));
  if (!is_read(calls, "calls")) return false;
  auto recordings = provider_.recordings_since(day_of(since));
  if (!is_read(recordings, "recordings")) return false;
  for (const MissedCall& missed :
       calls_of(std::get<0>(calls), std::get<0>(std::move(recordings)), since, now)) {
    take([&](store::Transaction& tx) { take_missed_call(tx, line_, rules_, missed, now); });
  }
  return true;
}

/// Those that are over and of which something is not known here, each with its recordings: whoever
/// has spoken must not be told first that they were cut off.
std::vector<MissedCall> Reconciler::calls_of(const std::vector<ListedCall>& calls,
                                             std::vector<ListedRecording> recordings,
                                             base::Moment since, base::Moment now) {
  MissedCalls over;
  std::set<std::string> under_way;
  for (const ListedCall& call : calls) {
    if (!is_call_over(call.status) || !is_settled(call.ended_at, now)) {
      under_way.insert(call.sid);
    } else if (call.ended_at >= since) {
      over[call.sid] = missed_of(call);
    }
  }
  std::erase_if(recordings, [&](const ListedRecording& recording) {
    return recording.made_at < since || under_way.contains(recording.call_sid);
  });
  std::vector<MissedCall> missed;
  database_.read([&](store::Transaction& tx) {
    missed.clear();
    for (auto& [sid, call] : with_recordings(tx, line_.vault, over, recordings)) {
      if (is_call_missed(tx, line_, call)) missed.push_back(std::move(call));
    }
  });
  std::ranges::sort(
      missed, {}, [](const MissedCall& one) { return std::pair(one.call.began_at, one.call.sid); });
  return missed;
}

/// False for what its own webhook may still bring.
bool Reconciler::is_settled(base::Moment since_when, base::Moment now) {
  const base::Moment settled_at = since_when + settling;
  if (settled_at <= now) return true;
  settles_at_ = std::min(settles_at_.value_or(settled_at), settled_at);
  return false;
}

/// What one thing breaks must not keep the others out.
void Reconciler::take(const std::function<void(store::Transaction&)>& job) {
  if (is_stopping_) return;
  try {
    database_.write(job);
    ++taken_;
  } catch (const store::Failure&) {
    throw;
  } catch (const std::exception& failure) {
    log_.write(platform::Level::error, "a missed thing was not taken in",
               {{platform::LogField::error, std::string_view(failure.what())}});
  }
}

template <class T>
bool Reconciler::is_read(const Listed<T>& listed, std::string_view name) const {
  const auto* later = std::get_if<NotYet>(&listed);
  if (later == nullptr) return true;
  log_.write(platform::Level::warning, "the provider's list was not read",
             {{platform::LogField::channel, name},
              {platform::LogField::error, std::string_view(later->why)}});
  return false;
}

}  // namespace app

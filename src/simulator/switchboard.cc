#include "simulator/switchboard.h"

#include <algorithm>
#include <utility>

#include "simulator/live_call.h"

namespace simulator {
namespace {

constexpr std::ptrdiff_t most_kept = 300;
constexpr int not_simulated = 20001;  // as of a parameter that is not known

}  // namespace

Switchboard::Switchboard(World& world) : world_(world) {}
Switchboard::~Switchboard() = default;

std::string Switchboard::ring(const Dial& dial) {
  const Number* number = world_.number(dial.to);
  if (number == nullptr) return {};
  const auto call = add({.sid = new_sid(world_.random, "CA"),
                         .from = dial.from,
                         .to = dial.to,
                         .direction = "inbound",
                         .status = "ringing",
                         .attestation = dial.attestation,
                         .forwarded_from = dial.forwarded_from,
                         .created = world_.now},
                        {.first = number->voice,
                         .fallback = number->voice_fallback,
                         .status_callback = number->status_callback});
  call->come_in();
  return call->view().record.sid;
}

std::string Switchboard::place(const Placed& placed) {
  const auto call = add({.sid = new_sid(world_.random, "CA"),
                         .from = placed.from,
                         .to = placed.to,
                         .direction = "outbound-api",
                         .status = "queued",
                         .created = world_.now},
                        {.first = placed.url,
                         .twiml = placed.twiml,
                         .fallback = placed.fallback,
                         .status_callback = placed.status_callback,
                         .events = placed.events,
                         .longest = placed.longest});
  const std::string sid = call->view().record.sid;
  for (const std::string& name : placed.passed_over) {
    world_.complain(sid, false, {not_simulated, name + " is not simulated, and passed over"});
  }
  call->go_out(placed.rings_for);
  return sid;
}

bool Switchboard::answer(std::string_view sid) {
  const auto call = find(sid);
  return call && call->answer();
}
bool Switchboard::decline(std::string_view sid) {
  const auto call = find(sid);
  return call && call->decline();
}
bool Switchboard::press(std::string_view sid, std::string_view keys) {
  const auto call = find(sid);
  return call && call->press(keys);
}
bool Switchboard::speak(std::string_view sid, std::string_view samples, const std::string& words) {
  const auto call = find(sid);
  return call && call->speak(samples, words);
}
bool Switchboard::hang_up(std::string_view sid) {
  const auto call = find(sid);
  return call && call->hang_up();
}
bool Switchboard::redirect(std::string_view sid, const Address& url) {
  const auto call = find(sid);
  return call && call->redirect(url);
}
bool Switchboard::redirect_to_twiml(std::string_view sid, const std::string& twiml) {
  const auto call = find(sid);
  return call && call->redirect_to_twiml(twiml);
}
bool Switchboard::readdress(std::string_view sid, const Address& fallback,
                            const Address& status_callback) {
  const auto call = find(sid);
  return call && call->readdress(fallback, status_callback);
}
bool Switchboard::end(std::string_view sid) {
  const auto call = find(sid);
  return call && call->end();
}

std::optional<CallView> Switchboard::view(std::string_view sid) const {
  const auto call = find(sid);
  if (!call) return {};
  return call->view();
}

std::shared_ptr<LiveCall> Switchboard::add(CallRecord record, Application application) {
  const std::string sid = record.sid;
  auto call = std::make_shared<LiveCall>(world_, std::move(record), std::move(application));
  calls_.emplace(sid, call);
  order_.push_back(sid);
  forget_oldest();
  return call;
}

void Switchboard::forget_oldest() {
  const auto is_over = [&](const std::string& sid) {
    return calls_.at(sid)->is_over();
  };
  if (std::ranges::count_if(order_, is_over) <= most_kept) return;
  const auto oldest = std::ranges::find_if(order_, is_over);
  calls_.erase(*oldest);
  order_.erase(oldest);
}

std::shared_ptr<LiveCall> Switchboard::find(std::string_view sid) const {
  const auto found = calls_.find(sid);
  return found == calls_.end() ? nullptr : found->second;
}

}  // namespace simulator

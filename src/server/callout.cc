#include "server/callout.h"

#include <atomic>
#include <vector>

#include "app/fetch_documents.h"
#include "app/fetch_recordings.h"
#include "app/outbox_worker.h"
#include "app/reconcile.h"
#include "channels/mail/mail_sender.h"
#include "channels/twilio/media.h"
#include "channels/twilio/text_replies.h"
#include "channels/twilio/text_sender.h"
#include "channels/twilio/text_webhooks.h"
#include "channels/twilio/twiml.h"
#include "channels/twilio/voice_webhooks.h"
#include "http/server.h"
#include "server/installation.h"
#include "server/made_of_settings.h"
#include "server/practice.h"
#include "server/timers.h"
#include "server/web_site.h"
#include "server/worker.h"
#include "work/lanes.h"

namespace server {
namespace {

using platform::LogField;

constexpr int most_steps_by_hand = 1000;

std::vector<http::Route> joined(std::vector<http::Route> first, std::vector<http::Route> second) {
  for (http::Route& route : second) first.push_back(std::move(route));
  return first;
}

}  // namespace

// Members stand in the order in which they need each other: destroyed from the last to the first.
class Callout::House {
 public:
  House(const Settings& settings, Surroundings surroundings,
        std::unique_ptr<store::Database> database, platform::Vault vault)
      : around_(std::move(surroundings)),
        database_(std::move(database)),
        catalogue_(text::Catalogue::embedded()),
        account_(account_of(settings)),
        line_(line_of(settings, std::move(vault), around_.random)),
        call_rules_(call_rules_of(settings)),
        pin_length_(settings.pin_length),
        lanes_(
            *database_, {}, [this] { broken(); }, [this] { wake_workers(); }),
        texts_(account_, catalogue_),
        mails_(settings.smtp, settings.mail_from, settings.public_base_url, catalogue_,
               line_.vault),
        media_(account_),
        recorded_(account_),
        lists_(account_),
        text_outbox_(lanes_, texts_, line_.vault, around_.clock, around_.random, around_.log),
        mail_outbox_(lanes_, mails_, line_.vault, around_.clock, around_.random, around_.log),
        documents_(lanes_, media_, line_.vault, around_.random, around_.log,
                   settings.data_dir / "documents"),
        recordings_(lanes_, recorded_, line_.vault, around_.random, around_.log,
                    {.folder = settings.data_dir / "recordings",
                     .longest = settings.call_recording_max_length}),
        reconciler_(
            lanes_, lists_, line_, call_rules_,
            [this](const app::TextAnswer& answer) { return late_answer(answer); }, around_.log),
        provider_requests_(account_, around_.log),
        text_webhooks_(provider_requests_, line_, catalogue_, lanes_, around_.clock),
        voice_webhooks_(provider_requests_, line_, catalogue_, lanes_, around_.clock, call_rules_,
                        call_words_of(settings)),
        practice_(practice_of(settings)),
        web_site_(settings, {.lanes = lanes_,
                             .line = line_,
                             .catalogue = catalogue_,
                             .events = events_,
                             .practice = practice_.get(),
                             .clock = around_.clock,
                             .log = around_.log}),
        server_(server_options(settings), router()) {
    lanes_.on_change([this](const store::Topics& topics) { publish(events_, topics); });
    if (around_.workers == Workers::threads) start_workers();
  }

  House(const House&) = delete;
  House& operator=(const House&) = delete;
  ~House() {
    text_outbox_.stop();
    mail_outbox_.stop();
    reconciler_.stop();
    // No commit may wake a worker that is being taken down.
    is_waking_ = false;
    const std::lock_guard lock(workers_mutex_);
    workers_.clear();
  }

  std::uint16_t port() const { return server_.port(); }

  bool run() {
    server_.run();
    return !is_broken_;
  }

  void stop() {
    text_outbox_.stop();
    mail_outbox_.stop();
    reconciler_.stop();
    server_.stop();
  }
  store::Database& database() { return lanes_; }
  const platform::Vault& vault() const { return line_.vault; }

  void step() {
    for (int steps = 0; steps < most_steps_by_hand; ++steps) {
      bool is_more = false;
      for (const Job& job : jobs()) is_more = job.step(around_.clock()).is_more || is_more;
      if (!is_more) return;
    }
    throw std::logic_error("the workers do not come to an end");
  }

 private:
  struct Job {
    std::string_view name;
    Worker::Step step;
  };

  // The table of what goes on beside the webhooks.
  std::vector<Job> jobs() {
    return {{"text outbox",
             [this](base::Moment now) {
               return done(text_outbox_.step(now));
             }},
            {"mail outbox",
             [this](base::Moment now) {
               return done(mail_outbox_.step(now));
             }},
            {"documents",
             [this](base::Moment now) {
               return done(documents_.step(now));
             }},
            {"recordings",
             [this](base::Moment now) {
               return done(recordings_.step(now));
             }},
            {"missed",
             [this](base::Moment now) {
               return done(reconciler_.step(now));
             }},
            {"timers", [this](base::Moment now) {
               return timers(now);
             }}};
  }

  static Worker::Done done(const app::Step& step) {
    return {.is_more = step.handled > 0, .next = step.next};
  }

  app::LateAnswer late_answer(const app::TextAnswer& answer) const {
    const auto words = twilio::reply_to(catalogue_, answer);
    return {.words = words, .to_webhook = twilio::messaging_answer(words)};
  }

  Worker::Done timers(base::Moment now) {
    int handled = 0;
    lanes_.write(store::Job([&](store::Transaction& tx) {
      handled = do_what_time_brings(tx, line_, call_rules_, pin_length_, now);
    }));
    if (practice_) practice_->close_idle(now);
    return {.is_more = handled > 0};
  }

  std::unique_ptr<Practice> practice_of(const Settings& settings) {
    if (around_.practice == PracticeRooms::none) return nullptr;
    return std::make_unique<Practice>(settings, lanes_, around_.clock);
  }

  http::Router router() {
    auto provider_routes = joined(text_webhooks_.routes(), voice_webhooks_.routes());
    return http::Router(joined(std::move(provider_routes), web_site_.routes()));
  }

  http::ServerOptions server_options(const Settings& settings) const {
    http::ServerOptions options;
    options.host = settings.host;
    options.port = settings.port;
    options.on_access = [log = around_.log](const http::Access& access) {
      log.write(platform::Level::info, "request",
                {{LogField::route, access.route},
                 {LogField::status, std::int64_t{access.status}},
                 {LogField::microseconds, std::int64_t{access.took.count()}}});
    };
    return options;
  }

  void start_workers() {
    const std::lock_guard lock(workers_mutex_);
    for (Job& job : jobs()) {
      workers_.push_back(
          std::make_unique<Worker>(job.name, std::move(job.step), around_.clock, around_.log));
    }
    is_waking_ = true;
  }

  void wake_workers() {
    if (!is_waking_) return;
    const std::unique_lock lock(workers_mutex_, std::try_to_lock);
    if (!lock) return;
    for (const auto& worker : workers_) worker->wake();
  }

  void broken() {
    around_.log.write(platform::Level::error,
                      "a sync failed: stopping so that the next start recovers");
    is_broken_ = true;
    server_.stop(std::chrono::seconds(0));
  }

  Surroundings around_;
  std::atomic<bool> is_broken_{false};
  std::atomic<bool> is_waking_{false};
  std::mutex workers_mutex_;
  std::unique_ptr<store::Database> database_;
  text::Catalogue catalogue_;
  twilio::Account account_;
  app::Line line_;
  app::CallRules call_rules_;
  std::size_t pin_length_;
  http::EventHub events_;  // before the lanes, whose last commit still tells of itself
  work::Lanes lanes_;
  twilio::TextSender texts_;
  mail::MailSender mails_;
  twilio::MediaStore media_;  // of each worker its own: one thread at a time
  twilio::MediaStore recorded_;
  twilio::MediaStore lists_;
  app::OutboxWorker text_outbox_;
  app::OutboxWorker mail_outbox_;
  app::DocumentFetcher documents_;
  app::RecordingFetcher recordings_;
  app::Reconciler reconciler_;
  twilio::SignedRequests provider_requests_;
  twilio::TextWebhooks text_webhooks_;
  twilio::VoiceWebhooks voice_webhooks_;
  std::unique_ptr<Practice> practice_;  // none where it is not offered
  WebSite web_site_;
  http::Server server_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

base::Result<std::unique_ptr<Callout>> Callout::open(const Settings& settings,
                                                     Surroundings surroundings) {
  auto database = open_database(settings, store::SqliteOptions::Use::serve, surroundings.vfs);
  if (!database) return database.problem();
  auto vault = open_vault(settings, *database.value(), surroundings.random, surroundings.clock());
  if (!vault) return vault.problem();
  try {
    auto house = std::make_unique<House>(settings, std::move(surroundings),
                                         std::move(database).value(), std::move(vault).value());
    return std::unique_ptr<Callout>(new Callout(std::move(house)));
  } catch (const std::system_error& error) {
    return base::Problem{"PORT",
                         settings.host + ":" + std::to_string(settings.port) +
                             " can't be used: " + error.code().message(),
                         "stop what uses it, or set HOST and PORT to a free address"};
  }
}

Callout::Callout(std::unique_ptr<House> house) : house_(std::move(house)) {}
Callout::~Callout() = default;
std::uint16_t Callout::port() const {
  return house_->port();
}
bool Callout::run() {
  return house_->run();
}
void Callout::stop() {
  house_->stop();
}
store::Database& Callout::database() {
  return house_->database();
}
const platform::Vault& Callout::vault() const {
  return house_->vault();
}
void Callout::step() {
  house_->step();
}

}  // namespace server

#include "server/serve.h"

#include <cstdio>

#include "server/callout.h"
#include "server/installation.h"
#include "server/stop_signal.h"

namespace server {
namespace {

constexpr int broken_exit = 75;  // EX_TEMPFAIL: start me again

void greet(const Settings& settings, std::uint16_t port) {
  std::fprintf(stderr, "callout: serving %s on http://%s:%u\n", settings.organization_name.c_str(),
               settings.host.c_str(), static_cast<unsigned>(port));
  std::fprintf(stderr,
               "callout: calls are expected at %s/twilio/voice/incoming, texts at "
               "/twilio/sms/incoming\n",
               settings.public_base_url.c_str());
  if (settings.twilio_auth_tokens.empty()) {
    std::fprintf(stderr,
                 "callout: TWILIO_AUTH_TOKEN is not set: webhooks get 403 and texts wait\n");
  }
  if (!settings.smtp) std::fprintf(stderr, "callout: SMTP_URL is not set: mail waits\n");
  for (const std::string& name : settings.unknown) {
    std::fprintf(stderr, "callout: %s in .env means nothing to us: mistyped?\n", name.c_str());
  }
}

/// Whoever reads the server's own output may become its administrator, as whoever may run it.
void invite_first_administrator(const Settings& settings, store::Database& database) {
  const auto link = first_administrator_link(settings, database, platform::system_random(),
                                             platform::system_clock()());
  if (!link) return;
  std::fprintf(stderr,
               "callout: there is no administrator yet. Open this link within 24 hours to become "
               "the first one:\n"
               "\n"
               "  %s\n"
               "\n"
               "callout: it works once; links printed before no longer work, and the next start "
               "prints another\n",
               link->c_str());
}

}  // namespace

int serve(const Settings& settings) {
  StopSignal::block();
  const platform::Log log(settings.log_level);
  auto opened = Callout::open(settings, {.log = log, .practice = PracticeRooms::offered});
  if (!opened) {
    const base::Problem& problem = opened.problem();
    std::fprintf(stderr, "callout: %s %s: %s\n", problem.field.c_str(), problem.what.c_str(),
                 problem.remedy.c_str());
    return 1;
  }
  Callout& callout = *opened.value();
  greet(settings, callout.port());
  invite_first_administrator(settings, callout.database());
  log.write(platform::Level::info, "serving",
            {{platform::LogField::port, std::int64_t{callout.port()}}});
  bool is_healthy = true;
  {
    const StopSignal signal([&callout] { callout.stop(); });
    is_healthy = callout.run();
  }
  log.write(platform::Level::info, "stopped");
  return is_healthy ? 0 : broken_exit;
}

}  // namespace server

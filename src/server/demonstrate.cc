#include "server/demonstrate.h"

#include <cstdio>
#include <optional>
#include <system_error>

#include "channels/mail/mail_sender.h"
#include "channels/twilio/text_sender.h"
#include "demo/household.h"
#include "demo/people.h"
#include "server/demo_folder.h"
#include "server/made_of_settings.h"
#include "server/mailbox_server.h"
#include "server/sandbox.h"
#include "server/stop_signal.h"
#include "server/voice_samples.h"

namespace server {
namespace {

simulator::Desk desk_of(const std::string& mailbox) {
  simulator::Desk desk{.links = {{.name = "mailbox", .url = mailbox + "/"}}};
  for (const demo::Persona& persona : demo::personas()) {
    desk.telephones.push_back({.name = persona.name,
                               .note = persona.note,
                               .number = persona.number,
                               .language = std::string(people::code_of(persona.language)),
                               .pin = persona.pin,
                               .employee_number = persona.employee_number});
  }
  desk.samples = voice_samples();
  return desk;
}

/// Everything that runs in the demo, from the outside in: what needs another stands behind it.
class DemoHouse {
 public:
  explicit DemoHouse(const Demonstration& demonstration)
      : mailbox_(demonstration.mailbox_port),
        sandbox_({.folder = demonstration.folder,
                  .port = demonstration.port,
                  .simulator_port = demonstration.simulator_port,
                  .settings = settings_of(demonstration),
                  .desk = desk_of(mailbox_.url())}) {}

  /// Nothing, or why it can't begin.
  std::optional<std::string> open() {
    if (auto why = sandbox_.open()) return why;
    if (demo::is_empty(sandbox_.callout().database())) furnish();
    return {};
  }

  void run() {
    mailbox_.start();
    sandbox_.run();
    mailbox_.stop();
  }

  void stop() { sandbox_.stop(); }

  void greet() {
    std::printf(
        "Callout's demo. Everything in it is invented, and nothing leaves this machine.\n"
        "\n"
        "  board    %s/board\n"
        "  phone    %s/\n"
        "  mailbox  %s/\n"
        "\n"
        "Call the line on the phone page as somebody, and watch the board. Sign in there with\n",
        sandbox_.url().c_str(), sandbox_.simulator().url().c_str(), mailbox_.url().c_str());
    for (const demo::Persona& persona : demo::personas()) {
      if (!demo::has_password(persona)) continue;
      std::printf("  %-26s %s   %s\n", persona.email.c_str(), std::string(demo::password).c_str(),
                  persona.note.c_str());
    }
    std::printf(
        "or as anybody else with a code, which comes to the phone page or the mailbox.\n"
        "\n"
        "It is kept in %s; --fresh begins anew. Ends with Ctrl-C.\n",
        sandbox_.settings().data_dir.c_str());
    std::fflush(stdout);
  }

 private:
  Environment settings_of(const Demonstration& demonstration) const {
    Environment settings{{"SMTP_URL", mailbox_.smtp_url()},
                         {"MAIL_FROM", "Callout <callout@example.org>"},
                         {"ORGANIZATION_NAME", "Riverside Clinic"},
                         {"LOG_LEVEL", demonstration.log_level}};
    if (!demonstration.time_zone.empty()) settings["TIME_ZONE"] = demonstration.time_zone;
    return settings;
  }

  void furnish() {
    Callout& callout = sandbox_.callout();
    const Settings& settings = sandbox_.settings();
    const text::Catalogue catalogue = text::Catalogue::embedded();
    const twilio::Account account = account_of(settings);
    const twilio::TextSender texts(account, catalogue);
    const mail::MailSender mails(settings.smtp, settings.mail_from, settings.public_base_url,
                                 catalogue, callout.vault());
    demo::furnish({.database = callout.database(),
                   .vault = callout.vault(),
                   .time_zone = settings.time_zone.name(),
                   .line_numbers = {Sandbox::line_number},
                   .now = platform::system_clock()(),
                   .recordings = settings.data_dir / "recordings",
                   .samples = demo::voice_samples(),
                   .texts = texts,
                   .mails = mails});
  }

  MailboxServer mailbox_;
  Sandbox sandbox_;
};

int fail(const std::string& why) {
  std::fprintf(stderr, "callout demo: %s\n", why.c_str());
  return 1;
}

}  // namespace

int demonstrate(const Demonstration& demonstration) {
  StopSignal::block();
  try {
    DemoHouse house(demonstration);  // has its ports before anything is deleted
    if (const auto why = prepare_demo_folder(demonstration.folder, demonstration.is_fresh))
      return fail(*why);
    if (const auto why = house.open()) return fail(*why);
    house.greet();
    const StopSignal signal([&house] { house.stop(); });
    house.run();
    return 0;
  } catch (const std::system_error& error) {
    return fail(std::string(error.what()) +
                ": stop what uses it, or name another with --port, --simulator-port or "
                "--mailbox-port");
  }
}

}  // namespace server

#include "channels/mail/mail_sender.h"

#include <array>
#include <boost/json.hpp>
#include <stdexcept>
#include <utility>

#include "app/listen_link.h"
#include "channels/mail/notice_mails.h"
#include "channels/mail/opened_page.h"

namespace mail {
namespace {

// Shorter than the outbox's lease, so that nobody else takes the notice over meanwhile.
constexpr SmtpLimits limits{.connect = std::chrono::milliseconds(5'000),
                            .total = std::chrono::milliseconds(20'000)};

/// The domain of "Callout <callout@example.org>".
std::string domain_of(const std::string& from) {
  const auto at = from.rfind('@');
  if (at == std::string::npos) return "localhost";
  const std::string domain = from.substr(at + 1);
  return domain.substr(0, domain.find_first_of("> \t"));
}

/// "Mon, 23 Nov 2026 09:58:00 +0000" (RFC 5322 section 3.3).
std::string date_of(base::Moment moment) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::string iso = base::iso(moment);  // "2026-11-23T09:58:00Z"
  return std::string(days.at(base::weekday_of(day).c_encoding())) + ", " + iso.substr(8, 2) + " " +
         months.at(static_cast<unsigned>(date.month()) - 1) + " " + iso.substr(0, 4) + " " +
         iso.substr(11, 8) + " +0000";
}

struct ToOutcome {
  app::SendOutcome operator()(const Accepted&) const { return app::Accepted{}; }
  app::SendOutcome operator()(const Refused& refused) const {
    return app::NotAccepted{.error = app::ErrorClass::permanent, .code = refused.code};
  }
  app::SendOutcome operator()(const TryLater& later) const {
    return app::NotAccepted{
        .error = app::ErrorClass::retry, .code = later.code, .in_doubt = later.maybe_sent};
  }
  app::SendOutcome operator()(const Misconfigured&) const {
    return app::NotAccepted{.error = app::ErrorClass::configuration};
  }
};

}  // namespace

MailSender::MailSender(const std::optional<SmtpUrl>& smtp, std::string from,
                       std::string public_base_url, const text::Catalogue& catalogue,
                       const platform::Vault& vault)
    : from_(std::move(from)),
      public_base_url_(std::move(public_base_url)),
      catalogue_(catalogue),
      vault_(vault) {
  if (smtp) client_.emplace(*smtp, limits);
}

bool MailSender::is_configured() const {
  return client_.has_value() && !from_.empty();
}

Links MailSender::links_of(const store::Notice& notice) const {
  Links links = page_links(notice, public_base_url_);
  const bool may_hear = notice.facts.has_recording && notice.user && notice.call_out;
  if (may_hear && !public_base_url_.empty()) {
    const std::string token =
        app::write_listen_token(vault_, {.call_out = *notice.call_out,
                                         .user = *notice.user,
                                         .expires = notice.created_at + app::listen_link_lasts});
    links.recording = public_base_url_ + "/listen/" + token;
  }
  return links;
}

std::string MailSender::render(const store::Notice& notice) const {
  const NoticeMail mail =
      notice_mail(catalogue_, notice.language, notice.kind, notice.facts, links_of(notice));
  return boost::json::serialize(
      boost::json::object{{"subject", mail.subject}, {"text", mail.text}, {"html", mail.html}});
}

Message MailSender::message_of(const store::Notice& notice, const std::string& rendering) const {
  // Our own words, made by render: anything else is a fault of ours and throws.
  const boost::json::value kept = boost::json::parse(rendering);
  // A rendering of an earlier release has no HTML.
  const auto* html = kept.as_object().if_contains("html");
  return {
      .from = from_,
      .to = notice.address,
      .subject = std::string(kept.at("subject").as_string()),
      .text = std::string(kept.at("text").as_string()),
      .html = html == nullptr ? "" : std::string(html->as_string()),
      .message_id = "<notice-" + std::to_string(notice.id.value()) + "@" + domain_of(from_) + ">",
      .date = date_of(notice.created_at)};
}

app::SendOutcome MailSender::send(const store::Notice& notice, const std::string& rendering) {
  if (!client_) return app::NotAccepted{.error = app::ErrorClass::configuration};
  return std::visit(ToOutcome{}, client_->send(message_of(notice, rendering)));
}

std::variant<std::optional<std::string>, app::NotAccepted> MailSender::find_sent(
    const store::Notice&, const std::string&) {
  return std::optional<std::string>();
}

}  // namespace mail

#include <memory>

#include <curl/curl.h>

#include "channels/mail/smtp.h"

namespace mail {
namespace {

struct Cleanup {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, Cleanup>;

std::string part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner(text, &curl_free);
  return text;
}

base::Problem problem(std::string what) {
  return {"SMTP_URL", std::move(what),
          "write it as smtp://user:password@host:587 or smtps://host; in the password @ is %40, / "
          "is %2F, "
          ": is %3A, # is %23"};
}

}  // namespace

base::Result<SmtpUrl> SmtpUrl::parse(std::string_view text) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), 0) != CURLUE_OK) {
    return problem("is no URL");
  }
  const std::string scheme = part_of(url, CURLUPART_SCHEME);
  if (scheme != "smtp" && scheme != "smtps")
    return problem("begins with neither smtp:// nor smtps://");
  if (!part_of(url, CURLUPART_QUERY).empty() || !part_of(url, CURLUPART_FRAGMENT).empty()) {
    return problem("has a ? or # behind the server");
  }

  SmtpUrl smtp;
  smtp.user_ = part_of(url, CURLUPART_USER, CURLU_URLDECODE);
  smtp.password_ = part_of(url, CURLUPART_PASSWORD, CURLU_URLDECODE);
  if (smtp.user_.empty() != part_of(url, CURLUPART_USER).empty() ||
      smtp.password_.empty() != part_of(url, CURLUPART_PASSWORD).empty()) {
    return problem("has a control character in user or password");
  }
  for (const CURLUPart secret : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS}) {
    curl_url_set(url.get(), secret, nullptr, 0);
  }
  smtp.server_ = part_of(url, CURLUPART_URL);
  return smtp;
}

}  // namespace mail

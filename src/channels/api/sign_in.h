// What the routes by which people come in have in common, and each of them.
#pragma once

#include <functional>
#include <string>

#include "app/session.h"
#include "app/sign_in_throttle.h"
#include "channels/api/site.h"
#include "channels/api/viewer.h"
#include "http/message.h"
#include "platform/clock.h"
#include "platform/time_zone.h"
#include "platform/vault.h"
#include "work/lanes.h"

namespace api {

/// What the references name must outlive the routes.
struct SignIn {
  work::Lanes& lanes;
  const platform::Vault& vault;
  platform::Clock clock;
  platform::Random random;
  platform::TimeZone time_zone;  // of the organization
  std::string organization;
  Site site;
  /// Of the browser, also behind a proxy: tries are counted by it.
  std::function<std::string(const http::Request&)> client_address;
  bool offers_practice = false;  // there is a phone page to practise on
};

app::Visit visit_of(const SignIn& sign_in, const http::Request& request);

/// The contract's Session.
http::Response session_page(const SignIn& sign_in, const Viewer& viewer, int status = 200);

struct ComingIn {
  people::UserId user;
  app::Device device = app::Device::shared;
  int status = 200;
};
/// Begins a session, and ends the one that the browser had.
http::Response come_in(store::Transaction& tx, const SignIn& sign_in, const http::Request& request,
                       const ComingIn& who, const app::Visit& visit);

/// Unknown and wrong are answered alike.
http::Response sign_in_refused();
http::Response too_many_tries(const app::TooManyTries& tries);

// The handlers: on the I/O thread, as any.
http::Answer sign_in(const SignIn& sign_in, const http::Request& request);  // POST /session
http::Answer sign_out(const SignIn& sign_in, const http::Request& request);
http::Answer send_sign_in_code(const SignIn& sign_in, const http::Request& request);
http::Answer make_administrator(const SignIn& sign_in, const http::Request& request);

}  // namespace api

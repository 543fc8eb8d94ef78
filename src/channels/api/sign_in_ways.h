// The two ways of signing in (POST /session), and the password once more. Each goes write, slow,
// write: the throttle first, the hashing outside of any transaction, the session last.
#pragma once

#include <string>

#include "channels/api/sign_in.h"

namespace api {

struct PasswordEntry {
  std::string email;
  std::string password;
  app::Device device = app::Device::shared;
};
http::Answer sign_in_by_password(const SignIn& sign_in, const http::Request& request,
                                 const PasswordEntry& entry);

struct CodeEntry {
  std::string address;
  std::string code;
  std::string new_password;  // empty: none
  app::Device device = app::Device::shared;
};
http::Answer sign_in_by_code(const SignIn& sign_in, const http::Request& request,
                             const CodeEntry& entry);

/// POST /session/confirmation.
http::Answer confirm_session(store::Transaction& tx, const SignIn& sign_in, const Viewer& viewer,
                             const http::Request& request);

}  // namespace api

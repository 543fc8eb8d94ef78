// Somebody signed in, who does something in the web application.
#pragma once

#include <string>

#include "domain/people/person.h"

namespace app {

struct Actor {
  people::UserId user;
  std::string name;  // "Ana Ruiz": as the audit and the other side are told
};

}  // namespace app

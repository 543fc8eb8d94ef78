// What those who answer for others do once they have been told of an absence.
#pragma once

#include <string>

#include "app/decide_request.h"
#include "demo/life.h"
#include "demo/residents.h"
#include "demo/telephone.h"

namespace demo {

class Managers {
 public:
  Managers(Life& life, Residents& residents, Telephone& telephone)
      : life_(life), residents_(residents), telephone_(telephone) {}

  /// Some minutes later somebody has seen the call-out, later that day or the next working day its
  /// request is decided. The newest ones still wait for that.
  void hear_of_call_out(const Resident& absent, store::CallOutId call_out);
  void see(const Resident& absent, store::CallOutId call_out, std::chrono::seconds after,
           bool is_by_text);
  /// A wish for leave is decided some hours or days later.
  void hear_of_wish(const Resident& absent, store::RequestId request, base::Day first_day);
  /// By whoever is nearest and there. Nothing happens to a request that is settled.
  void decide(const Resident& absent, store::RequestId request, leave::Decision decision,
              const std::string& reason = {});
  /// The one of those who answer for them to do it.
  const Resident& nearest(const Resident& absent) const;

 private:
  void decide_call_out(const Resident& absent, store::RequestId request);
  base::Moment in_office_hours(base::Moment when) const;

  Life& life_;
  Residents& residents_;
  Telephone& telephone_;
};

}  // namespace demo

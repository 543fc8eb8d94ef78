// The other sides of Callout in tests: a stand-in for the provider's REST API, a real SMTP server
// and the provider's own signature code, in one Node process (test/other_sides). Started here,
// stopped here.
#pragma once

#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "http/client.h"

namespace test_support {

using Params = std::vector<std::pair<std::string, std::string>>;

class OtherSides {
 public:
  OtherSides();
  ~OtherSides();
  OtherSides(const OtherSides&) = delete;
  OtherSides& operator=(const OtherSides&) = delete;

  const std::string& provider_url() const { return provider_; }
  const std::string& smtp_url() const { return smtp_; }

  /// X-Twilio-Signature as the npm package `twilio` makes it.
  std::string sign(std::string_view token, std::string_view url, const Params& params);

  boost::json::value post(std::string_view path, const boost::json::object& body);
  boost::json::value get(std::string_view path);

 private:
  boost::json::value call(http::Call call);

  pid_t child_ = -1;
  int stdin_ = -1;
  std::string control_;
  std::string provider_;
  std::string smtp_;
  http::Client client_;
};

}  // namespace test_support

#include "channels/twilio/error_classes.h"

#include <algorithm>
#include <array>
#include <span>

namespace twilio {
namespace {

using enum app::ErrorClass;

struct Row {
  int code;
  app::ErrorClass error;
};

constexpr std::array send_errors{
    Row{20003, configuration},  // signing in failed
    Row{20404, configuration},  // no such account
    Row{20429, retry},          // too many requests
    Row{21211, permanent},      // To is not a phone number
    Row{21212, configuration},  // From is not a phone number: ours
    Row{21408, permanent},      // region not enabled
    Row{21602, permanent},      // no body
    Row{21603, configuration},  // From missing
    Row{21604, permanent},      // To missing
    Row{21606, configuration},  // From is not ours or can't text
    Row{21608, permanent},      // trial account, To not verified
    Row{21609, configuration},  // bad StatusCallback: PUBLIC_BASE_URL
    Row{21610, opted_out},      //
    Row{21611, retry},          // queue full
    Row{21612, permanent},      // no route
    Row{21614, permanent},      // not a mobile number
    Row{21617, permanent},      // too long
    Row{21619, permanent},      // no body, no media
    Row{21635, permanent},      // landline
    Row{21660, configuration},  // From belongs to another account
    Row{21661, configuration},  // From can't text
    Row{30001, retry},          // queue full
    Row{572005, permanent},     // no approved compliance profile
};

constexpr std::array delivery_errors{
    Row{21610, opted_out},      //
    Row{30001, retry},          // queue overflow
    Row{30002, configuration},  // account suspended
    Row{30003, retry},          // handset off
    Row{30008, retry},          // unknown
    Row{30022, retry},          // carrier's rate
    Row{30032, configuration},  // toll-free number not verified
    Row{30034, configuration},  // number not registered for application texts
};

const Row* find(std::span<const Row> rows, int code) {
  const auto row = std::ranges::find(rows, code, &Row::code);
  return row == rows.end() ? nullptr : &*row;
}

}  // namespace

app::ErrorClass send_error(int status, int code) {
  if (const Row* row = find(send_errors, code)) return row->error;
  if (status == 408 || status == 429 || status >= 500) return retry;
  if (status == 401 || status == 403 || status == 404) return configuration;
  // A redirect instead of an answer: TWILIO_API_BASE_URL is not the API.
  if (status < 400) return configuration;
  return permanent;
}

app::ErrorClass delivery_error(int code) {
  const Row* row = find(delivery_errors, code);
  return row == nullptr ? permanent : row->error;
}

}  // namespace twilio

#include "simulator/error_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace simulator {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 67> words{{
    {11100, "Invalid URL format"},
    {11200, "HTTP retrieval failure"},
    {11205, "HTTP connection failure"},
    {11750, "TwiML response body too large"},
    {12100, "Document parse failure"},
    {14101, "Message: Invalid 'To' attribute"},
    {14102, "Message: Invalid 'From' attribute"},
    {14103, "Message: Invalid Body"},
    {14105, "Message: Invalid statusCallback"},
    {14106, "Message: Document limit exceeded"},
    {20001, "Unknown or invalid parameters"},
    {20003, "Authenticate"},
    {20009, "The resource can't be deleted before it has come to its end"},
    {30409, "Message is not in a state in which it can be canceled"},
    {20404, "The requested resource was not found"},
    {20429, "Too Many Requests"},
    {20500, "An internal server error has occurred"},
    {21201, "No 'To' number specified"},
    {21205, "Url is not a valid URL"},
    {21210, "'From' phone number not verified"},
    {21211, "Invalid 'To' Phone Number"},
    {21212, "Invalid 'From' Phone Number"},
    {21213, "'From' phone number is required"},
    {21214, "'To' phone number cannot be reached"},
    {21215, "Account not authorized to call that region"},
    {21216, "Account not allowed to call that number"},
    {21217, "Phone number does not appear to be valid"},
    {21218, "Invalid ApplicationSid"},
    {21220, "Call is not in-progress. Cannot redirect."},
    {21402, "VoiceUrl is not valid"},
    {21403, "VoiceMethod is not valid"},
    {21408,
     "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"},
    {21421, "PhoneNumber is invalid"},
    {21422, "PhoneNumber is not available"},
    {21502, "SmsUrl is not valid"},
    {21503, "SmsMethod is not valid"},
    {21602, "Message body is required."},
    {21603, "A 'From' phone number is required."},
    {21604, "A 'To' phone number is required."},
    {21606, "The 'From' phone number provided is not a valid message-capable Twilio phone number"},
    {21608, "The 'To' phone number is not verified: a trial account can't send to it"},
    {21609, "The 'StatusCallback' URL is not a valid URL."},
    {21610, "Attempt to send to unsubscribed recipient"},
    {21611, "This 'From' number has exceeded the maximum number of queued messages"},
    {21612, "The 'To' phone number is not currently reachable using the 'From' phone number"},
    {21614, "'To' number is not a valid mobile number"},
    {21617, "The concatenated message body exceeds the 1600 character limit."},
    {21619, "A text message body or media urls must be specified."},
    {21620, "Invalid media URL(s)"},
    {21623, "Number of media files exceeds allowed limit"},
    {21626, "Invalid 'StatusCallbackEvent'"},
    {21635, "'To' number is a landline"},
    {21660, "The 'From' number does not belong to the account"},
    {21661, "The 'From' number is not SMS-capable"},
    {30001, "Queue overflow"},
    {30002, "Account suspended"},
    {30003, "Unreachable destination handset"},
    {30004, "Message blocked"},
    {30005, "Unknown destination handset"},
    {30006, "Landline or unreachable carrier"},
    {30007, "Message filtered"},
    {30008, "Unknown error"},
    {30009, "Missing inbound segment"},
    {30022, "US A2P 10DLC - Rate limits exceeded"},
    {30032, "Toll-free number has not been verified"},
    {30034, "US A2P 10DLC - Message from an unregistered number"},
    {35114, "Scheduling does not support this timestamp"},
}};

}  // namespace

std::string error_words(int code) {
  const auto found = std::ranges::find(words, code, &std::pair<int, std::string_view>::first);
  return found == words.end() ? "Error " + std::to_string(code) : std::string(found->second);
}

}  // namespace simulator

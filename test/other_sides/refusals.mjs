// What the provider says when it does not take a message: its codes, words and order of checks.
const words = {
  20003: "Authenticate",
  20404: "The requested resource was not found",
  20429: "Too Many Requests",
  20500: "An internal server error has occurred",
  21211: "Invalid 'To' Phone Number",
  21212: "Invalid 'From' Phone Number",
  21408: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number",
  21602: "Message body is required.",
  21603: "A 'From' phone number is required.",
  21604: "A 'To' phone number is required.",
  21606: "The 'From' phone number provided is not a valid message-capable Twilio phone number",
  21609: "The 'StatusCallback' URL is not a valid URL.",
  21610: "Attempt to send to unsubscribed recipient",
  21611: "This 'From' number has exceeded the maximum number of queued messages",
  21612: "The 'To' phone number is not currently reachable using the 'From' phone number",
  21614: "'To' number is not a valid mobile number",
  21617: "The concatenated message body exceeds the 1600 character limit.",
};

// Numbers that the provider reserves for tests: they fail in the same way for everybody.
const magic_from = { "+15005550001": 21212, "+15005550007": 21606, "+15005550008": 21611 };
const magic_to = {
  "+15005550001": 21211,
  "+15005550002": 21612,
  "+15005550003": 21408,
  "+15005550004": 21610,
  "+15005550009": 21614,
};

const is_number = (text) => /^\+[1-9]\d{6,14}$/.test(text);
const is_sender = (text) => is_number(text) || /^\d{3,8}$/.test(text);
const is_callback = (text) => /^https?:\/\/[^/_]+(\/|$)/.test(text) && URL.canParse(text);

export function error_body(status, code) {
  return {
    code,
    message: words[code] ?? `Error ${code}`,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  };
}

/** The error body for a Create Message form, or null if it is to be accepted. */
export function refuse_message(form, { settings }) {
  const [to, from, callback] = ["To", "From", "StatusCallback"].map((name) => form.get(name));
  const has_content = ["Body", "MediaUrl", "ContentSid"].some((name) => form.get(name));
  const checks = [
    [21604, !to],
    [21603, !from && !form.get("MessagingServiceSid")],
    [21602, !has_content],
    [21617, [...(form.get("Body") ?? "")].length > 1600],
    [magic_to[to], to in magic_to],
    [magic_from[from], from in magic_from],
    [21211, !is_number(to)],
    [21212, from && !is_sender(from)],
    [21609, callback && !is_callback(callback)],
    [21606, from && settings.from_numbers && !settings.from_numbers.includes(from)],
  ];
  const refused = checks.find(([, fails]) => fails);
  return refused ? error_body(400, refused[0]) : null;
}

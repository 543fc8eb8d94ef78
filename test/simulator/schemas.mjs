// What the vendor's own description of its REST API (twilio-oai, API 2010-04-01) says of each resource: names, types,
// shapes. Whatever is not known is null; what is not named is not there.
const or_null = (schema) => ({ anyOf: [schema, { type: "null" }] });
const text = or_null({ type: "string" });
const whole = or_null({ type: "integer" });
const yes_or_no = or_null({ type: "boolean" });
const digits = or_null({ type: "string", pattern: "^[0-9]+$" });
const sid = (prefix) => or_null({ type: "string", pattern: `^${prefix}[0-9a-fA-F]{32}$` });
const one_of = (...values) => or_null({ enum: values });
const method = one_of("GET", "POST");
const address = or_null({ type: "string", format: "uri" });
const path = or_null({ type: "string", pattern: "^/2010-04-01/" });
/** RFC 2822, in UTC: "Thu, 24 Aug 2023 05:01:45 +0000". */
const moment = or_null({
  type: "string", pattern: "^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000$",
});
const amount = or_null({ type: "string", pattern: "^-?\\d+\\.\\d+$" });
const currency = or_null({ type: "string", pattern: "^[A-Z]{3}$" });
const paths = or_null({ type: "object", additionalProperties: path });

const resource = (properties) => ({ type: "object", properties, required: ["sid", "uri"], additionalProperties: false });

export const message = resource({
  body: text, num_segments: digits, direction: one_of("inbound", "outbound-api", "outbound-call", "outbound-reply"),
  from: text, to: text, date_updated: moment, price: amount, error_message: text, uri: path, account_sid: sid("AC"),
  num_media: digits,
  status: one_of("queued", "sending", "sent", "failed", "delivered", "undelivered", "receiving", "received", "accepted",
    "scheduled", "read", "partially_delivered", "canceled"),
  messaging_service_sid: sid("MG"), sid: sid("(SM|MM)"), date_sent: moment, date_created: moment, error_code: whole,
  price_unit: currency, api_version: text, subresource_uris: paths,
});

export const media = resource({
  account_sid: sid("AC"), content_type: text, date_created: moment, date_updated: moment, parent_sid: sid("(SM|MM)"),
  sid: sid("ME"), uri: path,
});

export const call = resource({
  sid: sid("CA"), date_created: moment, date_updated: moment, parent_call_sid: sid("CA"), account_sid: sid("AC"),
  to: text, to_formatted: text, from: text, from_formatted: text, phone_number_sid: sid("PN"),
  status: one_of("queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled"),
  start_time: moment, end_time: moment, duration: digits, price: amount, price_unit: currency, direction: text,
  answered_by: text, api_version: text, forwarded_from: text, group_sid: sid("GP"), caller_name: text,
  queue_time: digits, trunk_sid: sid("TK"), uri: path, subresource_uris: paths,
});

export const recording = resource({
  account_sid: sid("AC"), api_version: text, call_sid: sid("CA"), conference_sid: sid("CF"), date_created: moment,
  date_updated: moment, start_time: moment, duration: digits, sid: sid("RE"), price: amount, price_unit: currency,
  status: one_of("in-progress", "paused", "stopped", "processing", "completed", "absent", "deleted"), channels: whole,
  source: one_of("DialVerb", "Conference", "OutboundAPI", "Trunking", "RecordVerb", "StartCallRecordingAPI",
    "StartConferenceRecordingAPI"),
  error_code: whole, uri: path, encryption_details: true, subresource_uris: paths, media_url: address,
});

export const transcription = resource({
  account_sid: sid("AC"), api_version: text, date_created: moment, date_updated: moment, duration: digits,
  price: or_null({ type: "number" }), price_unit: currency, recording_sid: sid("RE"), sid: sid("TR"),
  status: one_of("in-progress", "completed", "failed"), transcription_text: text, type: text, uri: path,
});

export const number = resource({
  account_sid: sid("AC"), address_sid: sid("AD"), address_requirements: one_of("none", "any", "local", "foreign"),
  api_version: text, beta: yes_or_no,
  capabilities: {
    type: "object", additionalProperties: false,
    properties: { mms: { type: "boolean" }, sms: { type: "boolean" }, voice: { type: "boolean" }, fax: { type: "boolean" } },
  },
  date_created: moment, date_updated: moment, friendly_name: text, identity_sid: sid("RI"), phone_number: text,
  origin: text, sid: sid("PN"), sms_application_sid: sid("AP"), sms_fallback_method: method, sms_fallback_url: address,
  sms_method: method, sms_url: address, status_callback: address, status_callback_method: method, trunk_sid: sid("TK"),
  uri: path, voice_receive_mode: one_of("voice", "fax"), voice_application_sid: sid("AP"),
  voice_caller_id_lookup: yes_or_no, voice_fallback_method: method, voice_fallback_url: address, voice_method: method,
  voice_url: address, emergency_status: one_of("Active", "Inactive"), emergency_address_sid: sid("AD"),
  emergency_address_status: text, bundle_sid: sid("BU"), status: text, type: text, subresource_uris: paths,
});

/** A page of a list, under that key. */
export const page_of = (key, schema) => ({
  type: "object", additionalProperties: false,
  required: [key, "end", "first_page_uri", "next_page_uri", "page", "page_size", "previous_page_uri", "start", "uri"],
  properties: {
    [key]: { type: "array", items: schema }, end: whole, first_page_uri: path, next_page_uri: path, page: whole,
    page_size: whole, previous_page_uri: path, start: whole, uri: path,
  },
});

export const refusal = {
  type: "object", additionalProperties: false, required: ["code", "message", "more_info", "status"],
  properties: {
    code: { type: "integer" }, message: { type: "string", minLength: 1 },
    more_info: { type: "string", pattern: "^https://www\\.twilio\\.com/docs/errors/\\d+$" },
    status: { type: "integer", minimum: 400, maximum: 599 },
  },
};

// That the check of documents refuses what the provider does not know; run by `node --test`.
import assert from "node:assert/strict";
import { test } from "node:test";

import twilio from "twilio";

import { faults_of, read_typings } from "./twiml_check.mjs";

const voice = read_typings("VoiceResponse");
const message = read_typings("MessagingResponse");
const document = (verbs) => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`;
const faults = (verbs) => faults_of(document(verbs), voice);

test("takes what the provider's own library writes", () => {
  const response = new twilio.twiml.VoiceResponse();
  const gather = response.gather({ action: "/keys?question=1&a=b", numDigits: 1, finishOnKey: "#" });
  gather.say({ voice: "Polly.Joanna", language: "en-US" }, "Press 1 > now");
  response.record({
    finishOnKey: "#1", maxLength: 120, playBeep: true,
    recordingStatusCallbackEvent: ["completed", "absent"],
  });
  response.redirect({ method: "POST" }, "/next");
  response.pause({ length: 2 });
  response.hangup();
  assert.deepEqual(faults_of(response.toString(), voice), []);

  const reply = new twilio.twiml.MessagingResponse();
  reply.message({ to: "+15550100100" }, "Recorded");
  assert.deepEqual(faults_of(reply.toString(), message), []);
  assert.deepEqual(faults_of(new twilio.twiml.MessagingResponse().toString(), message), []);
});

test("refuses a verb that is not known, or written otherwise", () => {
  assert.deepEqual(faults("<Speak>Hi</Speak>"), ["<Speak> cannot stand in <Response>"]);
  assert.deepEqual(faults("<say>Hi</say>"), ["<say> cannot stand in <Response>"]);
  assert.deepEqual(faults("<Message>Hi</Message>"), ["<Message> cannot stand in <Response>"]);
  assert.deepEqual(faults_of(document("<Say>Hi</Say>"), message), ["<Say> cannot stand in <Response>"]);
});

test("refuses a verb where it may not stand", () => {
  assert.deepEqual(faults("<Gather><Record/></Gather>"), ["<Record> cannot stand in <Gather>"]);
  assert.deepEqual(faults("<Gather><Say>a</Say></Gather><Record><Say>a</Say></Record>"),
    ["<Say> cannot stand in <Record>"]);
});

test("refuses an attribute that is not known, or of another case", () => {
  assert.deepEqual(faults('<Record silence="5"/>'), ["<Record> has no attribute silence"]);
  assert.deepEqual(faults('<Gather numdigits="1"/>'), ["<Gather> has no attribute numdigits"]);
  assert.deepEqual(faults('<Hangup reason="busy"/>'), ["<Hangup> has no attribute reason"]);
  assert.deepEqual(faults('<Say constructor="a">a</Say>'), ["<Say> has no attribute constructor"]);
});

test("refuses a value that is none", () => {
  assert.deepEqual(faults('<Say voice="Polly.Nobody">a</Say>'), ["<Say voice> cannot be Polly.Nobody"]);
  assert.deepEqual(faults('<Say language="es-QQ">a</Say>'), ["<Say language> cannot be es-QQ"]);
  assert.deepEqual(faults('<Gather numDigits="one"/>'), ["<Gather numDigits> cannot be one"]);
  assert.deepEqual(faults('<Record playBeep="yes"/>'), ["<Record playBeep> cannot be yes"]);
  assert.deepEqual(faults('<Record recordingStatusCallbackEvent="completed gone"/>'),
    ["<Record recordingStatusCallbackEvent> cannot be completed gone"]);
});

test("refuses what is no document", () => {
  const fault = ["is no <Response> after an XML declaration"];
  assert.deepEqual(faults_of("<Response/>", voice), fault);
  assert.deepEqual(faults_of(`\n${document("")}`, voice), fault);
  assert.deepEqual(faults_of('<?xml version="1.0"?><response/>', voice), fault);
});

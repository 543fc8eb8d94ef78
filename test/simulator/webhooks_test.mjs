// What the simulator asks of an application, judged by the vendor's own library: every signature holds, and none
// holds any more once a single thing is changed.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

import twilio from "twilio";

import { eventually } from "../e2e/eventually.mjs";
import { Application, Simulator, ana, assert_signed, auth_token, boss, line } from "./program.mjs";

let application;
let simulator;

before(async () => {
  application = await Application.open();
  simulator = await Simulator.open(application);
});
after(async () => {
  await simulator?.close();
  application?.close();
});
beforeEach(() => application.forget());

test("every webhook of a call is signed", async () => {
  application.on("/voice", `<Response><Gather numDigits="1" timeout="600" action="/menu?step=1&amp;x=%7e"><Say>Press</Say></Gather></Response>`);
  application.on("/menu", '<Response><Record action="/recorded" timeout="600" recordingStatusCallback="/recording"/></Response>');
  const { sid } = await simulator.dial();
  await simulator.until(sid, "gathering", "saying");
  await simulator.press(sid, "1");
  await simulator.until(sid, "recording");
  await simulator.speak(sid, 3);
  await simulator.hurry();
  for (const path of ["/voice", "/menu", "/recorded", "/status", "/recording"]) {
    await eventually(() => application.at(path).length > 0, path);
  }
  for (const request of application.requests) {
    assert_signed(request);
    assert.equal(request.params.CallSid, sid);
    assert.equal(request.headers["user-agent"], "TwilioProxy/1.1");
    assert.equal(request.headers["content-type"], "application/x-www-form-urlencoded; charset=UTF-8");
    assert.match(request.headers["i-twilio-idempotency-token"], /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
  }
  assert.equal(application.at("/voice")[0].params.CallStatus, "ringing");
  assert.equal(application.at("/menu")[0].params.Digits, "1");
});

/** What the webhooks about a call or message were, by the simulator's own words. */
const kinds_of = async (sid) =>
  (await simulator.ask("GET", `wire?subject=${sid}`)).exchanges.map(({ what }) => what);

/** All that came, each at the address that was configured, or written in a document. */
function assert_all_signed_at(...addresses) {
  application.requests.forEach(assert_signed);
  const asked = application.requests.map(({ url }) => url);
  for (const one of addresses) assert.ok(asked.includes(application.base + one), `${one}: ${asked}`);
}

test("the ways of a call are signed: its fallback, a redirect, a dialled number, the API's own", async () => {
  application.on("/voice", { status: 503, body: "down" });
  application.on("/voice-fallback", '<Response><Redirect method="GET">/next?a=1&amp;b=%7e</Redirect></Response>');
  application.on("/next", `<Response><Dial action="dialled#rc=1" timeout="1">${boss}</Dial></Response>`);
  application.on("/dialled", '<Response><Redirect>/wait</Redirect></Response>');
  application.on("/wait", '<Response><Pause length="600"/></Response>');
  const { sid } = await simulator.dial();
  await simulator.until(sid, "pausing");
  await eventually(() => application.at("/wait").length > 0, "the redirect");
  await simulator.client.calls(sid).update({ url: `${application.base}/elsewhere?c=2` });
  await eventually(() => application.at("/status").length > 0, "the end");
  assert_all_signed_at("/voice", "/voice-fallback", "/dialled", "/wait", "/elsewhere?c=2", "/status");
  assert.ok(application.at("/next")[0].url.startsWith(`${application.base}/next?a=1&b=%7e&`));
  const [fallback] = application.at("/voice-fallback");
  assert.equal(fallback.params.ErrorCode, "11200");
  assert.equal(fallback.params.ErrorUrl, `${application.base}/voice`);
  await eventually(async () => (await kinds_of(sid)).length === application.requests.length, "the wire");
  assert.deepEqual((await kinds_of(sid)).sort(), [
    "Dial action", "Redirect", "Redirect", "call completed", "incoming call", "incoming call", "redirected by the API",
  ]);
});

test("whatever is told of a recording is signed, its transcription too", async () => {
  application.on("/voice", `<Response><Record action="/recorded" timeout="600" transcribeCallback="/written?x=1"
    recordingStatusCallback="/recording" recordingStatusCallbackEvent="in-progress completed absent"/></Response>`);
  const { sid } = await simulator.dial();
  await simulator.until(sid, "recording");
  await simulator.speak(sid, 4);
  await simulator.hang_up(sid);
  await simulator.hurry();
  await eventually(() => application.at("/written").length > 0, "the transcription");
  await eventually(() => application.at("/recording").length === 2, "both callbacks of the recording");
  await eventually(() => application.at("/status").length > 0, "the end");
  await simulator.ask("PUT", "chaos", { drops_silent_recordings: true });
  const silent = await simulator.dial();
  await simulator.until(silent.sid, "recording");
  await simulator.hang_up(silent.sid);
  await eventually(() => application.at("/recording").length === 4, "both of the silent one");
  await simulator.ask("PUT", "chaos", {});
  assert_all_signed_at("/voice", "/recorded", "/written?x=1", "/recording", "/status");
  const states = application.at("/recording").map(({ params }) => params.RecordingStatus);
  assert.deepEqual(states.sort(), ["absent", "completed", "in-progress", "in-progress"]);
  const [written] = application.at("/written");
  assert.equal(written.params.url, `${application.base}/written?x=1`);
  assert.equal(written.params.TranscriptionStatus, "failed");
});

test("the ways of a text are signed: a redirect, an action, its reply's statuses", async () => {
  application.on("/sms", '<Response><Redirect>next?x=%7e</Redirect></Response>');
  application.on("/next", '<Response><Message action="/sent" statusCallback="/message?y=1">Noted</Message></Response>');
  const { sid } = await simulator.text("sick today");
  await eventually(() => application.at("/sent").length > 0, "the action");
  await eventually(() => application.at("/message").length === 2, "the reply's way");
  assert_all_signed_at("/sms", "/next?x=%7e", "/sent", "/message?y=1");
  const kinds = await eventually(async () => {
    const found = await kinds_of(sid);
    return found.length === 3 && found;
  }, "the wire");
  assert.deepEqual(kinds, ["incoming message", "message redirect", "message action"]);
});

test("the statuses of a message that was created are signed, however it ends", async () => {
  await simulator.ask("PUT", "endings", { number: boss, status: "undelivered", code: 30003 });
  const create = (to) => simulator.client.messages.create({
    to, from: line, body: "Recorded", statusCallback: `${application.base}/message?to=${to.slice(1)}`,
  });
  await Promise.all([create(ana), create(boss)]);
  await eventually(() => application.at("/message").length === 4, "four callbacks");
  await simulator.ask("PUT", "endings", { number: boss, status: "delivered" });
  assert_all_signed_at(`/message?to=${ana.slice(1)}`, `/message?to=${boss.slice(1)}`);
  const failed = application.at("/message").find(({ params }) => params.MessageStatus === "undelivered");
  assert.equal(failed.params.ErrorCode, "30003");
});

test("every webhook of a text is signed, whatever is in it", async () => {
  application.on("/sms", `<Response><Message statusCallback="/message">Noted</Message></Response>`);
  for (const body of ["sick today", "", " two\r\nlines ", "enferma mañana 🤒 +&=%", "é".repeat(1600)]) {
    application.requests = [];
    await simulator.text(body);
    await eventually(() => application.at("/message").length === 2, "the reply's way");
    for (const request of application.requests) {
      assert_signed(request);
      assert.equal(request.headers["content-type"], "application/x-www-form-urlencoded");
    }
    assert.equal(application.at("/sms")[0].params.Body, body);
    const states = application.at("/message").map(({ params }) => params.MessageStatus);
    assert.deepEqual(states.sort(), ["delivered", "sent"]); // their order is not guaranteed
  }
});

test("by GET the whole query is signed", async () => {
  const [number] = await simulator.client.incomingPhoneNumbers.list();
  await simulator.client.incomingPhoneNumbers(number.sid).update({ smsMethod: "GET", smsUrl: `${application.base}/sms?a=%7e#rc=2` });
  await simulator.text("sick & tired");
  const request = await eventually(() => application.at("/sms")[0], "the text");
  assert.equal(request.method, "GET");
  assert.equal(request.query.get("Body"), "sick & tired");
  assert.ok(request.url.includes("?a=%7e&"));
  assert_signed(request);
  await simulator.client.incomingPhoneNumbers(number.sid).update({ smsMethod: "POST", smsUrl: `${application.base}/sms` });
});

test("the callbacks of a placed call are signed", async () => {
  const events = ["initiated", "ringing", "answered", "completed"];
  await simulator.client.calls.create({
    to: ana, from: line, twiml: "<Response><Say>Hello</Say></Response>",
    statusCallback: `${application.base}/progress`, statusCallbackEvent: events,
  }).then(({ sid }) => eventually(
    () => simulator.ask("POST", `calls/${sid}/answer`).then(() => true, () => false), "it rings"));
  await eventually(() => application.at("/progress").length === 4, "four callbacks");
  application.requests.forEach(assert_signed);
  const numbers = application.at("/progress").map(({ params }) => params.SequenceNumber).sort();
  assert.deepEqual(numbers, ["0", "1", "2", "3"]);
});

test("a failing application's fallback hears what happened", async () => {
  application.on("/sms", { status: 500, body: "no" });
  application.on("/sms-fallback", "<Response><Message>Later</Message></Response>");
  const { sid } = await simulator.text("sick");
  const request = await eventually(() => application.at("/sms-fallback")[0], "the fallback");
  assert_signed(request);
  assert.equal(request.params.ErrorCode, "11200");
  assert.equal(request.params.ErrorUrl, `${application.base}/sms`);
  assert.equal(request.params.MessageSid, sid);
  assert.equal(
    request.headers["i-twilio-idempotency-token"],
    application.at("/sms")[0].headers["i-twilio-idempotency-token"]);
  const { complaints } = await simulator.ask("GET", "complaints");
  assert.ok(complaints.some(({ subject, code }) => subject === sid && code === 11200));
});

test("the vendor's middleware lets the simulator in and nobody else", async () => {
  const check = twilio.webhook(auth_token, { validate: true });
  const passes = ({ signature, url, params }) => {
    const { host, pathname, search } = new URL(url);
    let passed = false;
    check(
      {
        method: "POST", protocol: "http", body: params, originalUrl: pathname + search, url: pathname + search,
        headers: { "x-twilio-signature": signature, host },
        header: (name) => ({ "x-twilio-signature": signature, host })[name.toLowerCase()],
        get(name) { return this.header(name); },
      },
      { type() { return this; }, status() { return this; }, send() { return this; } },
      () => { passed = true; });
    return passed;
  };
  await simulator.text("sick");
  const request = await eventually(() => application.at("/sms")[0], "the text");
  assert.ok(passes(request));
  assert.ok(!passes({ ...request, params: { ...request.params, Body: "well" } }));
});

test("the wire shows what the application saw", async () => {
  const { sid } = await simulator.text("sick");
  await eventually(() => application.at("/sms").length === 1, "the text");
  const [exchange] = await eventually(async () => {
    const { exchanges } = await simulator.ask("GET", `wire?subject=${sid}`);
    return exchanges.length > 0 && exchanges;
  }, "the exchange");
  const [request] = application.at("/sms");
  assert.equal(exchange.url, request.url);
  assert.equal(exchange.signature, request.signature);
  assert.deepEqual(Object.fromEntries(exchange.params.map(({ name, value }) => [name, value])), request.params);
  assert.equal(exchange.status, 200);
  assert.equal(exchange.body, "<Response/>");
});

test("the wire shows how long an application took, and what it answered; what is wrong in it stands among the complaints", async () => {
  const [answer, took] = ['<Response><Say mood="sad">Hello</Say></Response>', 400];
  application.on("/voice", async () => {
    await pause(took);
    return answer;
  });
  const { sid } = await simulator.dial();
  await simulator.hurry();
  await simulator.until(sid, "over");
  const [exchange] = (await simulator.ask("GET", `wire?subject=${sid}`)).exchanges;
  const [request] = application.at("/voice");
  assert.equal(exchange.what, "incoming call");
  assert.equal(exchange.subject, sid);
  assert.equal(exchange.url, request.url);
  assert.equal(exchange.signature, request.signature);
  assert.deepEqual(Object.fromEntries(exchange.params.map(({ name, value }) => [name, value])), request.params);
  assert.equal(exchange.status, 200);
  assert.match(exchange.content_type, /^text\/xml/);
  assert.equal(exchange.body, answer);
  assert.ok(exchange.milliseconds >= took - 1, exchange.milliseconds); // a timer may be a hair early
  const { complaints } = await simulator.ask("GET", "complaints");
  const [complaint, ...others] = complaints.filter(({ subject }) => subject === sid);
  assert.equal(complaint.code, 12200);
  assert.equal(complaint.is_error, false);
  assert.match(complaint.message, /mood/);
  assert.deepEqual(others, []);
});

test("the wire shows an answer that fails, and the fallback's beside it", async () => {
  application.on("/voice", { status: 503, type: "text/html", body: "<p>down" });
  application.on("/voice-fallback", "<Response><Say>Please call again</Say></Response>");
  const { sid } = await simulator.dial();
  await simulator.hurry();
  await simulator.until(sid, "over");
  const [failed, fallback] = (await simulator.ask("GET", `wire?subject=${sid}`)).exchanges;
  assert.deepEqual(
    [failed.is_fallback, failed.status, failed.body, failed.fault.code], [false, 503, "<p>down", 11200]);
  assert.deepEqual(
    [fallback.is_fallback, fallback.status, fallback.url], [true, 200, `${application.base}/voice-fallback`]);
  assert.ok(fallback.number > failed.number);
  const { exchanges } = await simulator.ask("GET", `wire?subject=${sid}&after=${failed.number}`);
  assert.ok(exchanges.every(({ number }) => number > failed.number));
  assert.equal(exchanges[0].number, fallback.number);
  const { complaints } = await simulator.ask("GET", "complaints");
  assert.deepEqual(
    complaints.filter(({ subject }) => subject === sid).map(({ code, is_error }) => [code, is_error]), [[11200, true]]);
});

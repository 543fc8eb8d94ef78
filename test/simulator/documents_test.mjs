// Documents that the vendor's own library makes, run by the simulator: what comes of each is what the provider
// documents.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import twilio from "twilio";

import { eventually } from "../e2e/eventually.mjs";
import { Application, Simulator, ana, boss, line } from "./program.mjs";

const { MessagingResponse, VoiceResponse } = twilio.twiml;
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

function document(write) {
  const response = new VoiceResponse();
  write(response);
  return response;
}

/** Dials, and does what a caller does; the call once it is over. */
async function call(write, acts = async () => {}) {
  application.on("/voice", document(write));
  const { sid } = await simulator.dial();
  await acts(sid);
  await simulator.hurry();
  return simulator.until(sid, "over");
}

const complaints_of = async (sid) =>
  (await simulator.ask("GET", "complaints")).complaints.filter(({ subject }) => subject === sid);

const words = ({ transcript }) =>
  transcript.filter(({ who, kind }) => who === "line" && kind === "say").map((heard) => heard.words);

test("nothing entered: the next verb runs, and the end of the document hangs up", async () => {
  const over = await call((response) => {
    response.gather({ action: "/gathered", timeout: 3 }).say("Press a key");
    response.say("Goodbye");
  });
  assert.deepEqual(words(over), ["Press a key", "Goodbye"]);
  assert.equal(application.at("/gathered").length, 0);
  assert.equal(over.status, "completed");
  assert.deepEqual(await complaints_of(over.sid), []);
});

test("nothing entered is told when the document wants it", async () => {
  await call((response) => {
    response.gather({ action: "/gathered", actionOnEmptyResult: true, timeout: 3 });
  });
  assert.equal(application.at("/gathered")[0].params.Digits, "");
});

test("only the finish key is the same as nothing", async () => {
  const over = await call(
    (response) => {
      response.gather({ action: "/gathered", timeout: 600 }).pause({ length: 600 });
      response.say("Goodbye");
    },
    async (sid) => {
      await simulator.until(sid, "gathering", "pausing");
      await simulator.press(sid, "#");
    });
  assert.deepEqual(words(over), ["Goodbye"]);
  assert.equal(application.at("/gathered").length, 0);
});

test("keys and then silence: the action hears the keys so far", async () => {
  await call(
    (response) => response.gather({ action: "/gathered", timeout: 600 }).pause({ length: 600 }),
    async (sid) => {
      await simulator.until(sid, "gathering", "pausing");
      await simulator.press(sid, "12");
    });
  assert.equal(application.at("/gathered")[0].params.Digits, "12");
});

test("as many keys as wanted: the action is asked at once, without a finish key", async () => {
  application.on("/gathered", document((response) => response.say("Thanks")));
  const over = await call(
    (response) => response.gather({ action: "/gathered", numDigits: 4, timeout: 600 }).pause({ length: 600 }),
    async (sid) => {
      await simulator.until(sid, "gathering", "pausing");
      await simulator.press(sid, "1234");
    });
  assert.equal(application.at("/gathered")[0].params.Digits, "1234");
  assert.deepEqual(words(over), ["Thanks"]);
});

test("a recording that ends in silence goes on at its action, the caller on the line", async () => {
  application.on("/recorded", document((response) => response.say("Noted")));
  const over = await call(
    (response) => response.record({ action: "/recorded", timeout: 600 }),
    async (sid) => {
      await simulator.until(sid, "recording");
      await simulator.speak(sid, 4);
    });
  const { params } = application.at("/recorded")[0];
  assert.equal(params.CallStatus, "in-progress");
  assert.match(params.RecordingSid, /^RE[0-9a-f]{32}$/);
  assert.ok(Number(params.RecordingDuration) >= 1);
  assert.deepEqual(words(over), ["Noted"]);
});

test("a recording that is hung up on is told as such", async () => {
  await call(
    (response) => response.record({ action: "/recorded", timeout: 600 }),
    async (sid) => {
      await simulator.until(sid, "recording");
      await simulator.speak(sid, 4);
      await simulator.hang_up(sid);
    });
  const { params } = await eventually(() => application.at("/recorded")[0], "the action");
  assert.equal(params.Digits, "hangup");
  assert.equal(params.CallStatus, "completed");
});

test("who hangs up while something is said is told by the call's status only", async () => {
  application.on("/voice", document((response) => response.gather({ action: "/gathered" }).pause({ length: 600 })));
  const { sid } = await simulator.dial();
  await simulator.until(sid, "gathering", "pausing");
  await simulator.hang_up(sid);
  const { params } = await eventually(() => application.at("/status")[0], "the status");
  assert.equal(params.CallStatus, "completed");
  assert.equal(application.at("/gathered").length, 0);
});

test("a call that is rejected was never answered", async () => {
  const over = await call((response) => response.reject({ reason: "busy" }));
  assert.equal(over.status, "busy");
});

test("a redirect leaves the rest of the document behind", async () => {
  application.on("/next", document((response) => response.say("Here")));
  const over = await call((response) => {
    response.say("Wait");
    response.redirect({ method: "GET" }, "/next?x=1");
    response.say("Never");
  });
  assert.deepEqual(words(over), ["Wait", "Here"]);
  assert.equal(application.at("/next")[0].method, "GET");
});

test("hanging up leaves the rest of the document behind", async () => {
  const over = await call((response) => {
    response.pause({ length: 2 });
    response.hangup();
    response.say("Never");
  });
  assert.deepEqual(words(over), []);
});

test("a document that fails goes to the fallback, and without that to an announcement", async () => {
  application.on("/voice-fallback", document((response) => response.say("Please call again")));
  application.on("/voice", { status: 503, body: "down" });
  const { sid } = await simulator.dial();
  await simulator.hurry();
  const over = await simulator.until(sid, "over");
  assert.deepEqual(words(over), ["Please call again"]);
  assert.equal(application.at("/voice-fallback")[0].params.ErrorCode, "11200");
});

async function replies_to(document_text, expected) {
  application.on("/sms", document_text);
  const before = (await simulator.ask("GET", "messages")).messages.length;
  const { sid } = await simulator.text("sick today");
  const replies = await eventually(async () => {
    const { messages } = await simulator.ask("GET", "messages");
    const found = messages.slice(before).filter(({ direction }) => direction === "outbound-reply");
    return found.length >= expected && found;
  }, "replies");
  return { sid, replies };
}

test("messages of a document are delivered as replies", async () => {
  const response = new MessagingResponse();
  response.message("Noted 🤒 & thanks");
  const second = response.message({ to: boss });
  second.body("Ana is sick");
  const { sid, replies } = await replies_to(response, 2);
  assert.deepEqual(replies.map(({ from, to, body }) => [from, to, body]), [
    [line, ana, "Noted 🤒 & thanks"],
    [line, boss, "Ana is sick"],
  ]);
  assert.deepEqual(await complaints_of(sid), []);
});

test("a message with an action goes on there; a redirect asks elsewhere", async () => {
  const first = new MessagingResponse();
  first.redirect({ method: "POST" }, "/next");
  const next = new MessagingResponse();
  next.message({ action: "/sent", method: "POST" }, "Noted");
  application.on("/next", next);
  const { replies } = await replies_to(first, 1);
  assert.equal(replies[0].body, "Noted");
  const sent = await eventually(() => application.at("/sent")[0], "the action");
  assert.equal(sent.params.MessageSid, replies[0].sid);
});

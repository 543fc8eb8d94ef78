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

test("a recording ends with one of its keys, the caller on the line", async () => {
  application.on("/recorded", document((response) => response.say("Noted")));
  const over = await call(
    (response) => response.record({ action: "/recorded", timeout: 600, finishOnKey: "*9" }),
    async (sid) => {
      await simulator.until(sid, "recording");
      await simulator.speak(sid, 4);
      await simulator.press(sid, "5");
      assert.equal((await simulator.call(sid)).doing.kind, "recording");
      await simulator.press(sid, "9");
    });
  const [{ params }, ...others] = application.at("/recorded");
  assert.equal(params.Digits, "9");
  assert.equal(params.CallStatus, "in-progress");
  assert.equal(others.length, 0);
  assert.deepEqual(words(over), ["Noted"]);
});

test("a recording that is as long as it may be ends, the caller on the line", async () => {
  application.on("/recorded", document((response) => response.say("Noted")));
  const over = await call((response) => {
    response.record({ action: "/recorded", timeout: 0, maxLength: 20 }); // no silence ends it
    response.say("Never");
  });
  const { params } = application.at("/recorded")[0];
  assert.equal(params.Digits, "");
  assert.equal(params.CallStatus, "in-progress");
  assert.ok(Number(params.RecordingDuration) >= 20);
  assert.deepEqual(words(over), ["Noted"]);
});

const silence = (response) => {
  response.record({ action: "/recorded", timeout: 5, recordingStatusCallback: "/recording",
    recordingStatusCallbackEvent: "completed absent" });
  response.say("Nothing was said");
};

test("nothing said at all: the recording is kept, and its action asked", async () => {
  application.on("/recorded", document((response) => response.say("Noted")));
  const over = await call(silence);
  assert.equal(application.at("/recorded")[0].params.CallStatus, "in-progress");
  assert.deepEqual(words(over), ["Noted"]);
  const { params } = await eventually(() => application.at("/recording")[0], "the recording's status");
  assert.equal(params.RecordingStatus, "completed");
});

test("nothing said at all, of an account that keeps no silence: no action, the next verb runs", async () => {
  await simulator.ask("PUT", "chaos", { drops_silent_recordings: true });
  try {
    const over = await call(silence);
    assert.deepEqual(words(over), ["Nothing was said"]);
    assert.equal(application.at("/recorded").length, 0);
    const { params } = await eventually(() => application.at("/recording")[0], "the recording's status");
    assert.equal(params.RecordingStatus, "absent");
  } finally {
    await simulator.ask("PUT", "chaos", {});
  }
});

test("without an action a Gather asks the same address again, by POST", async () => {
  application.on("/menu", ({ params: { Digits } }) => document((response) => {
    if (Digits) response.say(`You pressed ${Digits}`);
    else response.gather({ numDigits: 1, timeout: 600 }).pause({ length: 600 });
  }));
  const over = await call(
    (response) => response.redirect({ method: "GET" }, "/menu?step=1"),
    async (sid) => {
      await simulator.until(sid, "gathering");
      await simulator.press(sid, "7");
    });
  const [first, again] = application.at("/menu");
  assert.equal(first.method, "GET");
  assert.equal(again.method, "POST");
  assert.equal(again.url, `${application.base}/menu?step=1`);
  assert.deepEqual(words(over), ["You pressed 7"]);
});

test("without an action a Record asks the same address again, by POST", async () => {
  application.on("/message", ({ params: { RecordingSid } }) => document((response) => {
    if (RecordingSid) response.say("Noted");
    else response.record({ timeout: 600, finishOnKey: "#" });
  }));
  const over = await call(
    (response) => response.redirect("/message?step=1"),
    async (sid) => {
      await simulator.until(sid, "recording");
      await simulator.speak(sid, 2);
      await simulator.press(sid, "#");
    });
  const again = application.at("/message")[1];
  assert.equal(again.method, "POST");
  assert.equal(again.url, `${application.base}/message?step=1`);
  assert.deepEqual(words(over), ["Noted"]);
});

for (const [when, kind, write] of [
  ["while something is said", "saying", (response) => {
    response.say({ loop: 0 }, "Please hold the line");
    response.redirect("/next");
  }],
  ["while a Gather speaks", "gathering", (response) => {
    response.gather({ action: "/next", actionOnEmptyResult: true }).say({ loop: 0 }, "Press a key");
    response.redirect("/next");
  }],
])
  test(`who hangs up ${when} is told by the call's status only`, async () => {
    application.on("/voice", document(write));
    const { sid } = await simulator.dial();
    await simulator.until(sid, kind);
    await simulator.hang_up(sid);
    const asked = () => application.requests.filter(({ params }) => params.CallSid === sid);
    const [, { params }] = await eventually(() => asked().length > 1 && asked(), "the status");
    assert.equal(params.CallStatus, "completed");
    const { transcript } = await simulator.call(sid);
    assert.deepEqual(transcript.slice(-2).map(({ who, kind: what }) => [who, what]),
      [["line", "say"], ["caller", "hang_up"]]);
    assert.deepEqual(asked().map(({ path }) => path), ["/voice", "/status"]);
  });

test("a number that is dialled never answers: the action hears so, the caller on the line", async () => {
  application.on("/dialled", document((response) => response.say("Nobody is there")));
  const over = await call((response) => {
    response.dial({ action: "/dialled", timeout: 20 }, boss);
    response.say("Never");
  });
  const { params } = application.at("/dialled")[0];
  assert.equal(params.DialCallStatus, "no-answer");
  assert.match(params.DialCallSid, /^CA[0-9a-f]{32}$/);
  assert.equal(params.DialBridged, "false");
  assert.equal(params.CallStatus, "in-progress");
  assert.deepEqual(words(over), ["Nobody is there"]);
});

test("a number that is dialled without an action leads to the next verb", async () => {
  const over = await call((response) => {
    response.dial({ timeout: 20 }, boss);
    response.say("Nobody is there");
  });
  assert.deepEqual(words(over), ["Nobody is there"]);
  assert.equal(over.status, "completed");
});

test("what runs beside the call is passed over", async () => {
  const over = await call((response) => {
    response.start().stream({ url: "wss://example.org/stream" });
    response.start().transcription({ statusCallbackUrl: "/transcription" });
    response.say("Hello");
    response.stop().stream({ name: "one" });
    response.say("Goodbye");
  });
  assert.deepEqual(words(over), ["Hello", "Goodbye"]);
  assert.deepEqual(await complaints_of(over.sid), []);
});

test("keys are played as they are written", async () => {
  const over = await call((response) => response.play({ digits: "ww12#" }));
  const played = over.transcript.filter(({ kind }) => kind === "play");
  assert.deepEqual(played.map(({ who, words: keys }) => [who, keys]), [["line", "ww12#"]]);
  assert.deepEqual(await complaints_of(over.sid), []);
});

test("what is no verb and no attribute is warned of, and the flow goes on", async () => {
  const over = await call((response) => {
    response.addChild("Shout", {}).addText("Never");
    response.addChild("say", {}).addText("Never");
    response.say({ mood: "sad" }, "Hello");
    response.say("Goodbye");
  });
  assert.deepEqual(words(over), ["Hello", "Goodbye"]);
  const complaints = (await complaints_of(over.sid)).reverse();
  assert.deepEqual(complaints.map(({ code, is_error }) => [code, is_error]), Array(3).fill([12200, false]));
  for (const [at, named] of ["<Shout>", "<say>", "mood"].entries())
    assert.ok(complaints[at].message.includes(named), complaints[at].message);
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

test("a document that fails goes to the fallback", async () => {
  application.on("/voice-fallback", document((response) => response.say("Please call again")));
  application.on("/voice", { status: 503, body: "down" });
  const { sid } = await simulator.dial();
  await simulator.hurry();
  const over = await simulator.until(sid, "over");
  assert.deepEqual(words(over), ["Please call again"]);
  assert.equal(application.at("/voice-fallback")[0].params.ErrorCode, "11200");
});

/** The line's number has no fallback while `act` runs. */
async function without_fallback(act) {
  const [{ sid }] = await simulator.client.incomingPhoneNumbers.list({ phoneNumber: line });
  const point_at = (voiceFallbackUrl, smsFallbackUrl) =>
    simulator.client.incomingPhoneNumbers(sid).update({ voiceFallbackUrl, smsFallbackUrl });
  await point_at("", "");
  try {
    await act();
  } finally {
    await point_at(`${application.base}/voice-fallback`, `${application.base}/sms-fallback`);
  }
}

for (const [why, answer, code] of [
  ["that fails", { status: 503, body: "down" }, 11200],
  ["that can't be read", "<Response><Say>Hello</Response>", 12100],
])
  test(`a document ${why} without a fallback ends in an announcement and a hang-up`, () =>
    without_fallback(async () => {
      application.on("/voice", answer);
      const { sid } = await simulator.dial();
      await simulator.hurry();
      const over = await simulator.until(sid, "over");
      assert.equal(over.status, "completed");
      assert.deepEqual(over.transcript.map(({ who, kind }) => [who, kind]), [
        ["provider", "answer"], ["provider", "error"], ["provider", "hang_up"],
      ]);
      assert.match(over.transcript[1].words, /application error has occurred/);
      assert.deepEqual((await complaints_of(sid)).map((one) => [one.code, one.is_error]), [[code, true]]);
    }));

async function nothing_is_texted(code) {
  application.on("/sms", { status: 500, body: "down" });
  const from = `+1555010${code}`;
  const { sid } = await simulator.text("sick today", { from });
  await eventually(async () => (await complaints_of(sid)).length > 0, "a complaint");
  const { messages } = await simulator.ask("GET", `messages?with=${encodeURIComponent(from)}`);
  assert.deepEqual(messages.map(({ direction }) => direction), ["inbound"]);
}

test("a text's webhook that fails without a fallback: nothing is texted", () =>
  without_fallback(() => nothing_is_texted(2001)));

test("a text's webhook and its fallback fail: nothing is texted", async () => {
  application.on("/sms-fallback", { status: 500, body: "down" });
  await nothing_is_texted(2002);
  assert.equal(application.at("/sms-fallback").length, 1);
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

test("a message with a picture is delivered with it", async () => {
  const response = new MessagingResponse();
  const message = response.message();
  message.body("Where to go");
  message.media("https://example.org/map.jpg");
  const { sid, replies: [reply] } = await replies_to(response, 1);
  assert.match(reply.sid, /^MM[0-9a-f]{32}$/);
  assert.equal(reply.body, "Where to go");
  assert.equal(reply.media.length, 1);
  assert.equal((await simulator.client.messages(reply.sid).fetch()).numMedia, "1");
  assert.deepEqual(await complaints_of(sid), []);
});

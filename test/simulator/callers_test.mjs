// Who calls, as carriers tell it: what of that an application hears, at first, at every further document, and at the
// end.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { eventually } from "../e2e/eventually.mjs";
import { Application, Simulator, account_sid, ana, boss, line } from "./program.mjs";

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

const places = ["From", "Caller", "To", "Called"].flatMap((whose) =>
  ["City", "State", "Zip", "Country"].map((part) => whose + part));

/** A call through two documents: what came at first, then, and at the end. */
async function heard_of(from, more) {
  application.on("/voice", "<Response><Redirect>/next</Redirect></Response>");
  application.on("/next", "<Response><Say>Hello</Say></Response>");
  const { sid } = await simulator.dial(from, more);
  await simulator.hurry();
  const requests = await eventually(() => {
    const found = application.requests.filter(({ params }) => params.CallSid === sid);
    return found.length === 3 && found;
  }, "two documents and the end");
  assert.deepEqual(requests.map(({ path }) => path), ["/voice", "/next", "/status"]);
  assert.equal((await simulator.client.calls(sid).fetch()).from, from);
  return requests.map(({ params }) => params);
}

function tells_who_calls(params, from) {
  assert.equal(params.From, from);
  assert.equal(params.Caller, from);
  assert.equal(params.To, line);
  assert.equal(params.Called, line);
  assert.equal(params.AccountSid, account_sid);
  assert.equal(params.ApiVersion, "2010-04-01");
  assert.equal(params.Direction, "inbound");
  for (const name of places) assert.ok(name in params, name);
  for (const name of ["ParentCallSid", "CallerName", "ApplicationSid"]) assert.ok(!(name in params), name);
}

for (const [who, from, country] of [
  ["of this country", ana, "US"],
  ["from abroad", "+447700900123", ""],
  ["of a short code", "12345", ""],
  ["who withholds the number", "anonymous", ""],
  ["who withholds it, in a carrier's own words", "Restricted", ""],
  ["who withholds it, typed on a keypad", "+266696687", ""],
  ["of whom the carrier says nothing", "", ""],
  ["whose number has no country", "5550100123", ""],
  ["on the Internet", "sip:bob@example.org", ""],
])
  test(`a caller ${who} is told as the carrier does`, async () => {
    const [first, then, end] = await heard_of(from);
    for (const params of [first, then, end]) {
      tells_who_calls(params, from);
      assert.equal(params.FromCountry, country);
      assert.equal(params.CallerCountry, country);
      for (const name of ["ForwardedFrom", "StirVerstat"]) assert.ok(!(name in params), name);
    }
    assert.deepEqual([first, then, end].map(({ CallStatus }) => CallStatus), ["ringing", "in-progress", "completed"]);
    assert.match(first.CallToken, /^%7B%22parentCallInfoToken/);
    assert.ok(!("CallToken" in then) && !("CallToken" in end));
  });

for (const attestation of ["TN-Validation-Passed-A", "TN-Validation-Failed-C", "No-TN-Validation", "TN-Validation-Passed-A-Diverted"])
  test(`a number that its carrier calls ${attestation} is told with that`, async () => {
    for (const params of await heard_of(ana, { attestation })) {
      tells_who_calls(params, ana);
      assert.equal(params.StirVerstat, attestation);
    }
  });

test("a call that was forwarded tells by whom, and who called at first", async () => {
  for (const params of await heard_of(ana, { forwarded_from: boss })) {
    tells_who_calls(params, ana);
    assert.equal(params.ForwardedFrom, boss);
  }
});

test("a withheld number may be forwarded, and fail its carrier's check", async () => {
  const more = { forwarded_from: boss, attestation: "TN-Validation-Failed-C" };
  for (const params of await heard_of("anonymous", more)) {
    tells_who_calls(params, "anonymous");
    assert.equal(params.ForwardedFrom, boss);
    assert.equal(params.StirVerstat, "TN-Validation-Failed-C");
  }
});

test("a text from a short code is told as such", async () => {
  const { sid } = await simulator.text("Your code is 1234", { from: "12345" });
  const { params } = await eventually(() => application.at("/sms")[0], "the text");
  assert.equal(params.From, "12345");
  assert.equal(params.To, line);
  assert.equal(params.MessageSid, sid);
});

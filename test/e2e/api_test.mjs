// The API alone: every operation of the contract and each status of it that can be brought about. Whatever is
// answered is held against api/openapi.yaml on the way (api.mjs).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Client } from "./api.mjs";
import { Contract, operations } from "./contract.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { absence_of, calls_out, stranger_calls_out, trouble_on_the_line } from "./morning.mjs";
import { ana, ben, boss, carla, dev, eva, fay, hana, mia, password } from "./people.mjs";
import { day_of } from "./story_time.mjs";

let house;
let client;
let other;
let employee;
const contract = new Contract();
const nobody = () => new Client(house, contract);
const is_problem = ({ status, body }, wanted, type, field) => {
  assert.equal(status, wanted, JSON.stringify(body));
  assert.equal(body.type, `/problems/${type}`);
  if (field) assert.equal(body.field, field);
};

before(async () => {
  house = await House.open();
  client = await Client.signed_in(house, contract, boss);
  other = await Client.signed_in(house, contract, mia);
  employee = await Client.signed_in(house, contract, ana);
});
after(() => house?.close());

// ---- Signing in ----

test("whoever is not signed in gets nothing but a 401, wherever they ask", async () => {
  const closed = operations.filter(({ needs_session }) => needs_session);
  assert.ok(closed.length > 15);
  for (const { method, path, id } of closed) {
    const answer = await nobody().send(method, path.replaceAll(/\{\w+\}/g, "1"), {});
    is_problem(answer, 401, "sign-in-needed");
    assert.ok(answer.headers.get("content-type").startsWith("application/problem+json"), id);
  }
});

test("the session says who is there and what they may", async () => {
  const { body } = await client.get("/session");
  assert.deepEqual(
    [body.user.name, body.user.email, body.organization],
    [boss.name, boss.email, "Example Clinic"],
  );
  assert.deepEqual(body.may, { see_board: true, decide: true, practise: true });
  assert.equal(day_of(new Date(body.now)), day_of(house.now()));
  const { body: theirs } = await employee.get("/session");
  assert.deepEqual(theirs.may, { see_board: false, decide: false, practise: true });
});

test("unknown and wrong are answered alike", async () => {
  const unknown = await nobody().post("/session", { email: "who@example.org", password: "not-the-words" });
  const wrong = await nobody().post("/session", { email: boss.email, password: "not-the-words" });
  is_problem(unknown, 401, "sign-in-refused");
  assert.deepEqual(unknown.body, wrong.body);
});

test("input that can't be taken names its field", async () => {
  is_problem(await nobody().post("/session", { email: "x".repeat(300), password }), 422, "invalid", "email");
  is_problem(await nobody().send("POST", "/session", { raw: "{" }), 422, "invalid");
  is_problem(await nobody().post("/sign-in-codes", { address: "nowhere" }), 422, "invalid", "address");
  is_problem(await client.put("/session/language", { language: "xx" }), 422, "invalid", "language");
  is_problem(await client.get("/requests?status=odd"), 422, "invalid", "status");
  is_problem(await client.get("/requests?limit=0"), 422, "invalid", "limit");
  is_problem(await client.get("/attempts?limit=9999"), 422, "invalid", "limit");
  is_problem(await client.get(`/people?search=${"x".repeat(101)}`), 422, "invalid", "search");
  is_problem(await client.post("/session/confirmation", {}), 422, "invalid", "password");
});

test("a sign-in that lacks something names what it lacks, and what to send", async () => {
  for (const [sent, field, remedy] of [
    [{ email: boss.email }, "password", "send email and password"],
    [{ email: boss.email, password: "" }, "password", "send email and password"],
    [{ password }, "email", "send email and password"],
    [{ address: ana.email }, "code", "send address and code"],
    [{ code: "123456" }, "address", "send address and code"],
    [{}, "body", "send email and password, or address and code"],
    [{ email: boss.email, code: "123456" }, "body", "send email and password, or address and code"],
  ]) {
    const answer = await nobody().post("/session", sent);
    is_problem(answer, 422, "invalid", field);
    assert.equal(answer.body.remedy, remedy, JSON.stringify(sent));
  }
});

test("what comes from another site or is no JSON is not looked at", async () => {
  const from = (headers) => client.send("PUT", "/session/language", { body: { language: "es" }, headers });
  is_problem(await from({ "Sec-Fetch-Site": "cross-site" }), 403, "other-site");
  is_problem(await from({ "Sec-Fetch-Site": "same-site" }), 403, "other-site");
  is_problem(await from({ "Content-Type": "text/plain" }), 415, "not-json");
  const plain = await fetch(`${house.url}/api/v1/session/language`, {
    method: "PUT",
    headers: {
      Cookie: client.cookie,
      Origin: "https://elsewhere.example",
      "Content-Type": "application/json",
    },
    body: '{"language":"es"}',
  });
  assert.equal(plain.status, 403);
  assert.equal((await client.get("/session")).body.user.language, "en");
});

test("the reader's language holds on every channel", async () => {
  const { body } = await client.put("/session/language", { language: "es" });
  assert.equal(body.user.language, "es");
  assert.equal(
    await house.number(`SELECT COUNT(*) FROM users WHERE email = '${boss.email}' AND language = 'es'`),
    1,
  );
  await client.put("/session/language", { language: "en" });
});

test("a code signs an employee in once", async () => {
  const visitor = nobody();
  assert.equal((await visitor.post("/sign-in-codes", { address: carla.email })).status, 202);
  assert.equal((await visitor.post("/sign-in-codes", { address: "nobody@example.org" })).status, 202);
  const [code] = (await house.mail(carla.email, "Code")).text.match(/\b\d{6}\b/);
  is_problem(
    await visitor.post("/session", { address: carla.email, code: code === "000000" ? "111111" : "000000" }),
    401,
    "sign-in-refused",
  );
  const { status, body } = await visitor.post("/session", { address: carla.email, code });
  assert.deepEqual([status, body.user?.name], [200, carla.name]);
  is_problem(await nobody().post("/session", { address: carla.email, code }), 401, "sign-in-refused");
});

test("a code by text, typed as people type numbers", async () => {
  await nobody().post("/sign-in-codes", { address: "(555) 010-0104" });
  const [code] = (await house.text_to(dev.phone, "code")).match(/\b\d{6}\b/);
  const { status } = await nobody().post("/session", { address: "555.010.0104", code });
  assert.equal(status, 200);
});

test("who answers for others chooses a password with the code", async () => {
  await nobody().post("/sign-in-codes", { address: mia.email });
  const [code] = (await house.mail(mia.email, "Code")).text.match(/\b\d{6}\b/);
  is_problem(await nobody().post("/session", { address: mia.email, code }), 403, "choose-password");
  is_problem(
    await nobody().post("/session", { address: mia.email, code, new_password: "short" }),
    422,
    "invalid",
    "new_password",
  );
  const chosen = await nobody().post("/session", {
    address: mia.email,
    code,
    new_password: "harvest-moon-77",
  });
  assert.equal(chosen.status, 200);
  assert.equal((await other.get("/session")).status, 401, "the sessions of before have ended");
  other = await Client.signed_in(house, contract, mia, { words: "harvest-moon-77" });
});

test("signing out ends the session, and is harmless without one", async () => {
  const visitor = await Client.signed_in(house, contract, fay);
  const { cookie } = visitor;
  assert.equal((await visitor.delete("/session")).status, 204);
  visitor.cookie = cookie;
  assert.equal((await visitor.get("/session")).status, 401);
  assert.equal((await nobody().delete("/session")).status, 204);
});

test("five wrong passwords, and the account waits; others do not", async () => {
  const tries = [];
  for (let number = 0; number < 6; number += 1) {
    tries.push(await nobody().post("/session", { email: eva.email, password: `wrong-words-${number}` }));
  }
  assert.deepEqual(
    tries.map(({ status }) => status),
    [401, 401, 401, 401, 401, 429],
  );
  is_problem(tries[5], 429, "too-many-tries");
  assert.ok(tries[5].body.retry_after > 0);
  is_problem(await nobody().post("/session", { email: eva.email, password }), 429, "too-many-tries");
  await Client.signed_in(house, contract, fay);
  await house.advance(16 * 60);
  await Client.signed_in(house, contract, eva);
  client = await Client.signed_in(house, contract, boss);
});

test("an address gets no more than five codes an hour", async () => {
  const statuses = [];
  for (let number = 0; number < 6; number += 1) {
    statuses.push((await nobody().post("/sign-in-codes", { address: "ghost@example.org" })).status);
  }
  assert.deepEqual(statuses, [202, 202, 202, 202, 202, 429]);
});

test("a link makes one administrator", async () => {
  const link = new URL(await house.administrator_link());
  const token = link.hash.slice(1);
  assert.ok(token.length > 20, link.href);
  const person = { token, name: "Ola Nordin", email: "ola@example.org", password: "harvest-moon-77" };
  is_problem(
    await nobody().post("/administrators", { ...person, password: "short" }),
    422,
    "invalid",
    "password",
  );
  is_problem(await nobody().post("/administrators", { ...person, token: "x" }), 410, "link-used");
  const { status, body } = await nobody().post("/administrators", person);
  assert.equal(status, 201);
  assert.deepEqual([body.user.roles, body.may], [["administrator"], { see_board: true, decide: false, practise: true }]);
  is_problem(await nobody().post("/administrators", person), 410, "link-used");
});

test("links are not to be guessed", async () => {
  let last;
  for (let number = 0; number < 30 && last?.status !== 429; number += 1) {
    last = await nobody().post("/administrators", {
      token: `guess${number}`,
      name: "Mallory",
      email: "mallory@example.org",
      password: "harvest-moon-77",
    });
  }
  is_problem(last, 429, "too-many-tries");
  await house.advance(16 * 60);
  client = await Client.signed_in(house, contract, boss);
  other = await Client.signed_in(house, contract, mia, { words: "harvest-moon-77" });
  employee = await Client.signed_in(house, contract, ana);
});

test("a remembered session asks for the password before words and sound", async () => {
  const { recording, call_out } = await calls_out(house, ben);
  const device = await Client.signed_in(house, contract, boss, { remember: true });
  await house.advance(40 * 60);
  const { body: session } = await device.get("/session");
  assert.deepEqual([session.is_remembered, session.is_confirmed], [true, false]);
  is_problem(await device.get(`/recordings/${recording}`), 403, "confirm-first");
  assert.equal((await device.get(`/call-outs/${call_out}`)).body.withheld, "confirm");
  is_problem(
    await device.post("/session/confirmation", { password: "not-the-words" }),
    401,
    "sign-in-refused",
  );
  assert.equal((await device.post("/session/confirmation", { password })).body.is_confirmed, true);
  assert.equal((await device.get(`/recordings/${recording}`)).status, 200);
  assert.equal((await device.get(`/call-outs/${call_out}`)).body.withheld, "nothing");
  for (let number = 0; number < 5; number += 1)
    await device.post("/session/confirmation", { password: `wrong-words-${number}` });
  is_problem(await device.post("/session/confirmation", { password }), 429, "too-many-tries");
  await house.advance(16 * 60);
  client = await Client.signed_in(house, contract, boss);
  other = await Client.signed_in(house, contract, mia, { words: "harvest-moon-77" });
  employee = await Client.signed_in(house, contract, ana);
});

// ---- Call-outs and requests ----

test("a text stands on the board at once, and the stream says so", async () => {
  const stream = await client.listen();
  const { headers } = await client.get("/board");
  const etag = headers.get("etag");
  assert.equal((await client.get("/board", { "If-None-Match": etag })).status, 304);
  await house.text(ana.phone, "Calling out sick - stomach flu");
  await stream.hears("call_outs");
  await stream.close();
  const { status, body } = await client.get("/board", { "If-None-Match": etag });
  assert.equal(status, 200);
  const [entry] = body.call_outs.filter(({ person }) => person?.name === ana.name);
  assert.deepEqual(
    [
      entry.source,
      entry.authentication_method,
      entry.status,
      entry.is_call_out,
      entry.has_words,
      entry.phone_number_used,
    ],
    ["sms", "phone_match", "pending", true, true, ana.phone],
  );
  assert.equal(entry.start_date, day_of(house.now()));
  assert.ok(body.pending_count >= 1);
});

test("the request holds the words, the history and what reached whom", async () => {
  const { request, call_out } = await absence_of(house, ana);
  await house.mail(ana.email, "CALL-OUT");
  const { body, headers } = await client.get(`/requests/${request}`);
  assert.equal(headers.get("etag"), `"${body.version}"`);
  assert.equal(body.reason, "stomach flu");
  assert.equal(body.call_out.message, "Calling out sick - stomach flu");
  assert.equal(body.minutes, 450);
  assert.ok(body.balances.length > 0);
  assert.ok(body.history.some(({ action }) => action === "call_out_recorded"));
  await eventually(async () => {
    const {
      body: { notices },
    } = await client.get(`/requests/${request}`);
    return notices.some(
      ({ to, is_employee, state }) =>
        is_employee && to.includes("Ana") && ["accepted", "delivered"].includes(state),
    );
  }, "the receipt among the notices");
  const alone = await client.get(`/call-outs/${call_out}`);
  assert.equal(alone.body.request_id, request);
});

test("an attempt and a call-out of nobody's number do not exist", async () => {
  for (const id of ["999999", "0", "-1", "x", "9".repeat(30)]) {
    is_problem(await client.get(`/requests/${id}`), 404, "not-found");
    is_problem(await client.get(`/call-outs/${id}`), 404, "not-found");
    is_problem(await client.get(`/call-outs/${id}/candidates`), 404, "not-found");
    is_problem(await client.get(`/recordings/${id}`), 404, "not-found");
    is_problem(
      await client.post(`/requests/${id}/decision`, { decision: "approve" }, { "If-Match": '"1"' }),
      404,
      "not-found",
    );
    for (const act of ["acknowledgement", "rejection"])
      is_problem(await client.post(`/call-outs/${id}/${act}`), 404, "not-found");
    is_problem(await client.post(`/call-outs/${id}/assignment`, { member_id: 1 }), 404, "not-found");
    is_problem(await client.post(`/attempts/${id}/closing`), 404, "not-found");
    is_problem(await client.post(`/alarms/${id}/closing`), 404, "not-found");
  }
});

test("a decision names its state, its reason and itself", async () => {
  const { request } = await absence_of(house, ana);
  const decide = (body, headers) => client.post(`/requests/${request}/decision`, body, headers);
  is_problem(await decide({ decision: "approve" }), 428, "state-not-named");
  is_problem(await decide({ decision: "burn" }, { "If-Match": '"1"' }), 422, "invalid", "decision");
  is_problem(await decide({ decision: "deny" }, { "If-Match": '"1"' }), 422, "invalid", "reason");
  is_problem(
    await decide({ decision: "deny", reason: "   " }, { "If-Match": '"1"' }),
    422,
    "invalid",
    "reason",
  );
});

test("two decide at once: one does, the other hears who was first; nothing happens twice", async () => {
  const { request } = await absence_of(house, ana);
  const { headers } = await client.get(`/requests/${request}`);
  const state = { "If-Match": headers.get("etag") };
  const answers = await Promise.all([
    client.post(`/requests/${request}/decision`, { decision: "approve" }, state),
    other.post(`/requests/${request}/decision`, { decision: "deny", reason: "no" }, state),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
  const lost = answers.find(({ status }) => status === 412);
  is_problem(lost, 412, "decided-meanwhile");
  assert.equal(lost.body.by, answers[0] === lost ? mia.name : boss.name);
  assert.equal(
    await house.number(
      `SELECT COUNT(*) FROM audit_entries WHERE subject = 'pto_requests' AND subject_id = ${request} AND action IN ('request approved', 'request denied')`,
    ),
    1,
  );
  const { headers: now } = await client.get(`/requests/${request}`);
  is_problem(
    await client.post(
      `/requests/${request}/decision`,
      { decision: "approve" },
      { "If-Match": now.get("etag") },
    ),
    409,
    "not-possible-now",
  );
});

test("approval charges the hours, not charging or taking it back gives exactly them back", async () => {
  await house.text(dev.phone, "sick today");
  const { request } = await absence_of(house, dev);
  const sum = () =>
    house.number(`SELECT COALESCE(SUM(minutes), 0) FROM ledger_entries WHERE pto_request_id = ${request}`);
  const decide = async (decision) => {
    const { headers } = await client.get(`/requests/${request}`);
    return client.post(`/requests/${request}/decision`, { decision }, { "If-Match": headers.get("etag") });
  };
  assert.equal((await decide("approve")).body.status, "approved");
  assert.equal(await sum(), -450);
  const { body } = await decide("do_not_charge");
  assert.deepEqual([body.status, body.is_charged, await sum()], ["approved", false, 0]);
  assert.equal((await decide("charge")).body.is_charged, true);
  assert.equal(await sum(), -450);
  await house.mail(dev.email, "pproved");
  const { body: taken_back } = await decide("cancel");
  assert.deepEqual([taken_back.status, taken_back.call_out.state, await sum()], ["cancelled", "taken_back", 0]);
  await house.mail(dev.email, "aken Back");
  is_problem(await decide("cancel"), 409, "not-possible-now");
});

test("who has seen it is told to the employee, and to who comes later", async () => {
  const { call_out } = await absence_of(house, ana);
  const { body } = await client.post(`/call-outs/${call_out}/acknowledgement`);
  assert.match(body.acknowledged.by, /^Boss L/);
  assert.equal((await client.post(`/call-outs/${call_out}/acknowledgement`)).status, 200);
  const late = await other.post(`/call-outs/${call_out}/acknowledgement`);
  is_problem(late, 409, "already-acknowledged");
  assert.equal(late.body.by, body.acknowledged.by);
  assert.match(await house.text_to(ana.phone, "Seen by"), /Boss L/);
});

test("an unverified call-out is assigned once; its words stay", async () => {
  const call_out = await stranger_calls_out(house, "Calling out sick, this is Carla Diaz, fever");
  const {
    body: { candidates },
  } = await client.get(`/call-outs/${call_out}/candidates?search=carla`);
  assert.equal(candidates[0].person.name, carla.name);
  const assign = (member_id) =>
    client.post(`/call-outs/${call_out}/assignment`, { member_id, add_number: true });
  is_problem(await assign(999999), 422, "invalid", "member_id");
  is_problem(await client.post(`/call-outs/${call_out}/assignment`, {}), 422, "invalid", "member_id");
  const { status, body } = await assign(candidates[0].person.member_id);
  assert.equal(status, 200);
  assert.deepEqual(
    [body.person.name, body.authentication_method, body.verified],
    [carla.name, "manual", true],
  );
  assert.match(body.message, /Carla Diaz/);
  is_problem(await assign(candidates[0].person.member_id), 409, "not-possible-now");
  await house.text_to(carla.phone, "recorded, Carla");
});

test("a rejected call-out stays on record", async () => {
  const call_out = await stranger_calls_out(house, "out sick today", "+15550100197");
  const { status, body } = await client.post(`/call-outs/${call_out}/rejection`);
  assert.deepEqual([status, body.state], [200, "rejected"]);
  is_problem(await client.post(`/call-outs/${call_out}/rejection`), 409, "not-possible-now");
  const { body: inbox } = await client.get("/requests?status=rejected");
  assert.ok(inbox.items.some((one) => one.call_out_id === call_out));
});

test("a recording is heard in ranges; each listening is in its history", async () => {
  const { recording, request } = await absence_of(house, ben);
  const whole = await client.get(`/recordings/${recording}`);
  assert.equal(whole.body.subarray(0, 4).toString(), "RIFF");
  const part = await client.get(`/recordings/${recording}`, { Range: "bytes=0-3" });
  assert.deepEqual([part.status, part.body.toString()], [206, "RIFF"]);
  assert.match(part.headers.get("content-range"), /^bytes 0-3\/\d+$/);
  assert.equal(
    (await client.get(`/recordings/${recording}`, { Range: `bytes=${whole.body.length + 9}-` })).status,
    416,
  );
  const { body } = await client.get(`/requests/${request}`);
  assert.ok(body.history.some(({ action, actor }) => action === "recording_heard" && actor === boss.name));
  const [{ waveform, duration, state }] = body.call_out.recordings;
  assert.deepEqual([waveform.length, duration, state], [100, 4, "ready"]);
  assert.ok(new Set(waveform).size > 3, `the waveform has a shape: ${waveform}`);
});

test("the inbox is filtered and paged", async () => {
  const inbox = async (query) => (await client.get(`/requests?${query}`)).body;
  const all = await inbox("limit=200");
  assert.ok(all.items.length >= 4);
  assert.equal(all.next, null);
  const paged = [];
  for (let after = ""; after !== null;) {
    const { items, next } = await inbox(`limit=2${after && `&after=${encodeURIComponent(after)}`}`);
    assert.ok(items.length <= 2);
    paged.push(...items);
    after = next;
  }
  assert.deepEqual(paged, all.items);
  const approved = (await inbox("status=approved")).items;
  assert.ok(approved.length > 0 && approved.every(({ status }) => status === "approved"));
  assert.deepEqual((await inbox("kind=pto")).items, []);
  assert.equal((await inbox("kind=call_outs&limit=200")).items.length, all.items.length);
  assert.ok((await inbox("search=RUIZ")).items.every(({ person }) => person.name === ana.name));
  const receipt = all.items.find(({ person }) => person?.name === ana.name).receipt_number;
  assert.deepEqual(
    (await inbox(`search=%23${receipt}`)).items.map(({ receipt_number }) => receipt_number),
    [receipt],
  );
  assert.deepEqual((await inbox("to=2020-01-01")).items, []);
  const late = await stranger_calls_out(house, "sick today", "+15550100196");
  assert.deepEqual(
    (await inbox("needs_verification=true")).items.map(({ call_out_id }) => call_out_id),
    [late],
  );
});

test("what came to nothing is listed until somebody has seen to it", async () => {
  const attempts = await trouble_on_the_line(house);
  const {
    body: { items },
  } = await client.get("/attempts");
  const unclear = items.find(({ id }) => id === attempts.unclear);
  assert.deepEqual([unclear.kind, unclear.words, unclear.person.name], ["unclear", "blue sky", dev.name]);
  for (const once of ["first", "again"])
    assert.equal((await client.post(`/attempts/${unclear.id}/closing`)).status, 204, once);
  const { body: open } = await client.get("/attempts?state=open");
  assert.ok(!open.items.some(({ id }) => id === unclear.id));
  const { body: all } = await client.get("/attempts?state=all&limit=200");
  assert.equal(all.items.find(({ id }) => id === unclear.id).state, "closed");
});

test("an alarm stands on the board until somebody has seen to it", async () => {
  await house.sql(
    `INSERT INTO alarms (kind, raised_at) VALUES ('provider_configuration', ${Math.floor(house.now() / 1000)})`,
  );
  const {
    body: { alarms },
  } = await client.get("/board");
  const alarm = alarms.find(({ kind }) => kind === "provider_configuration");
  for (const once of ["first", "again"])
    assert.equal((await client.post(`/alarms/${alarm.id}/closing`)).status, 204, once);
  assert.ok(!(await client.get("/board")).body.alarms.some(({ id }) => id === alarm.id));
});

test("teams and people are those of the reader", async () => {
  assert.deepEqual(
    (await client.get("/teams")).body.teams.map(({ name }) => name),
    ["Clinical"],
  );
  const { body } = await client.get("/people?search=okafor");
  assert.deepEqual(
    body.people.map(({ name, position, team }) => [name, position, team]),
    [[ben.name, "RN", "Clinical"]],
  );
});

test("thirty minutes without use end a session; what nobody asked for by hand does not keep it", async () => {
  const idle = await Client.signed_in(house, contract, hana);
  await house.advance(20 * 60);
  assert.equal((await idle.get("/board")).status, 200);
  await house.advance(20 * 60);
  assert.equal((await idle.get("/board")).status, 200, "use keeps it");
  await house.advance(20 * 60);
  assert.equal((await idle.get("/board", { "Callout-Background": "1" })).status, 200);
  await house.advance(20 * 60);
  is_problem(await idle.get("/board"), 401, "sign-in-needed");
});

test("no word of anybody's reason is in the log or in a mail's subject", async () => {
  const lines = house.log.join("\n");
  for (const word of ["stomach flu", "Carla Diaz, fever", password, "harvest-moon-77"])
    assert.ok(!lines.includes(word), word);
  const subjects = (await house.ask_sides("/mails")).map(({ subject }) => subject).join("\n");
  assert.ok(!subjects.includes("stomach"));
});

// Only a server in want of connections says it.
const not_provoked = new Set(["listen 503"]);

test("every operation was asked for, and each of its statuses brought about", () => {
  const wanted = operations.flatMap(({ id, statuses }) =>
    statuses.filter((status) => status !== "default").map((status) => `${id} ${status}`),
  );
  assert.deepEqual(
    wanted.filter((one) => !contract.seen.has(one) && !not_provoked.has(one)),
    [],
  );
});

// Who may do what: a table of people and absences, and every route that names an absence walked for every cell.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Client } from "./api.mjs";
import { Contract } from "./contract.mjs";
import { House } from "./house.mjs";
import { everybody_calls_out, stranger_calls_out, trouble_on_the_line } from "./morning.mjs";
import { adela, ana, ben, boss, carla, dev, fay, hana, hedda, iris, ivan, otto, sue } from "./people.mjs";

// decides: sees, reads, hears and decides; handles: sees and decides, but has no words; own: sees, reads and hears;
// -: it does not exist. Records, the team of Iris, is isolated: Ivan manages it, Hedda is its named HR person.
const table = `
  whose    Ana      Carla    Fay      Iris     Ben      nobody's
  nobody   401      401      401      401      401      401
  Ana      own      -        -        -        -        -
  Boss     decides  decides  -        -        decides  handles
  Sue      -        decides  -        -        -        handles
  Adela    -        -        decides  -        -        handles
  Ivan     -        -        -        decides  -        -
  Hana     decides  decides  decides  -        decides  decides
  Hedda    decides  decides  decides  decides  decides  decides
  Otto     -        -        -        -        -        -
`;
const named = Object.fromEntries(
  [adela, ana, ben, boss, carla, dev, fay, hana, hedda, iris, ivan, otto, sue].map((one) => [one.first, one]),
);
const [[, ...columns], ...rows] = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([reader, ...words]) =>
  words.map((word, at) => ({ reader, whose: columns[at], word })),
);
const cell = (reader, whose) => cells.find((one) => one.reader === reader && one.whose === whose).word;
const sees = (word) => ["decides", "handles", "own"].includes(word);
const readers = rows.map(([reader]) => reader);

let house;
const contract = new Contract();
const clients = {};
const absences = {};
let unverified;
let attempts;

before(async () => {
  house = await House.open();
  const called_out = await everybody_calls_out(house);
  for (const person of [ana, carla, fay, iris]) absences[person.first] = called_out[person.email];
  unverified = await stranger_calls_out(house, "Calling out sick, stomach flu");
  attempts = await trouble_on_the_line(house);
  for (const reader of readers) {
    clients[reader] =
      reader === "nobody"
        ? new Client(house, contract)
        : await Client.signed_in(house, contract, named[reader]);
  }
});
after(() => house?.close());

/** Walks the table's cells of these columns; `expected(word)` names the statuses that are right. */
async function walk(whoses, ask, expected) {
  const wrong = [];
  for (const { reader, whose, word } of cells.filter((one) => whoses.includes(one.whose))) {
    const { status } = await ask(clients[reader], whose);
    const right = [word === "401" ? 401 : expected(word)].flat();
    if (!right.includes(status))
      wrong.push(`${reader} and ${whose}'s (${word}): ${status}, not ${right.join(" or ")}`);
  }
  assert.deepEqual(wrong, []);
}
const people = ["Ana", "Carla", "Fay", "Iris"];
const shown = (word) => (sees(word) ? 200 : 404);
const acted = (own, done) => (word) => (word === "-" ? 404 : word === "own" ? own : done);

test("a request is read", () =>
  walk(people, (client, whose) => client.get(`/requests/${absences[whose].request}`), shown));

test("a call-out is read", () =>
  walk(people, (client, whose) => client.get(`/call-outs/${absences[whose].call_out}`), shown));

test("an unverified call-out is read", () =>
  walk(["nobody's"], (client) => client.get(`/call-outs/${unverified}`), shown));

test("a recording is heard", () =>
  walk(people, (client, whose) => client.get(`/recordings/${absences[whose].recording}`), shown));

test("a request is decided", () =>
  walk(
    people,
    (client, whose) =>
      client.post(
        `/requests/${absences[whose].request}/decision`,
        { decision: "approve" },
        { "If-Match": '"0"' },
      ),
    acted(409, 412),
  ));

test("a decision about an absence of one's own is none", async () => {
  const { headers, body } = await clients.Ana.get(`/requests/${absences.Ana.request}`);
  assert.deepEqual(body.may, { approve: false, deny: false, charge: false, do_not_charge: false, cancel: false });
  assert.deepEqual([body.balances, body.notices], [[], []]);
  const { status } = await clients.Ana.post(
    `/requests/${body.id}/decision`,
    { decision: "approve" },
    { "If-Match": headers.get("etag") },
  );
  assert.equal(status, 409);
  assert.equal((await clients.Ana.get(`/requests/${body.id}`)).body.status, "pending");
});

test("whose a call-out might be is asked", async () => {
  await walk(
    ["nobody's"],
    (client) => client.get(`/call-outs/${unverified}/candidates?search=a`),
    acted(404, 200),
  );
  await walk(
    people,
    (client, whose) => client.get(`/call-outs/${absences[whose].call_out}/candidates`),
    acted([200, 404], [200, 404]),
  );
  for (const reader of ["Boss", "Sue", "Adela", "Hana", "Hedda"]) {
    const { body } = await clients[reader].get(`/call-outs/${unverified}/candidates?search=a`);
    for (const { person } of body.candidates) {
      const found = Object.values(named).find(({ name }) => name === person.name);
      if (columns.includes(found?.first))
        assert.equal(cell(reader, found.first), "decides", `${reader} is offered ${person.name}`);
    }
  }
});

test("a call-out that is somebody's is assigned or rejected by nobody", async () => {
  await walk(
    people,
    (client, whose) => client.post(`/call-outs/${absences[whose].call_out}/rejection`),
    acted(409, 409),
  );
  await walk(
    people,
    (client, whose) => client.post(`/call-outs/${absences[whose].call_out}/assignment`, { member_id: 1 }),
    acted(409, 409),
  );
});

test("an unverified call-out is assigned to nobody outside the assigner's scope", async () => {
  const members = {};
  for (const person of [ana, carla, fay, iris]) members[person.first] = await house.member_id(person);
  const wrong = [];
  for (const reader of readers) {
    for (const [whose, member_id] of Object.entries(members)) {
      const word = cell(reader, whose);
      if (word === "decides") continue; // that would do it
      const { status } = await clients[reader].post(`/call-outs/${unverified}/assignment`, { member_id });
      const right = word === "401" ? 401 : sees(cell(reader, "nobody's")) ? 422 : 404;
      if (status !== right) wrong.push(`${reader} to ${whose}: ${status}, not ${right}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(
    await house.number(
      `SELECT COUNT(*) FROM call_out_records WHERE id = ${unverified} AND member_id IS NULL`,
    ),
    1,
  );
});

test("an unverified call-out is rejected by who may, and only once", async () => {
  await walk(
    ["nobody's"],
    (client) => client.post(`/call-outs/${unverified}/rejection`),
    acted(404, [200, 409]),
  );
  assert.equal(
    await house.number("SELECT COUNT(*) FROM audit_entries WHERE action = 'call-out rejected'"),
    1,
  );
});

test("a call-out is acknowledged by who may; who comes later hears who was first", () =>
  walk(
    people,
    (client, whose) => client.post(`/call-outs/${absences[whose].call_out}/acknowledgement`),
    acted(409, [200, 409]),
  ));

test("an attempt is closed by who answers for the person", async () => {
  await walk(["Ben"], (client) => client.post(`/attempts/${attempts.incomplete}/closing`), acted(404, 204));
});

test("lists, board, people and teams name exactly those whom the reader may see", async () => {
  const wrong = [];
  const expect = (reader, what, found, wanted) => {
    const seen = columns.filter((whose) => named[whose] && found.has(named[whose].name));
    const right = columns.filter((whose) => named[whose] && wanted(whose));
    if (String(seen) !== String(right))
      wrong.push(`${reader}, ${what}: ${seen.join(" ")}, not ${right.join(" ")}`);
  };
  for (const reader of readers.filter((one) => one !== "nobody")) {
    const names = async (path, list) =>
      new Set(list((await clients[reader].get(path)).body).map((one) => one.person?.name ?? one.name));
    const may = (whose) => sees(cell(reader, whose));
    const called_out = (whose) => may(whose) && people.includes(whose);
    expect(reader, "inbox", await names("/requests?limit=200", (body) => body.items), called_out);
    if (reader !== "Ana")
      expect(reader, "board", await names("/board", (body) => body.call_outs), called_out);
    expect(
      reader,
      "attempts",
      await names("/attempts?state=all", (body) => body.items),
      (whose) => may(whose) && whose === "Ben",
    );
    for (const whose of columns.filter((one) => named[one])) {
      const member = await house.member_id(named[whose]);
      expect(
        reader,
        `people, member ${whose}`,
        await names(`/people?member=${member}`, (body) => body.people),
        (one) => one === whose && may(one),
      );
      expect(
        reader,
        `people, search ${whose}`,
        await names(`/people?search=${whose}`, (body) => body.people),
        (one) => one === whose && may(one),
      );
      const requests = await names(`/requests?member=${member}`, (body) => body.items);
      expect(reader, `inbox of ${whose}`, requests, (one) => one === whose && called_out(one));
    }
    const teams = (await clients[reader].get("/teams")).body.teams.map(({ name }) => name);
    if (teams.includes("Records") !== ["Ivan", "Hedda"].includes(reader))
      wrong.push(`${reader}, teams: ${teams}`);
  }
  assert.deepEqual(wrong, []);
});

test("the head counts are of those whom the reader decides about", async () => {
  const groups = async (reader) =>
    (await clients[reader].get("/board")).body.headcounts
      .map(({ team, position }) => `${team} ${position}`)
      .sort();
  assert.equal((await clients.Ana.get("/board")).status, 404, "who answers for nobody has no board");
  assert.deepEqual(await groups("Sue"), ["Clinical MOA"]);
  assert.deepEqual(await groups("Ivan"), ["Records Clerk"]);
  assert.deepEqual(await groups("Boss"), ["Clinical APP", "Clinical MOA", "Clinical RN"]);
  assert.ok(!(await groups("Hana")).includes("Records Clerk"));
  assert.ok((await groups("Hedda")).includes("Records Clerk"));
  assert.deepEqual(await groups("Otto"), []);
});

test("only HR reads and hears where the policy says so; the manager goes on deciding", async () => {
  await house.sql("UPDATE teams SET reasons_for_hr_only = 1 WHERE name = 'Clinical'");
  const { request, recording } = absences.Ana;
  const read = async (reader) => (await clients[reader].get(`/requests/${request}`)).body;
  const manager = await read("Boss");
  assert.deepEqual([manager.withheld, manager.reason, manager.call_out.message], ["not_yours", null, null]);
  assert.equal(manager.may.approve, true);
  assert.equal((await clients.Boss.get(`/recordings/${recording}`)).status, 404);
  for (const reader of ["Ana", "Hana"]) {
    assert.equal((await read(reader)).withheld, "nothing", reader);
    assert.equal((await clients[reader].get(`/recordings/${recording}`)).status, 200, reader);
  }
});

test("an unverified call-out's words are for HR; the managers see that it came", async () => {
  const other = await stranger_calls_out(house, "Calling out sick, tooth ache", "+15550100198");
  for (const { reader, word } of cells.filter(({ whose }) => whose === "nobody's")) {
    if (!sees(word)) continue;
    const { body } = await clients[reader].get(`/call-outs/${other}`);
    const words = word === "handles" ? ["not_yours", null] : ["nothing", "Calling out sick, tooth ache"];
    assert.deepEqual([body.withheld, body.message], words, reader);
  }
});

test("what concerns nobody in particular is for those who answer for others", async () => {
  await house.sql(
    `INSERT INTO alarms (kind, raised_at) VALUES ('mail_configuration', ${Math.floor(house.now() / 1000)})`,
  );
  const alarm = await house.number("SELECT MAX(id) FROM alarms");
  for (const [reader, status] of [
    ["nobody", 401],
    ["Ana", 404],
    ["Boss", 204],
    ["Hana", 204],
    ["Otto", 204],
  ]) {
    assert.equal((await clients[reader].post(`/alarms/${alarm}/closing`)).status, status, reader);
  }
});

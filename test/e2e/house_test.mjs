// The stories' own ground: a text, a call with its recording, time that passes, a restart on the same files.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { ana, ben, boss, dev, hedda, pin_of_ana, stranger, sue } from "./people.mjs";
import { day_of } from "./story_time.mjs";

let house;
before(async () => (house = await House.open()));
after(() => house?.close());

test("a story begins on a Monday at 4:58 in New York", async () => {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/New_York",
    weekday: "long",
    hour: "numeric",
    minute: "numeric",
  }).format(house.now());
  assert.match(clock, /^Monday (at )?4:5[89] AM$/);
});

test("the people have moved in, with their scopes", async () => {
  const scopes_of = ({ email }) =>
    house.sql(
      `SELECT t.name, p.name FROM scopes s JOIN managers g ON g.id = s.manager_id JOIN users u ON u.id = g.user_id
     JOIN teams t ON t.id = s.team_id LEFT JOIN positions p ON p.id = s.position_id WHERE u.email = '${email}'`,
    );
  assert.deepEqual(await scopes_of(boss), ["Clinical|-"]);
  assert.deepEqual(await scopes_of(sue), ["Clinical|MOA"]);
  assert.deepEqual(await scopes_of(hedda), ["Records|-"]);
  assert.deepEqual(await house.sql("SELECT name FROM teams WHERE is_isolated = 1"), ["Records"]);
});

test("a text becomes a call-out, a receipt, an alert and a mail", async () => {
  assert.match(await house.text(ana.phone, "Calling out sick - stomach flu"), /recorded, Ana/);
  await house.text_to(boss.phone, "Ana R, RN, out today");
  const mail = await house.mail(boss.email, "URGENT");
  assert.match(mail.html, /Ana Ruiz/);
  assert.deepEqual(await house.sql("SELECT day, source FROM call_out_records"), [
    `${day_of(house.now())}|sms`,
  ]);
});

test("a call becomes a call-out with its recording kept here", async () => {
  const call = await house.call(ben.phone);
  assert.match(call.heard, /Hello Ben/);
  await call.speaks(3);
  assert.match(call.heard, /recorded/);
  await call.hangs_up();
  await eventually(
    () => house.number("SELECT COUNT(*) FROM recordings WHERE state = 'kept'"),
    "the recording",
  );
});

test("a call from elsewhere asks for the PIN", async () => {
  const call = await house.call(stranger);
  await call.presses(pin_of_ana);
  assert.match(call.heard, /Thank you, Ana/);
  await call.hangs_up();
});

test("time passes: a question that nobody answers becomes an unclear text", async () => {
  await house.text(dev.phone, "blue sky");
  await house.advance(11 * 60);
  await eventually(
    () => house.number("SELECT COUNT(*) FROM outbox WHERE kind = 'unclear_text'"),
    "the alert",
    70000,
  );
});

test("what is kept outlives a restart, and the clock goes on", async () => {
  const before_it = house.now();
  await house.restart();
  assert.equal(await house.number("SELECT COUNT(*) FROM call_out_records"), 2);
  assert.ok(house.now() - before_it < 60000);
});

test("the log has no word of anybody's reason", () => {
  assert.ok(house.log.length > 0);
  assert.ok(!house.log.join("\n").includes("stomach flu"));
});

test("says what it can't do", async () => {
  await assert.rejects(house.sql("SELECT 1 FROM nowhere"), /no such table/);
  await assert.rejects(house.set_password("nobody@example.org", "windmill-river-42"), /no active person/);
  assert.match(await house.administrator_link(), /^http/);
});

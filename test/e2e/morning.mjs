// A morning of an Example Clinic, as several stories begin: who has called out, what came from strangers, what was
// cut off or not understood.
import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";
import { ana, ben, boss, carla, dev, fay, iris, stranger } from "./people.mjs";

/** Their request, call-out and newest recording. */
export async function absence_of(house, { email }) {
  const [row] = await house.sql(
    `SELECT c.pto_request_id, c.id, COALESCE(r.id, 0) FROM call_out_records c
     JOIN team_members m ON m.id = c.member_id JOIN users u ON u.id = m.user_id
     LEFT JOIN recordings r ON r.call_out_id = c.id WHERE u.email = '${email}' ORDER BY r.id DESC LIMIT 1`,
  );
  assert.ok(row, `${email} has no call-out`);
  const [request, call_out, recording] = row.split("|").map(Number);
  return { request, call_out, recording };
}

/** Calls and speaks; waits until the recording is kept. */
export async function calls_out(house, person, seconds = 4) {
  const call = await house.call(person.phone);
  await call.speaks(seconds);
  await call.hangs_up();
  const absence = await absence_of(house, person);
  await eventually(
    () => house.number(`SELECT COUNT(*) FROM recordings WHERE id = ${absence.recording} AND state = 'kept'`),
    `the recording of ${person.name}`,
  );
  return absence;
}

/** One of each team calls out with a recording; nobody knows the last. */
export async function everybody_calls_out(house) {
  const absences = {};
  for (const person of [ana, carla, fay, iris]) absences[person.email] = await calls_out(house, person);
  return absences;
}

/** A text from a number of nobody's. */
export async function stranger_calls_out(house, words = "Sick today, this is Ben Okafor", from = stranger) {
  await house.text(from, words);
  return house.number("SELECT MAX(id) FROM call_out_records WHERE member_id IS NULL");
}

/** Ben is cut off before the beep, Dev sends what nobody understands: two open attempts. */
export async function trouble_on_the_line(house) {
  await (await house.call(ben.phone)).hangs_up();
  await house.text(dev.phone, "blue sky");
  await house.advance(11 * 60);
  await house.text_to(boss.phone, "Dev P");
  const attempt = (person) =>
    house.number(
      `SELECT a.id FROM attempts a JOIN team_members m ON m.id = a.member_id JOIN users u ON u.id = m.user_id
     WHERE u.email = '${person.email}' ORDER BY a.id DESC LIMIT 1`,
    );
  return { incomplete: await attempt(ben), unclear: await attempt(dev) };
}

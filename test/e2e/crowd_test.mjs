// Five hundred call-outs on one day and fifty open boards: all of them are there, and the page stays usable.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Client } from "./api.mjs";
import { Browser, desk, phone, sideways } from "./browser.mjs";
import { Contract } from "./contract.mjs";
import { all_call_out, crowd } from "./crowd.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { ana, ben, boss, carla, hana, mia } from "./people.mjs";
import { open_request, row_of } from "./rooms.mjs";
import { day_of } from "./story_time.mjs";

const many = 500;
let house;
let browser;
before(async () => {
  house = await House.open();
  await house.import_people(crowd(many));
  await all_call_out(house, day_of(house.now()), many);
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

const rows = (page) => page.getByRole("region", { name: /^Call-outs/ }).getByRole("listitem");
const rows_become = (page, count) =>
  eventually(
    async () => (await rows(page).count()) === count,
    async () => `${count} rows, there are ${await rows(page).count()}`,
  );

for (const size of [phone, desk]) {
  test(`a board with 500 call-outs shows all of them and stays usable on a ${size.name}`, async () => {
    const visit = await browser.visit_as(house, boss, { size });
    const { page } = visit;
    await rows_become(page, many + (size === desk ? 1 : 0));
    assert.equal(await sideways(page), 0);
    await page.getByRole("link", { name: "Person 001", exact: true }).scrollIntoViewIfNeeded();
    assert.ok((await page.evaluate(() => window.scrollY)) > 1000);
    await page.evaluate(() => window.scrollTo(0, 0));

    await house.text(size === phone ? ana.phone : ben.phone, "sick today");
    await row_of(page, size === phone ? ana : ben).waitFor();
    await rows_become(page, many + (size === desk ? 2 : 1));

    await page.getByText(/^Not seen \(/).click();
    await page.getByRole("button", { name: "Got it: Person 500" }).first().waitFor();
    await page.goto(`${house.url}/requests?search=person%20250`);
    await open_request(page, { name: "Person 250" });
    await visit.close();
  });
}

test("the inbox goes through all of them, page by page", async () => {
  const client = await Client.signed_in(house, new Contract(), boss);
  const seen = new Set();
  for (let after = ""; after !== null;) {
    const { body } = await client.get(
      `/requests?kind=call_outs&limit=200${after && `&after=${encodeURIComponent(after)}`}`,
    );
    for (const { request_id } of body.items) seen.add(request_id);
    after = body.next;
  }
  assert.equal(seen.size, many + 2);
});

/** Once more where the row had only just moved under the finger. */
async function says_got_it(page, person) {
  const row = row_of(page, person);
  const seen = row.getByText(/Seen by Boss L/);
  await row.getByRole("button", { name: /^Got it/ }).click();
  await seen.waitFor({ timeout: 3000 }).catch(() => row.getByRole("button", { name: /^Got it/ }).click());
  await seen.waitFor();
}

test("fifty open boards, three of them in browsers: all hear of one more and show it, while somebody is at work", async () => {
  const client = await Client.signed_in(house, new Contract(), boss);
  const visits = await Promise.all([boss, mia, hana].map((person) => browser.visit_as(house, person)));
  const streams = await Promise.all(Array.from({ length: 50 - visits.length }, () => client.listen()));
  const before_it = (await client.get("/board")).body.call_outs.length;
  for (const { page } of visits) await rows_become(page, before_it);

  const heard = streams.map((stream) => stream.hears("call_outs"));
  const [seeing, reading, waiting] = visits.map(({ page }) => page);
  await Promise.all([
    house.text(carla.phone, "sick today"),
    says_got_it(seeing, { name: "Person 480" }),
    open_request(reading, { name: "Person 470" }),
  ]);
  await reading.goBack();
  for (const page of [seeing, reading, waiting]) {
    await row_of(page, carla).waitFor();
    await rows_become(page, before_it + 1);
  }

  await Promise.all(heard);
  const boards = await Promise.all(streams.map(() => client.get("/board", { "Callout-Background": "1" })));
  for (const { body } of boards) assert.equal(body.call_outs.length, before_it + 1);
  await Promise.all(streams.map((stream) => stream.close()));
  for (const visit of visits) await visit.close();
});

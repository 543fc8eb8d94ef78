// What an open page says and does when the way to the server is cut, half or whole; and when its rows move.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { Browser, count_becomes, desk, phone } from "./browser.mjs";
import { House } from "./house.mjs";
import { ana, ben, boss, carla, dev } from "./people.mjs";
import { row_of } from "./rooms.mjs";
import { Wire } from "./wire.mjs";

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let wire;
    let house;
    let browser;
    let visit;
    let page;
    before(async () => {
      wire = await Wire.open();
      house = await House.open({ public_url: wire.url });
      wire.leads_to(house.port);
      browser = await Browser.open();
      await house.text(ana.phone, "sick today");
    });
    after(async () => {
      await browser?.close();
      wire?.close();
      await house?.close();
    });
    beforeEach(async () => {
      visit = await browser.visit_as(house, boss, { size });
      ({ page } = visit);
      await row_of(page, ana).waitFor();
    });
    const lost = () => page.getByText(/^Not connected/);

    test("a stream that goes dead without a word is noticed, and the board catches up", async () => {
      await visit.context.clock.install();
      await visit.goto("/board");
      await row_of(page, ana).waitFor();
      const told = page.waitForResponse(/\/api\/v1\/board$/);
      await house.text(ben.phone, "and a fever");
      await told; // the stream is open
      wire.goes_dead();
      await house.text(carla.phone, "sick today");
      await visit.context.clock.fastForward(40_000); // not long enough for the board to ask by itself
      await row_of(page, carla).waitFor();
      await count_becomes(lost(), 0);
      await house.text(dev.phone, "sick today");
      await row_of(page, dev).waitFor();
      await visit.close();
    });
  });
}

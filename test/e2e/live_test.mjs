// What an open page says and does when the way to the server is cut, half or whole; and when its rows move.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { axe_finds_nothing } from "./axe.mjs";
import { Browser, count_becomes, desk, phone, sideways } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { stranger_calls_out } from "./morning.mjs";
import { ana, ben, boss, carla, dev, eva, mia, sue } from "./people.mjs";
import { open_request, row_of, says } from "./rooms.mjs";
import { Wire } from "./wire.mjs";

const busy = {
  status: 503,
  contentType: "application/problem+json",
  body: JSON.stringify({ type: "/problems/busy", title: "Busy", status: 503 }),
};
const got_it = (page, { name }) => page.getByRole("button", { name: `Got it: ${name}` });
const seen_by = (page, person, { name }) => row_of(page, person).getByText(new RegExp(`Seen by ${name}`));

/** The page takes no press on a row that has only just moved there; and a note covers a row while one points at it. */
const press_until = (button, outcome) =>
  eventually(
    async () => {
      await button.click({ timeout: 3000 }).catch(() => {}); // what it did is judged by what is shown
      await button.page().mouse.move(0, 0);
      return outcome
        .first()
        .waitFor({ timeout: 3000 })
        .then(() => true)
        .catch(() => false);
    },
    () => `${outcome}`,
  );

/** Acts at the very moment; what comes back waits for it and is what `act` has said. */
async function when_a_row_comes(page, act) {
  await page.evaluate(`(() => {
    const list = document.querySelector("#call-outs ul");
    new MutationObserver((_, observer) => {
      observer.disconnect();
      window.said = (${act})(list);
    }).observe(list, { childList: true });
  })()`);
  return async () => (await page.waitForFunction(() => window.said)).jsonValue();
}

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
    const acknowledged = () =>
      house.number("SELECT COUNT(*) FROM call_out_records WHERE acknowledged_at IS NOT NULL");

    test("without a network what is pressed was not sent, says so, and is not sent later by itself", async () => {
      visit.allow(/ERR_INTERNET_DISCONNECTED/);
      await visit.context.setOffline(true);
      await lost().waitFor();
      await press_until(got_it(page, ana), page.getByText(/nothing was sent/));
      await house.text(ben.phone, "sick today");
      await visit.context.setOffline(false);
      await row_of(page, ben).waitFor();
      await count_becomes(lost(), 0);
      assert.equal(await acknowledged(), 0);
      await press_until(got_it(page, ana), seen_by(page, ana, boss));
      assert.equal(await acknowledged(), 1);
      await visit.close();
    });

    test("a decision without a network is not sent later by itself either", async () => {
      visit.allow(/ERR_INTERNET_DISCONNECTED/);
      await open_request(page, ana);
      const approve = page.getByRole("button", { name: "Approve", exact: true });
      await approve.waitFor();
      await visit.context.setOffline(true);
      await approve.click();
      await says(page, /nothing was sent/);
      const caught_up = page.waitForResponse(/\/api\/v1\/requests\/\d+$/);
      await visit.context.setOffline(false);
      await caught_up;
      await count_becomes(lost(), 0);
      const status = () => house.sql("SELECT status FROM pto_requests ORDER BY id LIMIT 1");
      assert.deepEqual(await status(), ["pending"]);
      await approve.click();
      await says(page, "Approved. The employee is being told.");
      assert.deepEqual(await status(), ["approved"]);
      await visit.close();
    });

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

    test("a board that can't be fetched anew says since when it is old, and recovers with another try", async () => {
      visit.allow(/503/);
      await page.route("**/api/v1/board", (route) => route.fulfill(busy));
      await house.text(eva.phone, "no puedo ir hoy");
      const stale = page.getByRole("status").filter({ hasText: /Not up to date since \d+:\d\d/ });
      await stale.waitFor();
      assert.equal(await lost().count(), 0, "the stream is open");
      assert.equal(await row_of(page, eva).count(), 0);
      assert.equal(await sideways(page), 0);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
        await axe_finds_nothing(page, `an old board in the ${colorScheme}`);
      }
      await page.unroute("**/api/v1/board");
      await stale.getByRole("button", { name: "Try again" }).click();
      await row_of(page, eva).waitFor();
      await count_becomes(stale, 0);
      await visit.close();
    });

    test("a press on a row that has only just moved there is nobody's wish; the next one is", async () => {
      const before = await acknowledged();
      const pressed = await when_a_row_comes(page, (list) => {
        const button = list.querySelector("li button");
        for (const type of ["pointerdown", "pointerup"])
          button.dispatchEvent(new PointerEvent(type, { bubbles: true }));
        button.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
        return button.getAttribute("aria-label");
      });
      await house.text(sue.phone, "sick today");
      assert.equal(await pressed(), `Got it: ${sue.name}`);
      await press_until(got_it(page, dev), seen_by(page, dev, boss));
      assert.equal(await acknowledged(), before + 1);
      await got_it(page, sue).waitFor();
      await visit.close();
    });

    test("the keyboard stays with its row, whatever moves", async () => {
      await got_it(page, carla).focus();
      const pressed = await when_a_row_comes(page, () => {
        document.activeElement.click(); // as Enter does
        return document.activeElement.getAttribute("aria-label");
      });
      await house.text(mia.phone, "sick today");
      assert.equal(await pressed(), `Got it: ${carla.name}`);
      await seen_by(page, carla, boss).waitFor();
      await visit.close();
    });

    test("nothing moves under a finger that is down; what came meanwhile comes when it is lifted", async () => {
      const row = page.getByRole("listitem").filter({ hasText: "Unknown person" });
      await got_it(page, ben).hover();
      await page.mouse.down();
      const told = page.waitForResponse(/\/api\/v1\/board$/);
      await stranger_calls_out(house);
      await (await told).finished();
      await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
      assert.equal(await row.count(), 0);
      await page.mouse.up();
      await row.waitFor();
      await seen_by(page, ben, boss).waitFor();
      await visit.close();
    });

    test("signing out that does not get through says so until it is put away, and works the next time", async () => {
      visit.allow(/ERR_FAILED/);
      const menu = page.getByRole("button", { name: "Your menu, Boss Lane" });
      const sign_out = page.getByRole("menuitem", { name: "Sign out" });
      await page.route("**/api/v1/session", (route) =>
        route.request().method() === "DELETE" ? route.abort() : route.continue(),
      );
      await menu.click();
      await sign_out.click();
      const alert = page.getByRole("alert").filter({ hasText: "you may still be signed in" });
      await alert.waitFor();
      await alert.getByRole("button", { name: "Close" }).click();
      await alert.waitFor({ state: "detached" });
      await row_of(page, ana).waitFor();
      await page.unroute("**/api/v1/session");
      await menu.click();
      await sign_out.click();
      await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
      await visit.close();
    });

    test("a language that can't be chosen now says why", async () => {
      visit.allow(/ERR_FAILED/);
      await page.route("**/api/v1/session/language", (route) => route.abort());
      await page.getByRole("button", { name: "Your menu, Boss Lane" }).click();
      await page.getByRole("menuitemradio", { name: "Español" }).click();
      await says(page, /The server can’t be reached/);
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
      await visit.close();
    });
  });
}

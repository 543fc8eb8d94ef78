// Everybody can use it: the keyboard alone, a narrow screen, and what axe-core finds on every page, light and dark, on a
// phone and at a desk.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { axe_finds_nothing } from "./axe.mjs";
import { Browser, desk, phone, sideways, tab_to } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { absence_of, calls_out, stranger_calls_out, trouble_on_the_line } from "./morning.mjs";
import { ana, boss, carla, hana, password } from "./people.mjs";
import { says } from "./rooms.mjs";

let house;
let browser;
let unverified;
before(async () => {
  house = await House.open();
  browser = await Browser.open();
  await calls_out(house, ana);
  await house.text(carla.phone, "Calling out sick, " + "Donaudampfschifffahrtsgesellschaft".repeat(3));
  unverified = await stranger_calls_out(house, "Sick today, this is Ben Okafor");
  await trouble_on_the_line(house);
  await house.sql(
    `INSERT INTO alarms (kind, raised_at) VALUES ('nobody_to_tell', ${Math.floor(house.now() / 1000)})`,
  );
});
after(async () => {
  await browser?.close();
  await house?.close();
});

/** Every page, and what tells that it is all there. */
async function pages() {
  const { request } = await absence_of(house, ana);
  return [
    ["/board", "Who is out of how many"],
    ["/requests", "Ana Ruiz"],
    ["/requests?search=nobody-of-that-name", "Nothing for these filters."],
    [`/requests/${request}`, "History"],
    [`/call-outs/${unverified}`, "Whose is it?"],
    ["/line", "Not understood"],
    ["/requests/999999", "There is nothing here"],
  ];
}

for (const size of [phone, desk]) {
  for (const dark of [false, true]) {
    describe(`axe finds nothing on a ${size.name} in the ${dark ? "dark" : "light"}`, () => {
      test("before the sign-in", async () => {
        const link = await house.administrator_link();
        const visit = await browser.visit(house, { size, dark });
        await visit.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
        await axe_finds_nothing(visit.page, "sign-in");
        await visit.page.getByRole("button", { name: "Sign in" }).click();
        await says(visit.page, "Type your e-mail address.");
        await axe_finds_nothing(visit.page, "sign-in with errors");
        await visit.page.getByRole("button", { name: "Send me a code" }).click();
        await visit.page.getByLabel("E-mail or mobile number").waitFor();
        await axe_finds_nothing(visit.page, "sign-in by code");
        await visit.goto(link.replace(house.url, ""));
        await visit.page.reload();
        await visit.page.getByRole("heading", { level: 1 }).waitFor();
        await axe_finds_nothing(visit.page, "the first start");
        await visit.close();
      });

      test("in every room", async () => {
        const visit = await browser.visit_as(house, hana, { size, dark });
        assert.equal(
          await visit.page.locator("html").getAttribute("data-mantine-color-scheme"),
          dark ? "dark" : "light",
        );
        for (const [path, words] of await pages()) {
          await visit.goto(path);
          await says(visit.page, words);
          await axe_finds_nothing(visit.page, path);
        }
        await visit.close();
      });

      test("with the reader's menu open", async () => {
        const visit = await browser.visit_as(house, boss, { size, dark });
        await visit.page.getByRole("button", { name: "Your menu, Boss Lane" }).click();
        await visit.page.getByRole("menuitem", { name: "Sign out" }).waitFor();
        await axe_finds_nothing(visit.page, "the reader's menu", { menu: true });
        await visit.close();
      });

      test("while one denies", async () => {
        const { request } = await absence_of(house, carla);
        const visit = await browser.visit_as(house, boss, { size, dark, path: `/requests/${request}` });
        const { page } = visit;
        await page.getByRole("button", { name: "More" }).click();
        await page.getByRole("menuitem", { name: /^Deny/ }).waitFor();
        await axe_finds_nothing(page, "further acts", { menu: true });
        await page.getByRole("menuitem", { name: /^Deny/ }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Deny" }).click();
        await says(page, "Write a reason; the employee reads it.");
        await axe_finds_nothing(page, "denying");
        await visit.close();
      });

      test("while one rejects or assigns", async () => {
        const visit = await browser.visit_as(house, boss, { size, dark, path: `/call-outs/${unverified}` });
        const { page } = visit;
        await page.getByRole("button", { name: "Nobody’s" }).click();
        await page.getByRole("dialog").waitFor();
        await axe_finds_nothing(page, "rejecting");
        await page.getByRole("button", { name: "Cancel" }).click();
        await page.getByLabel("Search by name").fill("okafor");
        await page.getByRole("button", { name: /(Assign to|Confirm) Ben Okafor/ }).click();
        await page.getByRole("dialog", { name: /Ben Okafor/ }).waitFor();
        await axe_finds_nothing(page, "assigning");
        await visit.close();
      });

      test("while one filters", async () => {
        const visit = await browser.visit_as(house, boss, { size, dark, path: "/requests" });
        const { page } = visit;
        if (size === phone) await page.getByRole("button", { name: /^Filters/ }).click();
        await page.getByLabel("Needs verification").waitFor();
        await axe_finds_nothing(page, "filters");
        await page.getByRole("combobox", { name: "Person" }).click();
        await page.getByRole("option", { name: new RegExp(ana.name) }).waitFor();
        await axe_finds_nothing(page, "the choice of a person", { menu: true });
        await visit.close();
      });

      test("where the password is wanted again", async () => {
        const { request } = await absence_of(house, ana);
        const visit = await browser.visit(house, { size, dark, path: `/requests/${request}` });
        const { page } = visit;
        await page.getByLabel("Keep me signed in on this device").check();
        await visit.sign_in(boss.email);
        await house.sql("UPDATE sessions SET confirmed_at = confirmed_at - 7200 WHERE is_remembered = 1");
        await page.reload();
        await page.getByRole("button", { name: "Confirm with password" }).click();
        await page.getByRole("dialog").waitFor();
        await axe_finds_nothing(page, "confirming");
        await visit.close();
      });
    });
  }
}

test("the keyboard alone: from the sign-in by the board and the request to the approval", async () => {
  const visit = await browser.visit(house, { size: desk });
  const { page } = visit;
  await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await tab_to(page, page.getByLabel("E-mail"));
  await page.keyboard.type(boss.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: ana.name, exact: true }).first();
  await link.waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the page");
  await page.keyboard.press("Enter");
  await tab_to(page, link);
  const outline = await link.evaluate((element) => {
    const style = getComputedStyle(element);
    const row = getComputedStyle(element, "::after");
    return [style.outlineStyle, row.outlineStyle, style.boxShadow].join(" ");
  });
  assert.notEqual(outline, "none none none", "the focus is seen");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: ana.name }).waitFor();
  await tab_to(page, page.getByRole("button", { name: "Play" }));
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.keyboard.press("Space");
  const approve = page
    .getByRole("region", { name: "What you can do" })
    .getByRole("button", { name: "Approve" });
  await tab_to(page, approve);
  await page.keyboard.press("Enter");
  await says(page, "Approved. The employee is being told.");
  await house.mail(ana.email, "pproved");
  await visit.close();
});

test("a dialog holds the keyboard, and Escape gives it back", async () => {
  const visit = await browser.visit_as(house, boss, { size: desk, path: `/call-outs/${unverified}` });
  const { page } = visit;
  const opener = page.getByRole("button", { name: "Nobody’s" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab");
    assert.ok(
      await dialog.evaluate((element) => element.contains(document.activeElement)),
      "the focus stays inside",
    );
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  // It comes back once the dialog has faded.
  await eventually(
    () => opener.evaluate((element) => element === document.activeElement),
    "the focus on the button that opened it",
  );
  await visit.close();
});

test("320 pixels are wide enough: no page scrolls sideways", async () => {
  const narrow = { name: "narrow", viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: false };
  const visit = await browser.visit(house, { size: narrow });
  await visit.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  assert.equal(await sideways(visit.page), 0, "sign-in");
  await visit.sign_in(hana.email);
  for (const [path, words] of await pages()) {
    await visit.goto(path);
    await says(visit.page, words);
    assert.equal(await sideways(visit.page), 0, path);
  }
  await visit.close();
});

test("what is pressed with a thumb is at least 24 pixels, and what is done most 44", async () => {
  const visit = await browser.visit_as(house, boss, { size: phone });
  const { page } = visit;
  await page.getByRole("link", { name: ana.name, exact: true }).first().waitFor();
  for (const button of await page.getByRole("button").all()) {
    const box = await button.boundingBox();
    if (box)
      assert.ok(box.height >= 24 && box.width >= 24, `${await button.innerText()} ${JSON.stringify(box)}`);
  }
  const { request } = await absence_of(house, carla);
  await visit.goto(`/requests/${request}`);
  for (const button of await page
    .getByRole("region", { name: "What you can do" })
    .getByRole("button")
    .all()) {
    const box = await button.boundingBox();
    assert.ok(box.height >= 44, `${await button.innerText()} ${JSON.stringify(box)}`);
  }
  await visit.close();
});

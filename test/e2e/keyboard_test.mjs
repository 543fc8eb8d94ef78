// Everything is done without a mouse: each act is reached by keyboard, and the focus stays near once what had it is gone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Browser, desk, tab_to } from "./browser.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { absence_of, calls_out, stranger_calls_out, trouble_on_the_line } from "./morning.mjs";
import { ana, ben, boss, carla, dev, eva, password } from "./people.mjs";
import { heard_seconds, row_of, says } from "./rooms.mjs";

let house;
let browser;
let unverified;
let listen_link;
before(async () => {
  house = await House.open();
  browser = await Browser.open();
  await calls_out(house, ana);
  listen_link = (await house.mail(boss.email, "URGENT")).html.match(/\/listen\/[\w.~%-]+/)[0];
  await house.text(carla.phone, "Calling out sick - fever");
  unverified = await stranger_calls_out(house, "Sick today, this is Eva Gil");
  await trouble_on_the_line(house);
  for (const kind of ["mail_configuration", "pins_guessable"])
    await house.sql(
      `INSERT INTO alarms (kind, raised_at) VALUES ('${kind}', ${Math.floor(house.now() / 1000)})`,
    );
});
after(async () => {
  await browser?.close();
  await house?.close();
});

const has_focus = (locator) => locator.evaluate((element) => element.contains(document.activeElement));
const focus_comes_to = (locator) => eventually(() => has_focus(locator), `the focus on ${locator}`);

/** Goes there with Tab and presses Enter. */
async function press(page, locator) {
  await tab_to(page, locator);
  await page.keyboard.press("Enter");
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

test("the mail's link: the recording is played and paused by keyboard", async () => {
  const visit = await browser.visit(house, { path: listen_link });
  const { page } = visit;
  const sound = page.locator("audio").first();
  await tab_to(page, sound);
  await page.keyboard.press("Space");
  await eventually(async () => (await heard_seconds(page)) > 0.3, "the recording to move on");
  await page.keyboard.press("Space");
  await eventually(() => sound.evaluate((audio) => audio.paused), "the recording to pause");
  await visit.close();
});

test("further acts and denying: the menu by arrows, back by Escape, the reason that is missing, the outcome", async () => {
  const { request } = await absence_of(house, carla);
  const visit = await browser.visit_as(house, boss, { size: desk, path: `/requests/${request}` });
  const { page } = visit;
  const more = page.getByRole("button", { name: "More" });
  await more.waitFor();
  await press(page, more);
  await focus_comes_to(page.getByRole("menuitem").first());
  await page.keyboard.press("Escape");
  await focus_comes_to(more);
  await page.keyboard.press("Enter");
  await focus_comes_to(page.getByRole("menuitem").first());
  const deny = page.getByRole("menuitem", { name: /^Deny/ });
  for (let presses = 0; presses < 5 && !(await has_focus(deny)); presses += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /Deny Carla Diaz/ });
  const reason = dialog.getByLabel("Reason");
  await focus_comes_to(reason);
  await press(page, dialog.getByRole("button", { name: "Deny" }));
  await dialog.getByText("Write a reason; the employee reads it.").waitFor();
  await focus_comes_to(reason);
  await page.keyboard.type("Please bring a note");
  await press(page, dialog.getByRole("button", { name: "Deny" }));
  await focus_comes_to(page.getByRole("status").filter({ hasText: "Denied. The employee is being told" }));
  await visit.close();
});

test("assigning: the name is searched, chosen and confirmed", async () => {
  const visit = await browser.visit_as(house, boss, { size: desk, path: `/call-outs/${unverified}` });
  const { page } = visit;
  const search = page.getByLabel("Search by name");
  await search.waitFor();
  await tab_to(page, search);
  await page.keyboard.type("gil");
  const whose = page.getByRole("button", { name: /(Assign to|Confirm) Eva Gil/ });
  await whose.waitFor();
  await press(page, whose);
  const dialog = page.getByRole("dialog", { name: /Eva Gil/ });
  await dialog.waitFor();
  await focus_comes_to(dialog);
  await press(page, dialog.getByRole("button", { name: /^(Assign|Confirm)$/ }));
  await page.getByRole("heading", { level: 1, name: eva.name }).waitFor();
  await focus_comes_to(page.getByRole("status").filter({ hasText: "It is Eva Gil’s call-out now" }));
  await visit.close();
});

test("got it: the button goes, the focus stays in its row", async () => {
  const visit = await browser.visit_as(house, boss, { size: desk });
  const { page } = visit;
  const row = row_of(page, ana);
  await row.waitFor();
  await press(page, page.getByRole("button", { name: `Got it: ${ana.name}` }));
  await row.getByText(/Seen by Boss L/).waitFor();
  await focus_comes_to(row.getByRole("link", { name: ana.name }));
  await visit.close();
});

/** What was asked, before it is closed for everybody. */
async function confirm(page) {
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await press(page, dialog.getByRole("button", { name: /seen to/i }));
  await dialog.waitFor({ state: "hidden" });
}

test("seen to: an alarm and an attempt go with their rows, the focus goes to the next one, at last to the page", async () => {
  const visit = await browser.visit_as(house, boss, { size: desk });
  const { page } = visit;
  for (const [name, first] of [
    [/^Needs somebody now/, /I have seen to it: (E-mails|PINs)/],
    [/^Tried to reach the line/, `Seen to: ${dev.name}`],
  ]) {
    const panel = page.getByRole("region", { name });
    const rows = panel.getByRole("listitem");
    await panel.waitFor();
    assert.equal(await rows.count(), 2);
    await press(page, panel.getByRole("button", { name: first }).first());
    await confirm(page);
    await eventually(async () => (await rows.count()) === 1, "the row to go");
    await focus_comes_to(rows);
    await press(page, panel.getByRole("button", { name: /seen to/i }));
    await confirm(page);
    await panel.waitFor({ state: "detached" });
    await focus_comes_to(page.locator("#page"));
    await page.keyboard.press("Tab");
    assert.ok(await has_focus(page.locator("#page")), "Tab goes on within the page");
  }
  await visit.close();
});

test("the line: an attempt is closed, the focus stays, and all attempts are chosen by arrow", async () => {
  await (await house.call(ben.phone)).hangs_up();
  const visit = await browser.visit_as(house, boss, { size: desk, path: "/line" });
  const { page } = visit;
  const close = page.getByRole("button", { name: `Seen to: ${ben.name}` });
  await close.waitFor();
  await press(page, close);
  await confirm(page);
  await says(page, "Nothing is open.");
  await focus_comes_to(page.locator("#page"));
  const shown = page.getByRole("radio", { name: "Open" });
  await page.keyboard.press("Tab");
  await tab_to(page, shown);
  await page.keyboard.press("ArrowRight");
  await page.getByText("blue sky").waitFor();
  assert.equal(new URL(page.url()).search, "?state=all");
  await visit.close();
});

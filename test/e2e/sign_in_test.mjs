// Coming in, staying in, going out.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Browser, desk, phone } from "./browser.mjs";
import { House } from "./house.mjs";
import { absence_of } from "./morning.mjs";
import { adela, ana, ben, boss, carla, hana, mia, password } from "./people.mjs";
import { open_request, row_of, says } from "./rooms.mjs";

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let house;
    let browser;
    before(async () => {
      house = await House.open();
      browser = await Browser.open();
      await house.text(ana.phone, "Calling out sick - stomach flu");
    });
    after(async () => {
      await browser?.close();
      await house?.close();
    });
    const fill = async (page, email, words) => {
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(words);
      await page.getByRole("button", { name: "Sign in" }).click();
    };
    const code_of = (words) => words.match(/\b\d{6}\b/)[0];

    test("a wrong password is refused beside its field, the right one lets in, to the page that was asked for", async () => {
      const { request } = await absence_of(house, ana);
      const visit = await browser.visit(house, { size, path: `/requests/${request}` });
      const { page } = visit;
      await page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
      await fill(page, boss.email, "not-the-words-1");
      await page.getByText("E-mail address or password is not right.").waitFor();
      await fill(page, boss.email, password);
      await page.getByRole("heading", { level: 1, name: ana.name }).waitFor();
      assert.equal(new URL(page.url()).pathname, `/requests/${request}`);
      await visit.close();
    });

    test("the mail's button leads to the request, behind the sign-in", async () => {
      const mail = await house.mail(boss.email, "URGENT");
      const [link] = mail.html.match(/https?:[^"'\s]+\/(requests|call-outs)\/\d+/);
      const visit = await browser.visit(house, { size, path: link.replace(house.url, "") });
      await visit.page.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
      assert.equal(await visit.page.getByText(ana.name).count(), 0);
      await fill(visit.page, boss.email, password);
      await visit.page.getByRole("heading", { level: 1, name: ana.name }).waitFor();
      await visit.close();
    });

    test("nothing of the application's data is kept in the browser, and its cookie is out of reach of scripts", async () => {
      const visit = await browser.visit_as(house, boss, { size });
      await row_of(visit.page, ana).waitFor();
      const kept = await visit.page.evaluate(() =>
        JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
      );
      assert.doesNotMatch(kept, /Ana Ruiz|boss@|callout=/);
      const [cookie] = await visit.context.cookies();
      assert.deepEqual([cookie.name, cookie.httpOnly, cookie.sameSite], ["callout", true, "Lax"]);
      await visit.close();
    });

    test("too many wrong passwords: one is told to wait, and how long", async () => {
      const visit = await browser.visit(house, { size });
      for (let number = 0; number < 5; number += 1) {
        await fill(visit.page, carla.email, `wrong-words-${number}`);
        await visit.page.getByText("E-mail address or password is not right.").waitFor();
        await visit.page.waitForLoadState("networkidle").catch(() => {});
      }
      await fill(visit.page, carla.email, password);
      await visit.page.getByText(/Too many tries\. Try again in \d+ minutes?\./).waitFor();
      await visit.close();
    });

    test("an employee comes in by a code from the mail, and sees their own", async () => {
      const visit = await browser.visit(house, { size });
      const { page } = visit;
      await page.getByRole("button", { name: "Send me a code" }).click();
      await page.getByLabel("E-mail or mobile number").fill(ana.email);
      await page.getByRole("button", { name: "Send me a code" }).click();
      const code = code_of((await house.mail(ana.email, "Code")).text);
      await page.getByLabel("Code", { exact: true }).fill(code === "123456" ? "654321" : "123456");
      await page.getByRole("button", { name: "Sign in" }).click();
      await says(page, "This code is not right, or no longer good.");
      await page.getByLabel("Code", { exact: true }).fill(code);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("navigation").first().waitFor();
      await row_of(page, ana).waitFor();
      assert.equal(new URL(page.url()).pathname, "/requests", "their first room");
      assert.equal(
        await page.getByRole("navigation").first().getByRole("link", { name: "Today" }).count(),
        0,
      );
      await visit.close();
    });

    test("a code by text works as one by mail; who answers for others chooses a password with it", async () => {
      const visit = await browser.visit(house, { size });
      const { page } = visit;
      await page.getByRole("button", { name: "Send me a code" }).click();
      await page.getByLabel("E-mail or mobile number").fill("555 010 0111");
      await page.getByRole("button", { name: "Send me a code" }).click();
      await page.getByLabel("Code", { exact: true }).fill(code_of(await house.text_to(mia.phone, "code")));
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByLabel("New password").fill("short");
      await page.getByRole("button", { name: "Save and sign in" }).click();
      await says(page, "At least 12 characters, please.");
      await page.getByLabel("New password").fill("harvest-moon-77");
      await page.getByRole("button", { name: "Save and sign in" }).click();
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
      await visit.close();
    });

    test("a session that has expired asks for the sign-in and leads back to the same page", async () => {
      const visit = await browser.visit_as(house, hana, { size });
      const { page } = visit;
      await visit.goto("/requests?kind=call_outs");
      await row_of(page, ana).waitFor();
      await house.advance(31 * 60);
      const ended = "Your session has ended. Sign in again to go on where you were.";
      // The next thing that is asked tells it; unless the page has noticed by itself.
      await page.getByText("All", { exact: true }).or(page.getByText(ended)).first().click();
      await says(page, ended);
      await fill(page, hana.email, password);
      await row_of(page, ana).waitFor();
      assert.equal(new URL(page.url()).pathname, "/requests");
      await visit.close();
    });

    test("a remembered session outlives the day; the words wait for the password", async () => {
      const { request } = await absence_of(house, ana);
      const visit = await browser.visit(house, { size, path: `/requests/${request}` });
      const { page } = visit;
      await page.getByLabel("Keep me signed in on this device").check();
      await fill(page, boss.email, password);
      await says(page, "Calling out sick - stomach flu");
      await house.advance(20 * 3600);
      await page.reload();
      await page.getByRole("heading", { level: 1, name: ana.name }).waitFor();
      await page.getByRole("button", { name: "Confirm with password" }).click();
      const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
      assert.equal(await page.getByText("stomach flu").count(), 0);
      await dialog.getByLabel("Password", { exact: true }).fill(password);
      await dialog.getByRole("button", { name: "Confirm" }).click();
      await says(page, "Calling out sick - stomach flu");
      await visit.close();
    });

    test("signing out ends it, also for whoever goes back", async () => {
      const visit = await browser.visit_as(house, boss, { size });
      const { page } = visit;
      await visit.goto("/requests");
      await open_request(page, ana);
      await page.getByRole("button", { name: "Your menu, Boss Lane" }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).click();
      const sign_in = page.getByRole("heading", { level: 1, name: "Sign in" });
      const shows_nothing = async () => {
        await sign_in.waitFor();
        assert.equal(await page.getByText(ana.name).count(), 0);
      };
      await shows_nothing();
      await page.goBack(); // within the page
      await shows_nothing();
      await page.goBack(); // to the document before it
      await shows_nothing();
      await visit.goto("/board");
      await shows_nothing();
      await visit.close();
    });

    test("a Spanish reader reads Spanish, and either language is two presses away", async () => {
      const visit = await browser.visit(house, { size, locale: "es-US" });
      const { page } = visit;
      await page.getByRole("button", { name: "English" }).click();
      await fill(page, adela.email, password);
      await page.getByRole("heading", { level: 1, name: "Hoy" }).waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), "es");
      await page.getByRole("button", { name: /Adela Vega/ }).click();
      await page.getByRole("menuitemradio", { name: "English" }).click();
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
      assert.equal(
        await house.number(`SELECT COUNT(*) FROM users WHERE email = '${adela.email}' AND language = 'en'`),
        1,
      );
      await page.getByRole("button", { name: /Adela Vega/ }).click();
      await page.getByRole("menuitemradio", { name: "Español" }).click();
      await page.getByRole("heading", { level: 1, name: "Hoy" }).waitFor();
      await visit.close();
    });

    test("dark is chosen as easily as light, and stays", async () => {
      const visit = await browser.visit_as(house, boss, { size });
      const { page } = visit;
      const scheme = () => page.locator("html").getAttribute("data-mantine-color-scheme");
      assert.equal(await scheme(), "light");
      await page.getByRole("button", { name: "Your menu, Boss Lane" }).click();
      await page.getByRole("menuitemradio", { name: "Dark" }).click();
      assert.equal(await scheme(), "dark");
      await page.reload();
      await page.getByRole("navigation").first().waitFor();
      assert.equal(await scheme(), "dark");
      await visit.close();
    });

    test("the first start's link makes the administrator, once", async () => {
      const empty = await House.open({ people: [] });
      try {
        const link = await empty.administrator_link();
        const visit = await browser.visit(empty, { size, path: link.replace(empty.url, "") });
        const { page } = visit;
        await page.getByRole("heading", { level: 1, name: "Welcome to Callout" }).waitFor();
        assert.ok(!page.url().includes("#"), "the token is out of the address");
        await page.getByRole("button", { name: "Create account and sign in" }).click();
        await says(page, "Type your name, as others know it.");
        await page.getByLabel("Your name").fill("Ola Nordin");
        await page.getByLabel("E-mail").fill("ola@example.org");
        await page.getByLabel("Password", { exact: true }).fill("harvest-moon-77");
        await page.getByRole("button", { name: "Create account and sign in" }).click();
        await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
        await visit.close();
        const late = await browser.visit(empty, { size, path: link.replace(empty.url, "") });
        await late.page.getByLabel("Your name").fill("Mallory");
        await late.page.getByLabel("E-mail").fill("mallory@example.org");
        await late.page.getByLabel("Password", { exact: true }).fill("harvest-moon-78");
        await late.page.getByRole("button", { name: "Create account and sign in" }).click();
        await late.page.getByRole("heading", { level: 1, name: "This link no longer works" }).waitFor();
        await late.close();
        assert.deepEqual(await empty.sql("SELECT name FROM users"), ["Ola Nordin"]);
      } finally {
        await empty.close();
      }
    });

    test("who has nothing to decide is not asked to: an employee's board leads to their own", async () => {
      const visit = await browser.visit_as(house, ben, { size, path: "/requests" });
      await visit.page.getByText("No requests for you to see yet.").waitFor();
      await visit.close();
    });
  });
}

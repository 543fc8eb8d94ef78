// The mailbox page: each mail of the server's, received over SMTP, in three shapes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { axe_finds_nothing } from "../e2e/axe.mjs";
import { Browser, desk, phone, sideways } from "../e2e/browser.mjs";
import { Contract } from "../e2e/contract.mjs";
import { eventually } from "../e2e/eventually.mjs";
import { Demo } from "./demo.mjs";

const contract = new Contract("mailbox.yaml");
let demo;
let browser;
before(async () => {
  demo = await Demo.open();
  browser = await Browser.open();
});
after(async () => {
  await browser?.close();
  await demo?.close();
});

/** Somebody texts that they are out, and has the receipt. */
async function is_out(name) {
  const { number } = demo.telephone(name);
  await demo.ask("POST", "messages", { from: number, body: "Calling out sick today" });
  await eventually(async () => {
    const { body } = (await demo.texts_of(name)).at(-1);
    // On a day off the line asks.
    if (body.startsWith("Which day")) await demo.ask("POST", "messages", { from: number, body: "1" });
    return body.startsWith("Call-out recorded");
  }, `the receipt of ${name}`);
}

const open = (options = {}) => browser.visit(demo.place("mailbox"), { contract, ...options });
const rows = (page) => page.getByRole("list", { name: "Mails" }).getByRole("link");
const mail_to = (page, address) => rows(page).filter({ hasText: address }).first();

test("a mail comes while the page is open, is read as HTML, plain and raw, and its link leads to the request", async () => {
  const visit = await open();
  const { page } = visit;
  await page.getByText("No mail yet").waitFor();
  await is_out("Ana Ruiz");
  const row = mail_to(page, "priya@example.org");
  await row.waitFor();
  await page.getByText(/^New mail: /).waitFor({ state: "attached" });
  await row.click();
  const mail = page.getByRole("article");
  await mail.getByRole("heading", { level: 2, name: "URGENT: Same-Day Call-Out" }).waitFor();
  const html = page.frameLocator("iframe[title='The mail']");
  await html.getByText("Ana Ruiz").filter({ visible: true }).first().waitFor();
  const link = html.getByRole("link").first();
  await link.waitFor();

  await mail.getByText("Plain text", { exact: true }).click();
  await mail.getByLabel("Plain text", { exact: true }).and(page.locator("pre")).getByText("Ana Ruiz").waitFor();
  await mail.getByText("Raw", { exact: true }).click();
  const raw = await page.locator("pre").innerText();
  assert.match(raw, /^Content-Type: multipart\/alternative/m);
  assert.match(raw, /^Message-ID: /im);

  await mail.getByText("HTML", { exact: true }).click();
  const [opened] = await Promise.all([visit.context.waitForEvent("page"), link.click()]);
  await opened.waitForLoadState();
  assert.equal(new URL(opened.url()).origin, demo.place("board").url);
  await opened.getByRole("heading", { level: 1, name: "Sign in" }).waitFor();
  await visit.close();
});

test("one person's mail alone", async () => {
  await is_out("Fatima Noor");
  const visit = await open();
  const { page } = visit;
  await mail_to(page, "fatima@example.org").waitFor();
  const all = await rows(page).count();
  await page.getByLabel("To", { exact: true }).selectOption("fatima@example.org");
  await eventually(async () => (await rows(page).count()) < all, "fewer mails");
  for (const row of await rows(page).all()) assert.match(await row.innerText(), /fatima@example\.org/);
  await page.getByLabel("To", { exact: true }).selectOption("");
  await mail_to(page, "priya@example.org").waitFor();
  await visit.close();
});

for (const size of [phone, desk]) {
  for (const dark of [false, true]) {
    describe(`nothing is found on a ${size.name} in the ${dark ? "dark" : "light"}`, () => {
      test("in the list, an open mail and each of its shapes", async () => {
        const visit = await open({ size, dark });
        const { page } = visit;
        const is_fine = async (where) => {
          await axe_finds_nothing(page, where);
          assert.equal(await sideways(page), 0, `${where} is scrolled sideways`);
        };
        await rows(page).first().waitFor();
        await is_fine("the list");
        await rows(page).first().click();
        const mail = page.getByRole("article");
        await page.frameLocator("iframe[title='The mail']").locator("body").waitFor();
        await is_fine("a mail");
        await mail.getByText("Plain text", { exact: true }).click();
        await page.locator("pre").waitFor();
        await is_fine("plain text");
        await mail.getByText("Raw", { exact: true }).click();
        await is_fine("raw");
        if (size === phone) {
          await page.getByRole("link", { name: "All mails" }).click();
          await rows(page).first().waitFor();
        }
        await visit.close();
      });
    });
  }
}

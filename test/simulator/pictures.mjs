// Makes the pictures of the phone page and the mailbox for the documentation, from the running demo:
//
//   CALLOUT_PROGRAM=build/release/callout node test/simulator/pictures.mjs [folder]
//
// With a font for the signs in the mails (Debian: fonts-noto-color-emoji).
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { eventually } from "../e2e/eventually.mjs";
import { Demo } from "./demo.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../docs/pictures", import.meta.url));
const demo = await Demo.open();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio"],
});
try {
  const { number } = demo.telephone("Ana Ruiz");
  await demo.ask("POST", "messages", { from: number, body: "running 20 min late" });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(demo.at.phone);
  await page.waitForTimeout(1500);
  await page.keyboard.press("Enter");
  await eventually(async () => {
    const { calls } = await demo.ask("GET", "calls");
    if (calls.length === 0) return false;
    const { doing, transcript } = await demo.ask("GET", `calls/${calls[0].sid}`);
    // On a day on which she does not work the line asks: today.
    const is_asked = transcript.some(({ words }) => words.startsWith("Which day"));
    const has_pressed = transcript.some(({ kind }) => kind === "keys");
    if (is_asked && !has_pressed) await demo.ask("POST", `calls/${calls[0].sid}/keys`, { keys: "1" });
    return doing.kind === "recording" || doing.kind === "over";
  }, "the beep", 90000);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: join(folder, "phone.png") });
  await demo.hurry(20);
  await page.waitForTimeout(4000);
  await page.goto(demo.at.mailbox);
  await page.waitForTimeout(1500);
  await page.getByText("URGENT").first().click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(folder, "mailbox.png") });
} finally {
  await browser.close();
  await demo.close();
}

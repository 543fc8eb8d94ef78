// axe-core's judgement of a page: WCAG 2.2 AA and good practice. It must find nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { sideways } from "./browser.mjs";
import { eventually } from "./eventually.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A menu stands outside the landmarks, as menus do: `menu` leaves out that one rule, which is none of WCAG's. */
export async function axe_finds_nothing(page, where, { menu = false } = {}) {
  await page.evaluate(source); // by the debugger: the page's own policy forbids it to anybody else
  const options = { runOnly: { type: "tag", values: rules }, rules: { region: { enabled: !menu } } };
  const { violations } = await page.evaluate((how) => window.axe.run(document, how), options);
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}): ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`,
  );
  assert.deepEqual(found, [], where);
}

const colours_have_changed = (page) =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );

/** The application says in an attribute which it shows; a page without scripts follows the browser. */
async function show_in(page, scheme) {
  await page.emulateMedia({ colorScheme: scheme });
  const shown = () => page.locator("html").getAttribute("data-mantine-color-scheme");
  await eventually(async () => [scheme, null].includes(await shown()), `the page in the ${scheme}`);
  await colours_have_changed(page);
}

/** What sticks out to the right, for the report. */
const too_wide = (page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map(({ tagName, className, innerText }) => `${tagName} ${className} ${innerText ?? ""}`.slice(0, 100)),
  );

/** What is laid out by script follows a new width a moment later. */
async function is_as_wide(page, width, where) {
  await page.setViewportSize({ width, height: 900 });
  await eventually(
    async () => (await sideways(page)) === 0,
    async () => `${where} at ${width} pixels not to scroll sideways: ${(await too_wide(page)).join("; ")}`,
    3000,
  );
}

const widths = { phone: 375, desk: 1280 };

/**
 * The page as it stands, judged on a phone and at a desk (or only where it `is_on`), in the dark and in the light; none
 * of it may scroll sideways, nor at 320 pixels.
 */
export async function is_for_everybody(
  page,
  where,
  { menu, is_on = ["phone", "desk"], schemes = ["dark", "light"] } = {},
) {
  const before = page.viewportSize();
  for (const on of is_on) {
    if (on === "phone") await is_as_wide(page, 320, where);
    await is_as_wide(page, widths[on], where);
    for (const scheme of schemes) {
      await show_in(page, scheme);
      await axe_finds_nothing(page, `${where}, ${scheme}, on a ${on}`, { menu });
    }
  }
  await page.setViewportSize(before);
}

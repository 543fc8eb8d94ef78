// axe-core's judgement of a page: WCAG 2.2 AA and good practice. It must find nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

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

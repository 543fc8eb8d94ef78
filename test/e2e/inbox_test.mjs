// The inbox: each filter by its own control, which shows in the list and in the address, and is there again after a
// reload; page after page; from row to row by keyboard.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { Browser, count_becomes, desk, phone, tab_to } from "./browser.mjs";
import { all_call_out, crowd } from "./crowd.mjs";
import { eventually } from "./eventually.mjs";
import { House } from "./house.mjs";
import { absence_of, stranger_calls_out } from "./morning.mjs";
import { ana, ben, boss, carla, fay, hana } from "./people.mjs";
import { act, says } from "./rooms.mjs";
import { day_of } from "./story_time.mjs";

const unknown = "Unknown person";
let house;
let browser;
let monday;
let tuesday;
before(async () => {
  house = await House.open();
  browser = await Browser.open();
  monday = day_of(house.now());
  tuesday = day_of(new Date(house.now().getTime() + 24 * 3600 * 1000));
  for (const person of [ana, carla, fay]) await house.text(person.phone, "sick today");
  await house.text(ben.phone, "sick tomorrow");
  await stranger_calls_out(house);
  const visit = await browser.visit_as(house, boss, {
    path: `/requests/${(await absence_of(house, carla)).request}`,
  });
  await act(visit.page, "Approve");
  await says(visit.page, "Approved. The employee is being told.");
  await visit.close();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

const rows_of = (page) => page.locator("#page").getByRole("listitem").getByRole("link");
const is_focused = (locator) => locator.evaluate((element) => element === document.activeElement);

async function shows(page, names) {
  const shown = async () => (await rows_of(page).allInnerTexts()).map((text) => text.trim()).sort();
  await eventually(
    async () => (await shown()).join() === names.toSorted().join(),
    async () => `${names.join(", ")} in the inbox, there are ${(await shown()).join(", ")}`,
  );
}

const address_becomes = (page, search) =>
  eventually(
    () => decodeURIComponent(new URL(page.url()).search) === search,
    () => `the address ${search}, it is ${page.url()}`,
  );

const everybody = [ana.name, ben.name, carla.name, fay.name, unknown];

for (const size of [phone, desk]) {
  describe(`on a ${size.name}`, () => {
    let visit;
    let page;
    before(async () => {
      visit = await browser.visit_as(house, hana, { size });
      ({ page } = visit);
    });
    after(() => visit?.close());

    const with_filters = async (use) => {
      if (size === phone) await page.getByRole("button", { name: /^Filters/ }).click();
      await use();
      if (size === phone) await page.getByRole("button", { name: "Show", exact: true }).click();
    };

    for (const { name, set, names, address, value } of [
      {
        name: "status",
        set: () => page.getByLabel("Status").selectOption({ label: "Approved" }),
        names: [carla.name],
        address: () => "?status=approved",
        value: () => page.getByLabel("Status").inputValue(),
      },
      {
        name: "team",
        set: () => page.getByLabel("Team").selectOption({ label: "Admin" }),
        names: [fay.name],
        address: async () => `?team=${await house.team_id("Admin")}`,
        value: () => page.getByLabel("Team").inputValue(),
      },
      {
        name: "first day",
        set: () => page.getByLabel("From", { exact: true }).fill(tuesday),
        names: [ben.name],
        address: () => `?from=${tuesday}`,
        value: () => page.getByLabel("From", { exact: true }).inputValue(),
      },
      {
        name: "last day",
        set: () => page.getByLabel("To", { exact: true }).fill(monday),
        names: [ana.name, carla.name, fay.name, unknown],
        address: () => `?to=${monday}`,
        value: () => page.getByLabel("To", { exact: true }).inputValue(),
      },
      {
        name: "person",
        set: async () => {
          await page.getByRole("combobox", { name: "Person" }).fill("ruiz");
          await page.getByRole("option", { name: new RegExp(ana.name) }).click();
        },
        names: [ana.name],
        address: async () => `?member=${await house.member_id(ana)}`,
        value: () => page.getByRole("combobox", { name: "Person" }).inputValue(),
      },
      {
        name: "need of verification",
        set: () => page.getByLabel("Needs verification").check({ force: true }),
        names: [unknown],
        address: () => "?needs_verification=true",
        value: () => page.getByLabel("Needs verification").isChecked(),
      },
    ]) {
      test(`the ${name}: the list follows, and after a reload list and control are as they were`, async () => {
        await visit.goto("/requests");
        await shows(page, everybody);
        let chosen;
        await with_filters(async () => {
          await set();
          await eventually(async () => (chosen = await value()), `the ${name} in its control`);
        });
        await shows(page, names);
        await address_becomes(page, await address());
        await page.reload();
        await shows(page, names);
        if (size === phone) await page.getByRole("button", { name: "Filters 1" }).waitFor();
        await with_filters(async () => {
          await eventually(async () => (await value()) === chosen, `the ${name} in its control again`);
        });
      });
    }

    test("Back takes off the last filter that was chosen", async () => {
      await visit.goto("/requests?kind=call_outs");
      await with_filters(() => page.getByLabel("Status").selectOption({ label: "Approved" }));
      await shows(page, [carla.name]);
      await page.goBack();
      await shows(page, everybody);
      await address_becomes(page, "?kind=call_outs");
      await with_filters(async () => assert.equal(await page.getByLabel("Status").inputValue(), ""));
    });

    test("kind and search stand with the folded filters, and a person is taken off again", async () => {
      await visit.goto(`/requests?member=${await house.member_id(ana)}`);
      await shows(page, [ana.name]);
      await page.getByText("PTO", { exact: true }).click();
      await says(page, "Nothing for these filters.");
      await page.getByText("Call-outs", { exact: true }).click();
      await shows(page, [ana.name]);
      await with_filters(async () => {
        const person = page.getByRole("combobox", { name: "Person" });
        await eventually(async () => (await person.inputValue()) === ana.name, "Ana in the field");
        await page.getByRole("button", { name: "Anybody" }).click();
      });
      await shows(page, everybody);
      await address_becomes(page, "?kind=call_outs");
      await page.getByRole("searchbox").fill("carla");
      await shows(page, [carla.name]);
      await page.getByRole("button", { name: "Clear the search" }).click();
      await shows(page, everybody);
    });

    test("an empty list offers to clear the filters, and everybody is back", async () => {
      const address = `?search=ruiz&status=approved&team=${await house.team_id("Admin")}`;
      await visit.goto(`/requests${address}`);
      await says(page, "Nothing for these filters.");
      await page.locator("#page").getByRole("button", { name: "Clear filters" }).click();
      await shows(page, everybody);
      await address_becomes(page, "");
      assert.equal(await page.getByRole("searchbox").inputValue(), "");
    });

    if (size === phone)
      test("the sheet clears what it holds, and leaves kind and search", async () => {
        await visit.goto("/requests?kind=call_outs&search=okafor&status=approved");
        await says(page, "Nothing for these filters.");
        await with_filters(async () => {
          await page.getByRole("dialog").getByRole("button", { name: "Clear filters" }).click();
          assert.equal(await page.getByLabel("Status").inputValue(), "");
        });
        await shows(page, [ben.name]);
        await address_becomes(page, "?kind=call_outs&search=okafor");
      });
  });
}

test("the filters by keyboard: status by arrow, a day typed, a person found and chosen, a switch by Space", async () => {
  const visit = await browser.visit_as(house, hana, { size: desk, path: "/requests" });
  const { page } = visit;
  await shows(page, everybody);
  const status = page.getByLabel("Status");
  await tab_to(page, status);
  await page.keyboard.type("Approved");
  await shows(page, [carla.name]);
  await page.keyboard.press("Home");
  await shows(page, everybody);
  const person = page.getByRole("combobox", { name: "Person" });
  await tab_to(page, person);
  await page.keyboard.type("ruiz");
  await page.getByRole("option", { name: new RegExp(ana.name) }).waitFor();
  await count_becomes(page.getByRole("listbox").getByRole("option"), 1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await shows(page, [ana.name]);
  await tab_to(page, page.getByRole("button", { name: "Anybody" }));
  await page.keyboard.press("Enter");
  await shows(page, everybody);
  await eventually(() => is_focused(person), "the focus in the field that was cleared");
  await tab_to(page, page.getByLabel("From", { exact: true }));
  const [year, month, day] = tuesday.split("-");
  await page.keyboard.type(month + day + year);
  await shows(page, [ben.name]);
  await address_becomes(page, `?from=${tuesday}`);
  await visit.goto("/requests");
  await shows(page, everybody);
  await tab_to(page, page.getByLabel("Needs verification"));
  await page.keyboard.press("Space");
  await shows(page, [unknown]);
  await visit.close();
});

test("from row to row by j, k and arrows; Enter opens; the letters can be switched off", async () => {
  const visit = await browser.visit_as(house, hana, { size: desk, path: "/requests" });
  const { page } = visit;
  await shows(page, everybody);
  const rows = rows_of(page);
  const names = await rows.allInnerTexts();
  const goes_to = async (key, row) => {
    await page.keyboard.press(key);
    assert.ok(await is_focused(rows.nth(row)), `${key} leads to ${names[row]}`);
  };
  await goes_to("j", 0);
  await goes_to("j", 1);
  await goes_to("ArrowDown", 2);
  await goes_to("k", 1);
  await goes_to("ArrowUp", 0);
  await goes_to("k", 0);

  const search = page.getByRole("searchbox");
  await search.focus();
  await page.keyboard.type("jk");
  assert.equal(await search.inputValue(), "jk", "letters are letters where one types");
  await page.getByRole("button", { name: "Clear the search" }).click();
  await shows(page, everybody);

  await tab_to(page, page.getByRole("button", { name: "Keys" }));
  await page.keyboard.press("Enter");
  const letters = page.getByRole("switch", { name: "Use the letters j and k" });
  await tab_to(page, letters);
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.ok(await is_focused(page.getByRole("button", { name: "Keys" })), "the focus is back");
  await page.keyboard.press("j");
  assert.ok(await is_focused(page.getByRole("button", { name: "Keys" })), "j leads nowhere");
  await page.reload();
  await shows(page, everybody);
  await page.keyboard.press("j");
  assert.ok(!(await is_focused(rows.first())), "and stays switched off");
  await tab_to(page, rows.first());
  await goes_to("ArrowDown", 1);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: names[1] }).waitFor();
  await visit.close();
});

test("more rows: each page is added below, the focus goes to its first row, until all are there", async () => {
  await house.import_people(crowd(60));
  await all_call_out(house, monday, 60);
  const visit = await browser.visit_as(house, hana, { size: desk, path: "/requests" });
  const { page } = visit;
  const rows = rows_of(page);
  const more = page.getByRole("button", { name: "Show more" });
  await more.waitFor();
  const first = await rows.count();
  assert.ok(first < 60);
  await tab_to(page, more, 200);
  await page.keyboard.press("Enter");
  await count_becomes(rows, 60 + everybody.length);
  await eventually(() => is_focused(rows.nth(first)), "the focus on the first row of the next page");
  assert.equal(await more.count(), 0);
  const names = await rows.allTextContents(); // also of rows that are too far away to be laid out
  for (const { name } of [ana, ben, carla, fay]) assert.ok(names.includes(name), name);
  assert.equal(new Set(names).size, names.length, "each once");
  await visit.close();
});

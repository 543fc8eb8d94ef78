// Makes the pictures of the documentation, from the running application and invented people:
//
//   CALLOUT_UNDER_TEST=build/release/callout_under_test node test/e2e/pictures.mjs [folder]
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { Browser, desk, phone } from "./browser.mjs";
import { House } from "./house.mjs";
import { calls_out, stranger_calls_out } from "./morning.mjs";
import { ana, boss, carla, eva } from "./people.mjs";
import { Client } from "./api.mjs";
import { Contract } from "./contract.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../docs/pictures", import.meta.url));

async function morning(house) {
  await house.text(eva.phone, "no puedo ir hoy, tengo fiebre");
  const seen = await house.number("SELECT MAX(id) FROM call_out_records");
  await house.advance(190);
  await house.text(carla.phone, "can't come in, my son has a fever");
  const client = await Client.signed_in(house, new Contract(), boss);
  await client.send("POST", `/call-outs/${seen}/acknowledgement`, { body: {} });
  await house.advance(260);
  const { request } = await calls_out(house, ana, 14);
  await house.advance(120);
  await stranger_calls_out(house);
  return request;
}

async function picture(browser, house, { name, size, dark, path, after = async () => {} }) {
  const visit = await browser.visit(house, { size, dark, path });
  await visit.page.clock.install({ time: house.now() });
  await visit.goto(path);
  await visit.sign_in(boss.email);
  await visit.page.getByRole("heading", { level: 1 }).waitFor();
  await after(visit.page);
  await visit.page.waitForTimeout(800);
  await visit.page.screenshot({ path: join(folder, `${name}.png`) });
  await visit.close();
}

const house = await House.open();
const browser = await Browser.open();
try {
  const request = await morning(house);
  const short = { ...desk, viewport: { width: 1280, height: 800 } };
  await picture(browser, house, { name: "board", size: short, path: "/board" });
  await picture(browser, house, { name: "request-on-a-phone", size: phone, dark: true, path: `/requests/${request}` });
  if (process.argv[2]) {
    await picture(browser, house, { name: "request", size: desk, path: `/requests/${request}` });
    await picture(browser, house, { name: "board-on-a-phone", size: phone, path: "/board" });
  }
} finally {
  await browser.close();
  await house.close();
}

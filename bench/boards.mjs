// Seven in the morning: how fast texts are answered while boards are open. Five hundred have called out today, fifty
// boards are open (an event stream each, and the board fetched again when it says so), texts come at a fixed rate
// (they do not wait for the answer of the one before), beside them a bare answer of the same server as the floor.
// One more board is a real browser's.
//
//   CALLOUT_UNDER_TEST=build/release/callout_under_test node bench/boards.mjs [texts a second] [seconds]
//
// Reports; judges nothing.
import { setTimeout as pause } from "node:timers/promises";

import { Client } from "../test/e2e/api.mjs";
import { Browser, desk } from "../test/e2e/browser.mjs";
import { Contract } from "../test/e2e/contract.mjs";
import { all_call_out, crowd, phone_of } from "../test/e2e/crowd.mjs";
import { eventually } from "../test/e2e/eventually.mjs";
import { House } from "../test/e2e/house.mjs";
import { boss } from "../test/e2e/people.mjs";
import { day_of } from "../test/e2e/story_time.mjs";

const [rate = 20, seconds = 15] = process.argv.slice(2).map(Number);
const boards = 50;
const called_out = 500;

class Times {
  #milliseconds = [];

  async take(work) {
    const start = performance.now();
    await work();
    this.#milliseconds.push(performance.now() - start);
  }

  toString() {
    const sorted = this.#milliseconds.toSorted((one, other) => one - other);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
    return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms of ${sorted.length}`;
  }
}

const times = {
  "a text's answer": new Times(),
  "a board's answer": new Times(),
  "a bare answer": new Times(),
};

/** As the page does: fetched again after each event, never twice at once. */
async function keep_board(client, stream) {
  while (await stream.next()) {
    await times["a board's answer"].take(() => fetch_board(client));
  }
}

// Without the contract's check, which would be measured too.
async function fetch_board({ house, cookie }) {
  const response = await fetch(`${house.local_url}/api/v1/board`, {
    headers: { Cookie: cookie, "Callout-Background": "1" },
  });
  await response.arrayBuffer();
}

async function at_fixed_times(count, per_second, work) {
  const start = performance.now();
  const started = [];
  for (let number = 0; number < count; number += 1) {
    const due = start + (number * 1000) / per_second;
    await pause(Math.max(0, due - performance.now()));
    started.push(work(number));
  }
  await Promise.all(started);
}

/** What the page itself says of its work. */
async function watch_work(page) {
  await page.evaluate(() => {
    window.longest_task = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.longest_task = Math.max(window.longest_task, duration);
    }).observe({ type: "longtask", buffered: true });
  });
}

async function in_browser(house, while_open) {
  const browser = await Browser.open();
  const visit = await browser.visit_as(house, boss, { size: desk });
  const rows = visit.page.getByRole("region", { name: /^Call-outs/ }).getByRole("listitem");
  await eventually(async () => (await rows.count()) >= called_out, "the board's rows");
  await watch_work(visit.page);
  await while_open();
  await pause(2000);
  const longest = await visit.page.evaluate(() => window.longest_task);
  console.log(`the browser's board: ${await rows.count()} rows, longest task ${longest.toFixed(0)} ms`);
  await visit.close().catch((failure) => console.log(failure.message));
  await browser.close();
}

const house = await House.open();
try {
  await house.import_people(crowd(called_out + rate * seconds));
  await all_call_out(house, day_of(house.now()), called_out);
  const client = await Client.signed_in(house, new Contract(), boss);
  const streams = await Promise.all(Array.from({ length: boards }, () => client.listen()));
  const kept = streams.map((stream) => keep_board(client, stream));
  const texts = () =>
    Promise.all([
      at_fixed_times(rate * seconds, rate, (number) =>
        times["a text's answer"].take(() => house.text(phone_of(called_out + number), "sick today, fever")),
      ),
      at_fixed_times(rate * seconds, rate, () =>
        times["a bare answer"].take(async () => (await fetch(`${house.local_url}/healthz`)).arrayBuffer()),
      ),
    ]);
  console.log(`${called_out} call-outs, ${boards} boards, ${rate} texts a second for ${seconds} s`);
  await in_browser(house, texts);
  await Promise.all(streams.map((stream) => stream.close()));
  await Promise.all(kept);
  for (const [what, measured] of Object.entries(times)) console.log(`${what}: ${measured}`);
} finally {
  await house.close();
}

// The rooms as people speak of them.
import { eventually } from "./eventually.mjs";

/** The row of a list that is about somebody. */
export const row_of = (page, { name }) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });

/** From the board to their request. */
export async function open_request(page, person) {
  await page.getByRole("link", { name: person.name, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: person.name }).waitFor();
}

/** What can be done, at hand or behind "More". */
export async function act(page, name) {
  const acts = page.getByRole("region", { name: "What you can do" });
  await acts.waitFor();
  const near = acts.getByRole("button", { name, exact: true });
  if ((await near.count()) > 0) return near.click();
  await acts.getByRole("button", { name: "More" }).click();
  return page.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
}

export const says = (page, words) => page.getByText(words).filter({ visible: true }).first().waitFor();

/** Red, and nothing else: its background or, where that is pale, its words. */
export async function is_red(locator) {
  const colours = await locator.evaluate((element) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const style = getComputedStyle(element);
    return [rgb(style.backgroundColor), rgb(style.color)];
  });
  return colours.some(
    ([red, green, blue, opaque]) => opaque > 128 && red > 120 && red > 1.8 * green && red > 1.8 * blue,
  );
}

/** The recording's own clock. */
export const heard_seconds = (page) =>
  page
    .locator("audio")
    .first()
    .evaluate((audio) => audio.currentTime);

/** Presses Play and waits until the sound has moved on. */
export async function play(page) {
  await page.getByRole("button", { name: "Play" }).first().click();
  await eventually(async () => (await heard_seconds(page)) > 0.3, "the recording to move on");
}

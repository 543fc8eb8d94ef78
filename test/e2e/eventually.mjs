import { setTimeout as pause } from "node:timers/promises";

/** What `find` finds, as soon as it does; else fails with `what`, words or a function that says them. */
export async function eventually(find, what, patience = 20000) {
  const until = Date.now() + patience;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > until)
      throw new Error(`waited in vain: ${await (typeof what === "function" ? what() : what)}`);
    await pause(30);
  }
}

export class TooLate extends Error {}

/** What is promised, or after so many milliseconds a TooLate that says `what`. */
export async function within(milliseconds, promised, what) {
  let impatient;
  const late = new Promise((_, reject) => {
    const failure = new TooLate(`not within ${milliseconds / 1000} s: ${what}`);
    impatient = setTimeout(() => reject(failure), milliseconds);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(impatient);
  }
}

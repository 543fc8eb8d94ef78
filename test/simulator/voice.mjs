// A voice for the microphone, and what of it is in a recording.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** A WAV file in `folder`, as a microphone hears it. */
export function spoken(words, folder) {
  const [said, heard] = [join(folder, "said.wav"), join(folder, "heard.wav")];
  execFileSync("espeak-ng", ["-w", said, words]);
  execFileSync("sox", [said, "-r", "48000", "-b", "16", "-c", "1", heard]);
  return heard;
}

/** Seconds of a recording as the provider keeps it (8 kHz, 16 bit, mono) in which somebody is heard. */
export function voiced_seconds(wav) {
  assert.equal(wav.subarray(0, 4).toString(), "RIFF");
  const data = wav.subarray(wav.indexOf("data") + 8);
  const frame = 160; // samples: a fiftieth of a second
  let loud = 0;
  for (let at = 0; at + 2 * frame <= data.length; at += 2 * frame) {
    let power = 0;
    for (let sample = 0; sample < frame; sample += 1) power += data.readInt16LE(at + 2 * sample) ** 2;
    if (Math.sqrt(power / frame) > 300) loud += 1;
  }
  return loud / 50;
}

// A recording as the provider keeps it: 8 kHz, 16 bit, mono. Louder and quieter in turn, so that its waveform
// has a shape.
export function recording(seconds = 6) {
  const rate = 8000;
  const samples = Buffer.alloc(seconds * rate * 2);
  for (let at = 0; at < seconds * rate; at += 1) {
    const loudness = 0.1 + 0.8 * Math.abs(Math.sin((Math.PI * at) / rate));
    samples.writeInt16LE(Math.round(32000 * loudness * Math.sin((2 * Math.PI * 300 * at) / rate)), 2 * at);
  }
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

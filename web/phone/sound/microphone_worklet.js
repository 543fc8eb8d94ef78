// Runs beside the page, where sound comes in: hands it over in pieces of a twentieth of a second. A file of its own,
// as it is, because the content security policy allows nothing else.
class MicrophoneWorklet extends AudioWorkletProcessor {
  #piece = new Float32Array(Math.round(sampleRate / 20));
  #length = 0;

  process([input]) {
    const sound = input[0];
    if (!sound) return true;
    for (const sample of sound) {
      this.#piece[this.#length] = sample;
      this.#length += 1;
      if (this.#length === this.#piece.length) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
        this.port.postMessage(this.#piece.slice());
        this.#length = 0;
      }
    }
    return true;
  }
}

registerProcessor('microphone', MicrophoneWorklet);

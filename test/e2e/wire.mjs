// A wire between browser and server that can go dead as a phone's does when it changes its network: what was sent
// never arrives, and nobody is told that the connection is gone.
import { once } from "node:events";
import { connect, createServer } from "node:net";

export class Wire {
  #pairs = new Set();

  static async open() {
    const wire = new Wire();
    wire.listener = createServer((outer) => wire.#join(outer)).listen(0, "127.0.0.1");
    await once(wire.listener, "listening");
    wire.url = `http://127.0.0.1:${wire.listener.address().port}`;
    return wire;
  }

  /** The port is known before the server that stands behind is. */
  leads_to(port) {
    this.port = port;
  }

  #join(outer) {
    const pair = { outer, inner: connect(this.port, "127.0.0.1"), carries_stream: false, is_dead: false };
    this.#pairs.add(pair);
    outer.on("data", (bytes) => {
      pair.carries_stream ||= bytes.includes("GET /api/v1/events ");
      if (!pair.is_dead) pair.inner.write(bytes);
    });
    pair.inner.on("data", (bytes) => pair.is_dead || outer.write(bytes));
    pair.inner.on("close", () => pair.is_dead || outer.destroy());
    outer.on("close", () => this.#end(pair));
    for (const socket of [outer, pair.inner]) socket.on("error", () => {});
  }

  #end(pair) {
    this.#pairs.delete(pair);
    pair.outer.destroy();
    pair.inner.destroy();
  }

  /** The event streams that are open go dead; what is opened from now on gets through. */
  goes_dead() {
    for (const pair of this.#pairs) {
      if (pair.carries_stream) pair.is_dead = true;
      else this.#end(pair);
    }
  }

  close() {
    for (const pair of this.#pairs) this.#end(pair);
    this.listener.close();
  }
}

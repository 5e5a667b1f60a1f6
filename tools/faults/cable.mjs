/** The room of a network that can be cut: a TCP proxy in front of the product. */
import { connect, createServer } from 'node:net';

export class Cable {
  #sockets = new Set();
  #isCut = false;

  /** @param {string} origin of the product */
  static async lay(origin) {
    const { hostname, port } = new URL(origin);
    const cable = new Cable();
    cable.server = createServer((near) => cable.#join(near, hostname, Number(port)));
    await new Promise((resolve) => cable.server.listen(0, '127.0.0.1', resolve));
    cable.origin = `http://127.0.0.1:${cable.server.address().port}`;
    return cable;
  }

  #join(near, host, port) {
    if (this.#isCut) return near.destroy();
    const far = connect({ host, port, noDelay: true });
    near.setNoDelay(true);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      this.#sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }

  cut() {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend() {
    this.#isCut = false;
  }

  async remove() {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

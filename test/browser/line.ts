/**
 * The line between a phone and the server, for tests: TCP that can be cut without a word, as in a tunnel. The phone keeps its
 * link, its requests go nowhere, and what it has sent arrives when the line is mended, given up or not.
 */
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** @throws TypeError when it does not listen */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("the server does not listen");
  return address.port;
}

export class Line {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #held: (() => void)[] = [];
  #isCut = false;
  /** Told what arrives at the server. */
  onArrival: (data: string) => void = () => {};

  private constructor(target: URL) {
    this.#server = createServer({ allowHalfOpen: true }, (phone) => {
      const server = connect({ port: Number(target.port), host: target.hostname, allowHalfOpen: true });
      phone.on("data", (data) => this.onArrival(data.toString("latin1")));
      this.#forward(phone, server);
      this.#forward(server, phone);
    });
  }

  /** A line to the server at an address, that listens on a free port of `host`. */
  static async open(target: string, host = "localhost"): Promise<Line> {
    const line = new Line(new URL(target));
    line.#server.listen(0, host);
    await once(line.#server, "listening");
    return line;
  }

  get port(): number {
    return portOf(this.#server);
  }

  cut(): void {
    this.#isCut = true;
  }

  mend(): void {
    this.#isCut = false;
    const held = this.#held;
    this.#held = [];
    for (const deliver of held) deliver();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #forward(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on("data", (data) => this.#deliver(() => void (to.writable && to.write(data))));
    from.on("end", () => this.#deliver(() => to.end()));
    from.on("error", () => this.#deliver(() => to.destroy()));
    from.on("close", () => this.#sockets.delete(from));
  }

  #deliver(delivery: () => void): void {
    if (this.#isCut) this.#held.push(delivery);
    else delivery();
  }
}

/** A server in trouble, for tests: in front of the real one, with a mood for everything that is saved or sent. */
import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { portOf } from "./line.ts";

export type Mood =
  | "well"
  /** Takes requests and never answers. */
  | "hangs"
  /** Answers 503 with a page of its own, as a gateway does. */
  | "unavailable"
  /** Does what it is asked and answers after nobody waits any more. */
  | "late";

const LATE_MS = 9000;

export interface TroubledServer {
  url: string;
  mood: Mood;
  close: () => Promise<void>;
}

export async function troubledServer(target: string): Promise<TroubledServer> {
  const server = createServer((incoming, outgoing) => {
    const mood = incoming.url?.startsWith("/svar") ? troubled.mood : "well";
    if (mood === "hangs") return;
    if (mood === "unavailable") {
      outgoing.writeHead(503, { "Content-Type": "text/html" }).end("<h1>503</h1>");
      return;
    }
    forward(target, incoming, outgoing, mood === "late" ? LATE_MS : 0);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const troubled: TroubledServer = {
    url: `http://localhost:${portOf(server)}`,
    mood: "well",
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return troubled;
}

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse, delayMs: number): void {
  const { method, url, headers } = incoming;
  const host = new URL(target).host;
  const onward = request(new URL(url ?? "/", target), { method, headers: { ...headers, host } });
  // The phone speaks to the address of this server.
  if (headers.origin) onward.setHeader("origin", target);
  onward.on("response", (answer) => {
    setTimeout(() => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }, delayMs);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
}

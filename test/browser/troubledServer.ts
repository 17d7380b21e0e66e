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
  /** A gateway on the way (a firewall, a proxy that wants a log-in) refuses with a page of its own. */
  | "gone"
  /** Such a gateway sends everybody to a page of its own. */
  | "elsewhere"
  /** Does what it is asked and answers after nobody waits any more. */
  | "late";

const LATE_MS = 9000;
const GATEWAY = { unavailable: 503, gone: 410, elsewhere: 302 };

export interface TroubledServer {
  url: string;
  mood: Mood;
  close: () => Promise<void>;
}

export async function troubledServer(target: string): Promise<TroubledServer> {
  const server = createServer((incoming, outgoing) => {
    const mood = incoming.url?.startsWith("/svar") ? troubled.mood : "well";
    if (mood === "hangs") return;
    if (mood !== "well" && mood !== "late") {
      const location = mood === "elsewhere" ? { Location: "/was/" } : {};
      outgoing.writeHead(GATEWAY[mood], { "Content-Type": "text/html", ...location }).end("<h1>gateway</h1>");
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

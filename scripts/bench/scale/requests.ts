/** What one citizen costs the Worker: processor and bytes over whole interviews against the deployed bundle in workerd, on a local D1. */
import { Agent, request } from "node:http";
import { EXPECTED, interview, type Reply } from "../load/interview.ts";
import { makeLoadRound, type LoadRound } from "../load/served.ts";
import { startWorkerd } from "../workerd.ts";
import { workerdSeconds } from "./processor.ts";

export interface RequestCosts {
  /** Requests an interview that run the Worker; the page is a static asset. */
  workerRequests: number;
  /** Milliseconds an interview of workerd: the Worker, its D1 and the assets. */
  workerdMs: number;
  /** The page with its headers, gzip. */
  pageBytes: number;
  /** The Worker as it is uploaded, gzip. */
  bundleBytes: number;
  /** Requests that were not answered as they should. */
  failed: number;
}

const WARM_UP = 50;

/** @param interviews as many citizens answer, one after the other, after some that warm the Worker up */
export async function requestCosts(interviews: number): Promise<RequestCosts> {
  const round = await makeLoadRound(WARM_UP + interviews + 1);
  try {
    const worker = await startWorkerd(round.settings);
    try {
      return await drive(new URL(worker.url), round, interviews);
    } finally {
      await worker.stop();
    }
  } finally {
    await round.remove();
  }
}

async function drive(base: URL, { bundle, take }: LoadRound, interviews: number): Promise<RequestCosts> {
  const agent = new Agent({ keepAlive: true });
  const answerAll = async (n: number): Promise<Reply[]> => {
    const replies: Reply[] = [];
    for (const citizen of take(n)) replies.push(...(await interview({ base, agent }, citizen)));
    return replies;
  };
  await answerAll(WARM_UP);
  const before = await workerdSeconds();
  const replies = await answerAll(interviews);
  const after = await workerdSeconds();
  const seconds = [...after].reduce((sum, [id, now]) => sum + now - (before.get(id) ?? 0), 0);
  const [citizen] = take(1);
  const pageBytes = await bytesOf(new URL(citizen?.address ?? "/", base), agent);
  agent.destroy();
  return {
    workerRequests: replies.filter(({ kind }) => kind !== "page").length / interviews,
    workerdMs: (seconds * 1000) / interviews,
    pageBytes,
    bundleBytes: bundle.gzipBytes,
    failed: replies.filter(({ kind, status }) => status !== EXPECTED[kind]).length,
  };
}

function bytesOf(page: URL, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Accept: "text/html", "Accept-Encoding": "gzip" };
    const outgoing = request(page, { agent, headers }, (incoming) => {
      let bytes = incoming.rawHeaders.join(": ").length;
      incoming.on("data", (chunk: Buffer) => (bytes += chunk.length));
      incoming.on("end", () => resolve(bytes));
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

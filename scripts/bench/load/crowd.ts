/** The crowd in a thread of its own: so many citizens at a time, each with a whole interview after the other. */
import { Agent } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import { interview, type Citizen, type Reply } from "./interview.ts";

export interface Crowd {
  url: string;
  concurrent: number;
  /** Each answers once. */
  citizens: Citizen[];
}

export interface CrowdResult {
  seconds: number;
  replies: Reply[];
}

async function answerAll({ url, concurrent, citizens }: Crowd): Promise<CrowdResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const base = new URL(url);
  const replies: Reply[] = [];
  const waiting = citizens.values();
  const started = performance.now();
  const lane = async (): Promise<void> => {
    for (const citizen of waiting) replies.push(...(await interview({ base, agent }, citizen)));
  };
  await Promise.all(Array.from({ length: concurrent }, lane));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { seconds, replies };
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(await answerAll(workerData));

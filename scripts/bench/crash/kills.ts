/** Rounds of load that end with kill -9 of workerd's whole process group: what was acknowledged is there after the restart. */
import { EventEmitter, once } from "node:events";
import { Agent } from "node:http";
import type { LoadRound, Invited } from "../load/served.ts";
import { startWorkerd } from "../workerd.ts";
import { Device } from "./device.ts";
import { anomaliesOf, type History } from "./history.ts";
import { readStored, type Opener } from "./storedRows.ts";

const LANES = 16;
const DRAFTS = 4;
/** Load before the kill, in requests that were answered: a moment somewhere in the middle of something. */
const [FEWEST, MOST] = [40, 200];
/** In one round nobody gets further. */
export const CITIZENS_A_ROUND = 80;

export interface Kills {
  rounds: number;
  acknowledged: number;
  /** Requests that were under way at a kill. */
  cut: number;
  anomalies: string[];
}

export async function killRounds(
  round: LoadRound,
  opener: Opener,
  options: { rounds: number; random: () => number; done?: (rounds: number) => void },
): Promise<Kills> {
  const kills: Kills = { rounds: 0, acknowledged: 0, cut: 0, anomalies: [] };
  const histories: History[] = [];
  let workerd = await startWorkerd(round.settings);
  try {
    while (kills.rounds < options.rounds) {
      const until = FEWEST + Math.floor(options.random() * (MOST - FEWEST));
      const agent = new Agent({ keepAlive: true, maxSockets: LANES });
      const load = answerUntilKilled(
        { base: new URL(workerd.url), agent },
        round.take(CITIZENS_A_ROUND),
        until,
      );
      await load.reached;
      await workerd.kill();
      const { made, cut } = await load.ended;
      agent.destroy();
      workerd = await startWorkerd(round.settings);
      histories.push(...made);
      kills.rounds++;
      kills.cut += cut;
      kills.anomalies.push(...(await judge(round, opener, made)));
      options.done?.(kills.rounds);
    }
    // What the first kill spared, none of the others took.
    kills.anomalies.push(...(await judge(round, opener, histories)));
    const sent = histories.flatMap(({ devices }) => [...devices.values()].flat());
    kills.acknowledged = sent.filter((one) => one.acknowledged).length;
    return kills;
  } finally {
    await workerd.stop();
  }
}

async function judge(round: LoadRound, opener: Opener, histories: readonly History[]): Promise<string[]> {
  const { integrity, rows } = await readStored(round.persistTo, opener);
  const broken = integrity === "ok" ? [] : [`integrity: ${integrity}`];
  return [...broken, ...histories.flatMap((history) => anomaliesOf(history, rows.get(history.rowId) ?? []))];
}

interface Load {
  /** So many requests are answered. */
  reached: Promise<unknown>;
  /** Every lane has come to its end, by the kill or for want of citizens. */
  ended: Promise<{ made: History[]; cut: number }>;
}

function answerUntilKilled(
  line: { base: URL; agent: Agent },
  citizens: readonly Invited[],
  until: number,
): Load {
  const steps = new EventEmitter();
  const reached = once(steps, "reached");
  const made: History[] = [];
  const waiting = citizens.values();
  let [answered, cut] = [0, 0];
  const lane = async (): Promise<void> => {
    for (const citizen of waiting) {
      const device = new Device(citizen);
      made.push({ rowId: citizen.rowId, devices: new Map([[device.client, device.sent]]) });
      for (let version = 1; version <= DRAFTS + 1; version++) {
        const status = await device.deliver(line, version, version > DRAFTS);
        if (status === 0) return void cut++;
        if (++answered === until) steps.emit("reached");
      }
    }
  };
  const ended = Promise.all(Array.from({ length: LANES }, lane)).then(() => {
    steps.emit("reached");
    return { made, cut };
  });
  return { reached, ended };
}

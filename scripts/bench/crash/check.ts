/**
 * `npm run check:crash`: 100 rounds of load that end with kill -9, 1,000 citizens with eight racing requests each, and a new
 * version that takes over in the middle of whole interviews. Exit code 1 when anything acknowledged is lost or anything fails.
 */
import { Agent } from "node:http";
import { deriveKeys } from "#db/keys.ts";
import { createRandom } from "../../demo/random.ts";
import { defaultEffects } from "../../effects.ts";
import { EXPECTED, interview, type Kind, type Reply } from "../load/interview.ts";
import { makeLoadRound, type LoadRound } from "../load/served.ts";
import { startWorkerd } from "../workerd.ts";
import { CITIZENS_A_ROUND, killRounds } from "./kills.ts";
import { race } from "./races.ts";
import type { Opener } from "./storedRows.ts";

const ROUNDS = 100;
const RACING = 1000;
const INTERVIEWS = 400;
const AT_ONCE = 32;
const random = createRandom("crash");
const next = (): number => random.next();
let failed = false;

function say(what: string, anomalies: readonly string[]): void {
  console.log(`${anomalies.length === 0 ? "ok    " : "FAILED"} ${what}`);
  for (const anomaly of anomalies.slice(0, 10)) console.log(`         ${anomaly}`);
  if (anomalies.length > 0) failed = true;
}

/** The demo site's round key is known to everybody. */
async function openerOf({ site }: LoadRound): Promise<Opener> {
  const { privateKey } = await deriveKeys(new Uint8Array(32).fill(7));
  return { privateKey, roundId: site.edge.id };
}

async function kills(): Promise<void> {
  const round = await makeLoadRound(ROUNDS * CITIZENS_A_ROUND);
  const progress = defaultEffects.progress("Kills", ROUNDS);
  const options = { rounds: ROUNDS, random: next, done: (rounds: number) => progress.update(rounds) };
  const { acknowledged, cut, anomalies } = await killRounds(round, await openerOf(round), options);
  progress.stop();
  await round.remove();
  say(`${ROUNDS} kills: ${acknowledged} acknowledged saves are there, ${cut} were cut under way`, anomalies);
}

async function races(): Promise<void> {
  const round = await makeLoadRound(RACING);
  const workerd = await startWorkerd(round.settings);
  const place = { persistTo: round.persistTo, opener: await openerOf(round), random: next };
  const { requests, anomalies } = await race(workerd.url, round.take(RACING), place);
  await workerd.stop();
  await round.remove();
  say(`${RACING} citizens, ${requests} racing requests`, anomalies);
}

/** Both versions stand on one database, as while Cloudflare deploys: what is under way ends where it began, the rest goes to the new one. */
async function deployment(): Promise<void> {
  const round = await makeLoadRound(INTERVIEWS, { versions: ["old", "new"] });
  const workerd = await startWorkerd(round.settings);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const asked = { old: 0, new: 0 };
  const replies: Reply[] = [];
  // Pages are assets: they come from no Worker.
  const host = (kind: Kind): string | null => {
    if (kind === "page") return null;
    const version = replies.length < (INTERVIEWS * 7) / 2 ? "old" : "new";
    asked[version]++;
    return `${version}.local`;
  };
  const waiting = round.take(INTERVIEWS).values();
  const lane = async (): Promise<void> => {
    for (const citizen of waiting)
      replies.push(...(await interview({ base: new URL(workerd.url), agent, host }, citizen)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  agent.destroy();
  await workerd.stop();
  await round.remove();
  const wrong = replies.filter(({ kind, status }) => status !== EXPECTED[kind]);
  say(
    `a new version in the middle: ${asked.old} requests to the old one, ${asked.new} to the new one`,
    wrong.map(({ kind, status }) => `${kind} was answered ${status}`),
  );
}

await kills();
await races();
await deployment();
if (failed) process.exitCode = 1;

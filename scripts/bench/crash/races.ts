/** Eight racing requests of each citizen: two tabs, double taps, late retries. One final stands afterwards, whole. */
import { Agent } from "node:http";
import type { Invited } from "../load/served.ts";
import { Device } from "./device.ts";
import { anomaliesOf, type History } from "./history.ts";
import { readStored, type Opener } from "./storedRows.ts";

/** Tab, version, final: drafts that overtake each other, a final tapped twice, another tab's final, a draft retried late. */
const REQUESTS = [
  [0, 1, false],
  [0, 2, false],
  [1, 1, false],
  [0, 3, true],
  [0, 3, true],
  [1, 2, true],
  [1, 1, false],
  [0, 2, false],
] as const;
const AT_ONCE = 20;

export async function race(
  url: string,
  citizens: readonly Invited[],
  place: { persistTo: string; opener: Opener; random: () => number },
): Promise<{ requests: number; anomalies: string[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE * REQUESTS.length });
  const line = { base: new URL(url), agent };
  const histories: History[] = [];
  const anomalies: string[] = [];
  const waiting = citizens.values();
  const lane = async (): Promise<void> => {
    for (const citizen of waiting) {
      const tabs = [new Device(citizen), new Device(citizen)];
      histories.push({
        rowId: citizen.rowId,
        devices: new Map(tabs.map(({ client, sent }) => [client, sent])),
      });
      const order = REQUESTS.map((request) => ({ request, at: place.random() })).toSorted(
        (a, b) => a.at - b.at,
      );
      const replies = order.map(async ({ request: [tab, version, final] }) => {
        const status = (await tabs[tab]?.deliver(line, version, final)) ?? 0;
        const fair = final ? [303] : [204, 409];
        if (!fair.includes(status)) anomalies.push(`a ${final ? "final" : "draft"} was answered ${status}`);
      });
      await Promise.all(replies);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  agent.destroy();
  const { rows } = await readStored(place.persistTo, place.opener);
  for (const history of histories) anomalies.push(...anomaliesOf(history, rows.get(history.rowId) ?? []));
  return { requests: citizens.length * REQUESTS.length, anomalies };
}

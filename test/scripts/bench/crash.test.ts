/** Ten kills and a small race; `npm run check:crash` does a hundred and a thousand. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKeys } from "#db/keys.ts";
import { anomaliesOf, type History, type Sent, type Stored } from "../../../scripts/bench/crash/history.ts";
import { CITIZENS_A_ROUND, killRounds } from "../../../scripts/bench/crash/kills.ts";
import { race } from "../../../scripts/bench/crash/races.ts";
import type { Opener } from "../../../scripts/bench/crash/storedRows.ts";
import { makeLoadRound, type LoadRound } from "../../../scripts/bench/load/served.ts";
import { startWorkerd } from "../../../scripts/bench/workerd.ts";
import { createRandom } from "../../../scripts/demo/random.ts";

const ROUNDS = 10;
const RACING = 40;
const PATIENCE_MS = 300_000;

const sent = (version: number, final: boolean, acknowledged = true): Sent => ({
  version,
  final,
  plaintext: `${version}`,
  acknowledged,
});
const history = (...messages: Sent[]): History => ({ rowId: "r", devices: new Map([["a", messages]]) });
const row = (version: number, final: boolean, more: Partial<Stored> = {}): Stored => ({
  rowId: "r",
  client: "a",
  version,
  final,
  plaintext: `${version}`,
  ...more,
});

describe("anomaliesOf", () => {
  it("finds nothing where everything acknowledged stands, or something newer that was sent", () => {
    expect(anomaliesOf(history(sent(1, false)), [row(1, false)])).toEqual([]);
    expect(anomaliesOf(history(sent(1, false), sent(2, false, false)), [row(2, false)])).toEqual([]);
    expect(anomaliesOf(history(sent(1, false, false)), [])).toEqual([]);
    expect(anomaliesOf(history(sent(1, false), sent(2, true)), [row(2, true)])).toEqual([]);
  });

  it("finds what is lost, changed, made up or left over", () => {
    expect(anomaliesOf(history(sent(1, false)), [])).toEqual(["draft 1 is lost"]);
    expect(anomaliesOf(history(sent(1, false), sent(2, false)), [row(1, false)])).toEqual([
      "draft 2 is lost",
    ]);
    expect(anomaliesOf(history(sent(2, true)), [])).toEqual(["a final is lost"]);
    expect(anomaliesOf(history(sent(1, false)), [row(1, false, { plaintext: null })])).toEqual([
      "version 1 is not as it was sent",
    ]);
    expect(anomaliesOf(history(sent(1, false)), [row(7, false)])).toEqual(["version 7 was never sent"]);
    expect(anomaliesOf(history(sent(1, false), sent(2, true)), [row(2, true), row(1, false)])).toEqual([
      "a draft stands beside the final",
    ]);
  });
});

describe("the Worker and its database", () => {
  const random = createRandom("crash test");
  let round: LoadRound;
  let opener: Opener;
  beforeAll(async () => {
    round = await makeLoadRound(ROUNDS * CITIZENS_A_ROUND + RACING);
    const { privateKey } = await deriveKeys(new Uint8Array(32).fill(7));
    opener = { privateKey, roundId: round.site.edge.id };
  });
  afterAll(() => round.remove());

  it(
    `have what they acknowledged after each of ${ROUNDS} kills`,
    async () => {
      const kills = await killRounds(round, opener, { rounds: ROUNDS, random: () => random.next() });
      expect(kills.anomalies).toEqual([]);
      expect(kills.rounds).toBe(ROUNDS);
      expect(kills.acknowledged).toBeGreaterThan(ROUNDS * 40);
      expect(kills.cut).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    `give each of ${RACING} citizens with eight racing requests one whole final`,
    async () => {
      const workerd = await startWorkerd(round.settings);
      try {
        const place = { persistTo: round.persistTo, opener, random: () => random.next() };
        const { requests, anomalies } = await race(workerd.url, round.take(RACING), place);
        expect([requests, anomalies]).toEqual([RACING * 8, []]);
      } finally {
        await workerd.stop();
      }
    },
    PATIENCE_MS,
  );
});

/**
 * The real command on a real folder with a real D1, and a machine that dies at one of its writes: the first, the second, and
 * every fifth after them (`EVERY_WRITE=1` tries them all). Whatever was in place stays, and the next run completes the wave
 * with the lists that stand.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { RoundInput } from "#survey/round.ts";
import { lettersCommand } from "../../../scripts/letters.ts";
import { statusCommand } from "../../../scripts/status.ts";
import { UNFINISHED_FILE } from "../../../scripts/unfinished.ts";
import { answersTo, inTheField, makeRound, SETTINGS, type TestRound } from "../statusRound.ts";

const STEP = process.env["EVERY_WRITE"] === "1" ? 1 : 5;
/** The write after this one to die at. */
const next = (n: number): number => (n === 1 ? 2 : n + STEP);

const SIZES = { "0751": 4, "0492": 2 };
const real = { rename: fs.promises.rename, appendFile: fs.promises.appendFile };

/** The n-th rename or journal line of the process fails, and every one after it: the machine is gone. */
function dieAt(n: number): { reached: () => boolean } {
  let writes = 0;
  const guard =
    <A extends unknown[], R>(work: (...args: A) => R): ((...args: A) => R) =>
    (...args) => {
      if (++writes >= n) throw new Error("the machine has died");
      return work(...args);
    };
  fs.promises.rename = guard(real.rename);
  fs.promises.appendFile = guard(real.appendFile);
  syncBuiltinESMExports();
  return { reached: () => writes >= n };
}

function revive(): void {
  Object.assign(fs.promises, real);
  syncBuiltinESMExports();
}

afterEach(revive);

const LISTS = Object.keys(SIZES).map((code) => `waves/1/${code}/recipients.csv`);
const listsOf = async (test: TestRound): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    await Promise.all(
      LISTS.map(async (name) => [
        name,
        await readFile(path.join(test.folder, name), "utf8").catch(() => null),
      ]),
    ),
  );

/** What a dead run had begun to put in place, the next one finishes; or the first list stands already. */
const isDecided = async (test: TestRound): Promise<boolean> => {
  const standing = [UNFINISHED_FILE, LISTS[0] ?? ""].map((name) =>
    access(path.join(test.folder, name)).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(standing)).includes(true);
};

/** A round in the field, with the invitations out and somebody who has answered. */
async function fieldRound(settings: RoundInput): Promise<TestRound> {
  const test = await makeRound(settings, SIZES);
  await test.run(lettersCommand, { wave: "0" });
  await inTheField(test, async (citizens) => {
    await citizens.send("0751-00001", answersTo(13));
  });
  return test;
}

describe("letters --wave 1 on a machine that dies", () => {
  it("keeps every list that stands, and the next run makes the rest", async () => {
    const test = await fieldRound(SETTINGS);
    try {
      const seen = new Set<string>();
      let answered = 1;
      for (let n = 1; ; n = next(n)) {
        const before = await listsOf(test);
        const machine = dieAt(n);
        const died = await test.run(lettersCommand, { wave: "1" }).then(
          () => false,
          () => true,
        );
        revive();
        expect(died).toBe(machine.reached());
        const now = await listsOf(test);
        const stood = LISTS.filter((name) => before[name] !== null);
        expect(stood.map((name) => now[name])).toEqual(stood.map((name) => before[name]));
        seen.add(LISTS.map((name) => (now[name] === null ? "-" : "x")).join(""));
        if (!died) break;
        // Until its list is decided, whoever answers meanwhile must not be on it.
        if (!(await isDecided(test)) && answered < 3) {
          await inTheField(test, (citizens) => citizens.send(`0751-0000${++answered}`, answersTo(13)));
        }
      }
      // The lists came in one by one, and all of them in the end.
      expect([...seen]).toEqual(["--", "-x", "xx"]);
      const [aarhus, aeroe] = Object.values(await listsOf(test));
      expect(answered).toBe(2);
      expect(aarhus).not.toMatch(/0751-0000[12],/);
      expect(aarhus).toContain("0751-00003,");
      expect(aeroe?.trim().split("\n")).toHaveLength(3);
      const { data } = await test.run(lettersCommand, { wave: "1" });
      expect(data["municipalities"]).toEqual(LISTS.map(() => expect.objectContaining({ changed: [] })));
    } finally {
      await test.remove();
    }
  }, 400_000);

  it("and `status --delivery` takes a report in whole or not at all", async () => {
    const test = await fieldRound(SETTINGS);
    try {
      await test.write(
        "levering.csv",
        `CPR;Status\r\n${(await test.read("sample/identities.csv")).match(/0751-00002,0751,(\d{10})/)?.[1]};Afdød\r\n`,
      );
      const delivery = path.join(test.folder, "levering.csv");
      for (let n = 1; ; n++) {
        dieAt(n);
        const died = await test.run(statusCommand, { delivery }).then(
          () => false,
          () => true,
        );
        revive();
        if (!died) break;
      }
      expect(await test.read("status/dispositions.csv")).toContain("0751-00002,0751,aktivitetsparate,2.31,");
    } finally {
      await test.remove();
    }
  });
});

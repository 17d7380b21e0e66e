/**
 * A machine that dies: a real process is killed (SIGKILL) at one of its touches of the disk, `EVERY_TOUCH=1` tries each of
 * them. Whenever it dies, the next command finds the folder as before the run or as after it, never between.
 */
import { spawn } from "node:child_process";
import { cp } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { initCommand } from "../../scripts/init.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import { UNFINISHED_FILE } from "../../scripts/unfinished.ts";
import { Run } from "../../scripts/run.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { flowText, frameText, madePeople } from "./madeFrame.ts";
import { SETTINGS } from "./statusRound.ts";
import { workbench, type Workbench } from "./workbench.ts";

const PEOPLE = madePeople("0492", 60, 0);
const STEP = process.env["EVERY_TOUCH"] === "1" ? 1 : 4;
const SAMPLE = ["sample/allocation.csv", "sample/sample.csv", "sample/identities.csv", "sample/report.html"];

/** Runs `sample` and dies at the n-th touch of the disk; true when it came that far. */
async function killedAt(folder: string, n: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      path.join(import.meta.dirname, "dyingSample.ts"),
      folder,
      String(n),
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const signal = await new Promise((resolve) => child.on("exit", (_code, by) => resolve(by)));
  return signal === "SIGKILL";
}

describe("a run that is killed", () => {
  let bench: Workbench;
  let whole: Record<string, string>;
  beforeAll(async () => {
    bench = await workbench();
    await bench.write(
      "in/settings.json",
      JSON.stringify({ ...SETTINGS, municipalities: SETTINGS.municipalities.slice(2) }),
    );
    await bench.run(initCommand, { from: bench.path("in/settings.json") });
    await bench.write("frame/frame.csv", frameText(PEOPLE));
    await bench.write("frame/flow.csv", flowText(PEOPLE));
    const after = await copied(bench);
    await after.run(sampleCommand);
    whole = await after.snapshot();
    await after.remove();
  });
  afterAll(() => bench.remove());

  it("has put everything in place or nothing, wherever it died, and can be repeated", async () => {
    const outcomes = new Set<string>();
    let rolledForward = 0;
    for (let n = 1; ; n += STEP) {
      const round = await copied(bench);
      try {
        const died = await killedAt(round.folder, n);
        const interrupted = (await round.snapshot())[UNFINISHED_FILE] !== undefined;
        // Any command finishes what was begun before it reads a byte.
        await new Run(round.folder, "check", quiet(defaultEffects)).ready();
        const found = await round.snapshot();
        const there = SAMPLE.filter((name) => found[name] !== undefined);
        outcomes.add(there.length === 0 ? "before" : "after");
        const wanted = there.length === 0 ? [] : SAMPLE.map((name) => whole[name]);
        expect(there.map((name) => found[name])).toEqual(wanted);
        if (there.length > 0 && interrupted) rolledForward++;
        expect(found[UNFINISHED_FILE]).toBeUndefined();
        await round.run(sampleCommand);
        const repeated = await round.snapshot();
        expect(SAMPLE.map((name) => repeated[name])).toEqual(SAMPLE.map((name) => whole[name]));
        expect(Object.keys(repeated).filter((name) => name.endsWith(".tmp"))).toEqual([]);
        if (!died) break;
      } finally {
        await round.remove();
      }
    }
    expect([...outcomes].toSorted()).toEqual(["after", "before"]);
    expect(rolledForward).toBeGreaterThan(0);
  }, 400_000);

  it("does not finish what names a place outside the folder", async () => {
    const round = await copied(bench);
    await round.write("own.1.tmp", "x");
    for (const [temporary, target] of [
      ["own.1.tmp", "../elsewhere.txt"],
      ["../../etc/passwd", "sample/sample.csv"],
      ["own.1.tmp", "/etc/elsewhere.txt"],
    ]) {
      const files = [{ temporary, target }];
      await round.write(UNFINISHED_FILE, JSON.stringify({ pid: 1, journalLine: "{}", files }));
      const before = await round.snapshot();
      expect((await round.refusal(sampleCommand)).what).toContain("places outside the round folder");
      expect(await round.snapshot()).toEqual(before);
    }
    await round.remove();
  });

  it("cuts off the half of a journal line that a crash has left", async () => {
    const round = await copied(bench);
    const journal = await round.read("journal.jsonl");
    await round.write("journal.jsonl", `${journal}{"command":"sam`);
    await round.run(sampleCommand);
    const lines = (await round.read("journal.jsonl")).trim().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toHaveLength(2);
    await round.remove();
  });

  it("makes another command wait while a run that still lives puts its files in place", async () => {
    const round = await copied(bench);
    const living = { pid: process.ppid, journalLine: "{}", files: [] };
    await round.write(UNFINISHED_FILE, JSON.stringify(living));
    expect((await round.refusal(sampleCommand)).what).toContain("another command");
    await round.remove();
  });
});

async function copied(bench: Workbench): Promise<Workbench> {
  const copy = await workbench();
  await cp(bench.folder, copy.folder, { recursive: true });
  return copy;
}

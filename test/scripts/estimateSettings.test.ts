/** What round.json asks of `estimate`: earlier rounds to compare with, margins to weight to. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { resultsSchema, type Results } from "#survey/results.ts";
import { CliError } from "../../scripts/errors.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { Run } from "../../scripts/run.ts";

const INPUT = path.resolve(import.meta.dirname, "../cases/estimate-two-municipalities/input");
const effects = { ...quiet(defaultEffects), now: () => new Date("2026-10-01T08:00:00Z") };
const SLOW = 240_000;

describe("estimate", () => {
  let top: string;
  const folder = (name: string): string => path.join(top, name);

  async function makeRound(name: string, settings: Record<string, unknown>): Promise<void> {
    await cp(INPUT, folder(name), { recursive: true });
    await change(name, { id: name, ...settings });
  }

  async function change(name: string, settings: Record<string, unknown>): Promise<void> {
    const file = path.join(folder(name), "round.json");
    const round = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(file, "utf8")));
    await writeFile(file, JSON.stringify({ ...round, ...settings }));
  }

  async function estimate(name: string): Promise<Results> {
    const run = new Run(folder(name), "estimate", effects);
    try {
      await estimateCommand.run(run, {});
    } finally {
      await run.discard();
    }
    const text = await readFile(path.join(folder(name), "results/results.json"), "utf8");
    return resultsSchema.parse(JSON.parse(text));
  }

  const refusal = async (name: string): Promise<CliError> => {
    const error = await estimate(name).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error instanceof CliError) return error;
    throw new Error(`no refusal but ${String(error)}`);
  };

  beforeAll(async () => {
    top = await mkdtemp(path.join(tmpdir(), "borgersvar-settings-"));
    await makeRound("first", {});
    await makeRound("second", { earlier: [{ folder: "../first" }] });
    await estimate("first");
  }, SLOW);
  afterAll(() => rm(top, { recursive: true, force: true }));

  it(
    "counts the change since an earlier round from its answers, and from its figures when they are gone",
    async () => {
      const exact = await estimate("second");
      expect(exact.trend).toMatchObject([{ since: "first", source: "answers", sameMunicipalities: true }]);
      const cell = exact.domains[0]?.items.q1;
      expect(cell?.status === "published" && cell.changes?.[0]).toMatchObject({
        since: "first",
        mean: { estimate: 0 },
        positive: { estimate: 0 },
      });
      await rm(path.join(folder("first"), "answers"), { recursive: true });
      await rm(path.join(folder("second"), "results"), { recursive: true });
      await rm(path.join(folder("second"), "journal.jsonl"));
      expect((await estimate("second")).trend[0]?.source).toBe("published");
    },
    SLOW,
  );

  it(
    "refuses an earlier round without results, and the round itself",
    async () => {
      await makeRound("third", { earlier: [{ folder: "../nowhere" }] });
      expect((await refusal("third")).where).toContain(path.join("nowhere", "results/results.json"));
      await change("third", { id: "first", earlier: [{ folder: "../first" }] });
      expect((await refusal("third")).what).toBe("this is the round itself");
    },
    SLOW,
  );

  it(
    "weights to margins that were kept, and says what to do when there are none",
    async () => {
      await makeRound("fourth", { weighting: { margins: ["sex"] } });
      expect((await refusal("fourth")).how).toContain("weighting.margins");
      const ages = ["under-30", "30-39", "40-49", "50-59", "60-"].map((band) => `age_band,${band},97`);
      const margins = ["variable,value,citizens", "sex,f,185", "sex,m,300", ...ages].join("\n");
      await mkdir(path.join(folder("fourth"), "results"));
      await writeFile(path.join(folder("fourth"), "results/margins.csv"), `${margins}\n`);
      expect((await estimate("fourth")).weighting).toEqual({ margins: ["sex"], method: "raking" });
      await change("fourth", {
        weighting: { margins: ["sex"], method: "logit", bounds: { low: 0.99, high: 1.01 } },
      });
      expect((await refusal("fourth")).what).toMatch(/^the margin sex, value [fm], cannot be met/);
    },
    SLOW,
  );
});

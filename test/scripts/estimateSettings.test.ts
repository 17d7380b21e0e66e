/** What round.json asks of `estimate`: earlier rounds to compare with, margins to weight to. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { resultsSchema, type Results } from "#survey/results.ts";
import { CliError } from "../../scripts/errors.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { estimateCommand } from "../../scripts/estimate.ts";
import { readTable, writeTable } from "../../scripts/io/table.ts";
import { Run } from "../../scripts/run.ts";
import { syntheticCpr } from "./statusRound.ts";

const INPUT = path.resolve(import.meta.dirname, "../cases/estimate-two-municipalities/input");
const effects = { ...quiet(defaultEffects), now: () => new Date("2026-10-01T08:00:00Z") };
const SLOW = 240_000;

/** The change of the first item for all. */
const changeOf = ({ domains }: Results) => {
  const cell = domains[0]?.items.q1;
  return cell?.status === "published" ? cell.changes?.[0] : undefined;
};

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

  /** The same as if nothing had been estimated or shown. */
  async function again(name: string): Promise<Results> {
    await rm(path.join(folder(name), "results"), { recursive: true });
    await rm(path.join(folder(name), "journal.jsonl"));
    return estimate(name);
  }

  /** Gives everybody in the sample a CPR number, the same in every round. */
  async function writeIdentities(name: string): Promise<void> {
    const where = "sample/sample.csv";
    const text = await readFile(path.join(folder(name), where), "utf8");
    const rows = readTable(text, SAMPLE_COLUMNS, where).map(({ respondent, municipality }, i) => ({
      respondent,
      municipality,
      cpr: syntheticCpr(i),
    }));
    const file = path.join(folder(name), "sample/identities.csv");
    await writeFile(file, writeTable<string>(IDENTITY_COLUMNS, rows));
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
      const strangers = changeOf(exact);
      expect(strangers).toMatchObject({ since: "first", mean: { estimate: 0 }, positive: { estimate: 0 } });
      expect(strangers?.mean.high).toBeGreaterThan(0);
      // Everybody has a CPR number in both rounds, and the same answers: nothing has changed, for certain.
      await writeIdentities("first");
      await writeIdentities("second");
      expect(changeOf(await again("second"))?.mean).toEqual({ estimate: 0, low: null, high: null, p: null });
      await rm(path.join(folder("first"), "answers"), { recursive: true });
      const printed = await again("second");
      expect(printed.trend[0]?.source).toBe("published");
      expect(changeOf(printed)?.mean.high).toBeGreaterThan(0);
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

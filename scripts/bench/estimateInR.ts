/** The same estimates by our own functions and by R's package survey, for the benchmark. */
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { EstimationInput } from "#survey/estimate/input.ts";
import { meanInterval, shareInterval } from "#survey/estimate/intervals.ts";
import { weightedMean, type MeanEstimate } from "#survey/estimate/meanEstimate.ts";
import { tabulate } from "#survey/estimate/tabulate.ts";
import { CLOSED_ITEM_IDS, type ClosedItemId } from "#survey/questionnaire.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import type { PopulationMargins } from "#survey/weights/fitToMargins.ts";
import type { Margin } from "#survey/weights/margins.ts";

export interface CellMean {
  cell: string;
  estimate: MeanEstimate;
}

/** The cells municipality × target group of a round: everything estimated, or the means of one item. */
export function itemCells(input: EstimationInput) {
  const { members, facts, table, design } = tabulate(input);
  const cells = facts.domains.flatMap(({ id, key }, place) =>
    key.municipality !== null && key.targetGroup !== null && (members[place]?.length ?? 0) > 0
      ? [{ id, people: members[place] ?? new Int32Array(0) }]
      : [],
  );
  return {
    estimates: (): number => {
      let widths = 0;
      for (const item of CLOSED_ITEM_IDS) {
        const { score, positive } = table[item];
        for (const { people } of cells) {
          if (!people.some((i) => !Number.isNaN(score[i] ?? NaN))) continue;
          const mean = meanInterval(weightedMean(score, people, design));
          const share = shareInterval(weightedMean(positive, people, design));
          widths += (mean ? mean.high - mean.low : 0) + (share ? share.high - share.low : 0);
        }
      }
      return widths;
    },
    means: (item: ClosedItemId): CellMean[] =>
      cells.flatMap(({ id, people }) =>
        people.some((i) => !Number.isNaN(table[item].score[i] ?? NaN))
          ? [{ cell: id, estimate: weightedMean(table[item].score, people, design) }]
          : [],
      ),
  };
}

/** Post-stratified weights and the four margins that R's rake() is given in STATISTICS §7. */
export function raking(
  input: EstimationInput,
  further: PopulationMargins,
): { base: Float64Array; margins: readonly Margin[] } {
  const { respondents, weights, participants } = tabulate(input);
  const codes = participants.map(({ code }) => code);
  const margin = (
    name: string,
    values: readonly string[],
    citizens: readonly number[],
    of: (i: number) => string,
  ): Margin => {
    const total = weights.base.reduce((sum, w) => sum + w, 0);
    const scale = total / citizens.reduce((sum, n) => sum + n, 0);
    return {
      name,
      values,
      population: citizens.map((n) => n * scale),
      category: Int32Array.from(respondents, (_, i) => values.indexOf(of(i))),
    };
  };
  const known = (variable: "sex" | "age_band") => {
    const list = further[variable] ?? [];
    return margin(
      variable,
      list.map(({ value }) => value),
      list.map(({ citizens }) => citizens),
      (i) => respondents[i]?.person[variable] ?? "",
    );
  };
  const population = (is: (row: EstimationInput["allocation"][number]) => boolean): number =>
    input.allocation.filter(is).reduce((sum, row) => sum + row.population, 0);
  return {
    base: weights.base,
    margins: [
      margin(
        "municipality",
        codes,
        codes.map((code) => population((row) => row.municipality === code)),
        (i) => respondents[i]?.person.municipality ?? "",
      ),
      margin(
        "group",
        TARGET_GROUPS,
        TARGET_GROUPS.map((group) => population((row) => row.target_group === group)),
        (i) => respondents[i]?.person.target_group ?? "",
      ),
      known("sex"),
      known("age_band"),
    ],
  };
}

const R_SCRIPT = `
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust")
data <- read.csv("data.csv", colClasses = c(stratum = "character", cell = "character"))
started <- proc.time()[["elapsed"]]
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, fpc = ~population, data = data)
valid <- subset(design, !is.na(score))
found <- svyby(~score, ~cell, valid, svymean)
took <- proc.time()[["elapsed"]] - started
write.csv(data.frame(cell = found$cell, mean = found$score, se = found$se), "found.csv", row.names = FALSE)
cat(took)
`;

/** Estimates q1 in R and says how long it took and how far it is from ours. */
export async function withR(
  input: EstimationInput,
  ours: readonly CellMean[],
  say: (line: string) => void,
): Promise<void> {
  const has = spawnSync("Rscript", ["-e", "library(survey)"], { encoding: "utf8" });
  if (has.status !== 0) {
    say("Rscript with the package survey is not installed: no comparison with R.");
    return;
  }
  const { respondents, weights, table } = tabulate(input);
  const rows = respondents.map(({ person }, i) => {
    const h = weights.stratum[i] ?? 0;
    const score = table.q1.score[i] ?? NaN;
    return [
      `s${h}`,
      `${person.municipality}.${person.target_group}`,
      weights.weight[i],
      weights.sizes.populations[h],
      Number.isNaN(score) ? "NA" : score,
    ].join();
  });
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-bench-"));
  try {
    await writeFile(
      path.join(folder, "data.csv"),
      ["stratum,cell,weight,population,score", ...rows].join("\n"),
    );
    await writeFile(path.join(folder, "estimate.R"), R_SCRIPT);
    const run = spawnSync("Rscript", ["estimate.R"], { cwd: folder, encoding: "utf8" });
    if (run.status !== 0) throw new Error(`R failed: ${run.stderr}`);
    const found = (await readFile(path.join(folder, "found.csv"), "utf8")).trim().split("\n").slice(1);
    const theirs = new Map(
      found.map((line) => {
        const [cell = "", mean, se] = line.replaceAll('"', "").split(",");
        return [cell, { mean: Number(mean), se: Number(se) }];
      }),
    );
    report(ours, theirs, Number(run.stdout), say);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(
  ours: readonly CellMean[],
  theirs: ReadonlyMap<string, { mean: number; se: number }>,
  took: number,
  say: (line: string) => void,
): void {
  let [mean, se, compared] = [0, 0, 0];
  for (const { cell, estimate } of ours) {
    const reference = theirs.get(cell);
    if (!reference || estimate.variance === null) continue;
    compared += 1;
    mean = Math.max(mean, Math.abs(estimate.mean - reference.mean));
    se = Math.max(se, Math.abs(Math.sqrt(estimate.variance) - reference.se));
  }
  say(`R survey, q1 over ${compared} cells: ${took.toFixed(1)} s`);
  say(`largest difference: mean ${mean.toExponential(1)}, standard error ${se.toExponential(1)}`);
}

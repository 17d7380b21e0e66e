/** The citizens of the margins: counted in the frame while it exists, kept beside the results afterwards. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FRAME_COLUMNS } from "#survey/files.ts";
import { MARGINS_FILE, marginsText, readMargins } from "../../../scripts/estimate/margins.ts";
import { defaultEffects, quiet } from "../../../scripts/effects.ts";
import { CliError } from "../../../scripts/errors.ts";
import { writeTable } from "../../../scripts/io/table.ts";
import { Run } from "../../../scripts/run.ts";
import { plainRound } from "../../survey/plainRound.ts";
import { syntheticCpr } from "../statusRound.ts";

const round = plainRound(["0751", "0101"], { weighting: { margins: ["sex", "age_band"] } });
const group = { target_group: "dagpenge", sample: 1, census: false } as const;
const allocation = [{ ...group, municipality: "0751", population: 3 }];

/** Three eligible citizens of Aarhus, one who is not, and one of a municipality that is not drawn. */
const frame = writeTable<string>(
  FRAME_COLUMNS,
  [
    { municipality: "0751", sex: "f", age: 18, eligible: 1 },
    { municipality: "0751", sex: "f", age: 30, eligible: 1 },
    { municipality: "0751", sex: "m", age: 60, eligible: 1 },
    { municipality: "0751", sex: "m", age: 45, eligible: 0, exclusion: "opted_out" },
    { municipality: "0101", sex: "m", age: 45, eligible: 1 },
  ].map((person, i) => ({
    ...person,
    cpr: syntheticCpr(i),
    target_group: "dagpenge",
    weeks: 10,
    finished: 0,
    row: i + 2,
  })),
);

describe("margins", () => {
  let folder: string;
  const read = () =>
    readMargins(new Run(folder, "estimate", quiet(defaultEffects)), round, allocation).catch(
      (thrown: unknown) => thrown,
    );
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "borgersvar-margins-"));
    for (const name of ["frame", "results"]) await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, "frame/frame.csv"), frame);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("are the eligible citizens of the municipalities that are drawn, and stay when the frame is deleted", async () => {
    const margins = {
      sex: [
        { value: "f", citizens: 2 },
        { value: "m", citizens: 1 },
      ],
      age_band: [
        { value: "under-30", citizens: 1 },
        { value: "30-39", citizens: 1 },
        { value: "40-49", citizens: 0 },
        { value: "50-59", citizens: 0 },
        { value: "60-", citizens: 1 },
      ],
    };
    expect(await read()).toEqual(margins);
    await rm(path.join(folder, "frame/frame.csv"));
    await writeFile(path.join(folder, MARGINS_FILE), marginsText(margins));
    expect(await read()).toEqual(margins);
  });

  it("are refused when the frame is not the one that the sample was drawn from", async () => {
    await writeFile(path.join(folder, "frame/frame.csv"), frame.replace("0751", "0101"));
    const refusal = await read();
    expect(refusal).toBeInstanceOf(CliError);
    expect(refusal).toMatchObject({ what: "the frame has 2 eligible citizens where the allocation has 3" });
  });
});

import { describe, expect, it } from "vitest";
import { acceptableCodes, acceptanceOf } from "#survey/frame/accepting.ts";
import { ROW_PROBLEMS } from "#survey/frame/problems.ts";
import { readTable } from "../../../scripts/io/table.ts";
import { cprSource, csv, eligibleRow, roundOf } from "./extractRows.ts";
import { readWritten, roundFolder, runIngest, workbookText } from "./runIngest.ts";

const newCpr = cprSource("accept");

/** A good row with one cell changed. */
function rowWith(column: number, value: string): ReturnType<typeof eligibleRow> {
  const row = eligibleRow(newCpr());
  row[column] = value;
  return row;
}

const BENEFIT = 1;
const TRANSITION = 2;
const PASSIVE = 6;

async function frameOf(folder: string) {
  const text = (await readWritten(folder, "frame/frame.csv")) ?? "";
  return readTable(text, ["municipality", "row", "eligible", "exclusion"], "frame.csv");
}

describe("--accept", () => {
  const extracts = {
    "Læsø.csv": csv([eligibleRow(newCpr()), rowWith(BENEFIT, "Borgerløn"), rowWith(0, "12")]),
    "Lemvig.csv": csv([eligibleRow(newCpr()), rowWith(BENEFIT, "Borgerløn")]),
  };
  const round = roundOf("0825", "0665");

  it("lets a municipality in without the rows concerned, and the journal says who accepted what", async () => {
    const folder = await roundFolder(round, extracts);
    const accept = ["benefit_unknown:0825", "cpr_length:0825"];
    const result = await runIngest(folder, { accept, by: "Ane Analytiker" });
    expect(result.data["blocked"]).toStrictEqual([{ code: "0665", problems: ["benefit_unknown"] }]);
    expect(result.data["municipalities"]).toMatchObject([{ code: "0825", received: 3, leftOut: 2 }]);
    expect(await frameOf(folder)).toStrictEqual([
      { municipality: "0825", row: "2", eligible: "1", exclusion: "" },
    ]);
    const flow = (await readWritten(folder, "frame/flow.csv")) ?? "";
    expect(flow).toContain("0825,received,,3\n0825,excluded,unusable,2\n");
    const journal: unknown = JSON.parse((await readWritten(folder, "journal.jsonl")) ?? "");
    const line = { municipality: "0825", count: 1, says: "the rows are left out", by: "Ane Analytiker" };
    expect(journal).toMatchObject({
      accepted: [
        { code: "benefit_unknown", ...line },
        { code: "cpr_length", ...line },
      ],
    });
    const quality = await workbookText(`${folder}/frame/quality-0825.xlsx`);
    expect(quality).toContain("Modtagne rækker | 3");
    expect(quality).toContain("Rækker, der ikke kan bruges | 2");
    expect(quality).toContain("Udtrækket kan bruges.");
  });

  it("without a municipality is for all of them", async () => {
    const folder = await roundFolder(round, extracts);
    const result = await runIngest(folder, { accept: ["benefit_unknown", "cpr_length"], by: "x" });
    expect(result.exitCode).toBe(0);
    expect(await frameOf(folder)).toHaveLength(2);
  });

  it("of one problem does not let another in", async () => {
    const folder = await roundFolder(round, extracts);
    const result = await runIngest(folder, { accept: ["benefit_unknown:0825"], by: "x" });
    expect(result.data["blocked"]).toMatchObject([{ code: "0665" }, { code: "0825" }]);
  });

  it("keeps people in the frame whose date or status cannot be read, excluded as the problem says", async () => {
    const rows = [rowWith(TRANSITION, "i går"), rowWith(PASSIVE, "måske"), eligibleRow(newCpr())];
    const folder = await roundFolder(round, { "Læsø.csv": csv(rows) });
    await runIngest(folder, { accept: ["transition_unreadable", "passive_unreadable"], by: "x" });
    expect(await frameOf(folder)).toMatchObject([
      { row: "2", exclusion: "duration" },
      { row: "3", exclusion: "passive" },
      { row: "4", eligible: "1" },
    ]);
  });

  it.each(["column_missing", "no_such_problem", "phone_invalid"])("refuses %s", async (code) => {
    const folder = await roundFolder(round, extracts);
    await expect(runIngest(folder, { accept: [code] })).rejects.toThrow("is no problem that can be accepted");
    expect(await readWritten(folder, "journal.jsonl")).toBeNull();
  });

  it("refuses a municipality that is not in the round", async () => {
    const folder = await roundFolder(round, extracts);
    await expect(runIngest(folder, { accept: ["cpr_length:0101"] })).rejects.toThrow(
      "0101 is no municipality",
    );
  });

  it("can be said of every blocking problem of a row, and each says what becomes of it", () => {
    const blocking = Object.entries(ROW_PROBLEMS).filter(([, { severity }]) => severity === "block");
    for (const [code] of blocking) expect(acceptanceOf(code)?.says).toMatch(/\w/);
    expect(acceptableCodes()).toHaveLength(blocking.length + 1);
  });
});

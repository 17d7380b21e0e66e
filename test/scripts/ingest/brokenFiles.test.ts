/** Every file that cannot be read gives one clear message, stops its own municipality and no other, and nothing crashes. */
import { writeXlsx } from "hucre/xlsx";
import { writeOds } from "hucre/ods";
import { describe, expect, it } from "vitest";
import { cprSource, csv, eligibleRow, roundOf, workbook } from "./extractRows.ts";
import { readWritten, roundFolder, runIngest } from "./runIngest.ts";

const newCpr = cprSource("broken");
const good = await workbook([eligibleRow(newCpr()), eligibleRow(newCpr())]);
const encrypted = await writeXlsx({
  sheets: [{ name: "Ark1", rows: [["CPR"]] }],
  encryption: { password: "hemmelig", spinCount: 1000 },
});
const stray = await writeXlsx({
  sheets: [{ name: "Ark1", rows: [["CPR"]], cells: new Map([["1048575,16383", { value: "x" }]]) }],
});
const oldExcel = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(4096),
]);

const BROKEN: [name: string, bytes: Uint8Array | string, code: string][] = [
  ["Lemvig.xlsx", "", "empty_file"],
  ["Lemvig.csv", "", "empty_file"],
  ["Lemvig.xlsx", good.slice(0, 700), "damaged"],
  ["Lemvig.xlsx", good.slice(0, good.length - 30), "damaged"],
  ["Lemvig.xlsx", good.map((byte, i) => (i > 60 && i < 200 ? 0 : byte)), "damaged"],
  ["Lemvig.xlsx", Buffer.from("PK\u0003\u0004"), "damaged"],
  ["Lemvig.xlsx", oldExcel, "old_excel"],
  ["Lemvig.xls", oldExcel, "old_excel"],
  ["Lemvig.xlsx", encrypted, "encrypted"],
  ["Lemvig.xlsx", stray, "too_large"],
  ["Lemvig.xlsx", "<html><table><tr><td>CPR-nr.</td></tr></table></html>", "not_a_workbook"],
  ["Lemvig.xlsx", csv([eligibleRow(newCpr())]), "not_a_workbook"],
  ["Lemvig.xlsx", await writeOds({ sheets: [{ name: "Ark1", rows: [["CPR"]] }] }), "not_a_workbook"],
  ["Lemvig.csv", good, "not_text"],
  ["Lemvig.csv", Buffer.from([0x43, 0x50, 0x52, 0, 1, 2, 3]), "not_text"],
  ["Lemvig.pdf", "%PDF-1.7", "wrong_type"],
  [
    "Lemvig.xlsx",
    await writeXlsx({ sheets: [{ name: "Ark1", rows: [["Hej"], ["Udtrækket kommer i morgen"]] }] }),
    "no_header",
  ],
  ["Lemvig.xlsx", await writeXlsx({ sheets: [{ name: "Ark1", rows: [] }] }), "no_header"],
  ["Lemvig.csv", "Kære alle\nUdtrækket kommer i morgen\n", "no_header"],
  ["Lemvig.xlsx", await workbook([]), "no_rows"],
  ["Lemvig.csv", csv([["Eksempel", "Sygedagpenge", "01-01-2026", "", "nej", "", "nej"]]), "no_rows"],
];

describe("a broken file", () => {
  it.each(BROKEN)("%s: %#: %3$s", async (name, bytes, code) => {
    const folder = await roundFolder(roundOf("0665", "0825"), { [name]: bytes, "Læsø.xlsx": good });
    const result = await runIngest(folder);
    expect(result.exitCode).toBe(1);
    expect(result.data["problems"]).toMatchObject([
      { code, where: expect.stringContaining(`extracts/${name}`) },
    ]);
    expect(result.data["blocked"]).toStrictEqual([{ code: "0665", problems: [code] }]);
    expect(result.data["municipalities"]).toMatchObject([{ code: "0825", received: 2, eligible: 2 }]);
    const frame = await readWritten(folder, "frame/frame.csv");
    expect(frame?.split("\n").filter((line) => line.startsWith("0825"))).toHaveLength(2);
  });

  it("leaves an earlier frame as it was when no municipality is usable, and still writes its quality workbook", async () => {
    const folder = await roundFolder(roundOf("0825"), { "Læsø.xlsx": good });
    await runIngest(folder);
    const [frame, flow] = [
      await readWritten(folder, "frame/frame.csv"),
      await readWritten(folder, "frame/flow.csv"),
    ];
    const { writeFile, rm } = await import("node:fs/promises");
    await writeFile(`${folder}/extracts/Læsø.xlsx`, good.slice(0, 500));
    await rm(`${folder}/frame/quality-0825.xlsx`);
    const result = await runIngest(folder);
    expect(result.exitCode).toBe(1);
    expect(await readWritten(folder, "frame/frame.csv")).toBe(frame);
    expect(await readWritten(folder, "frame/flow.csv")).toBe(flow);
    expect(await readWritten(folder, "frame/quality-0825.xlsx")).not.toBeNull();
  });

  it("says so when there are no extracts at all", async () => {
    const folder = await roundFolder(roundOf("0825"), { "~$Læsø.xlsx": "lock", ".DS_Store": "x" });
    await expect(runIngest(folder)).rejects.toThrow("there are no extracts");
  });

  it("never puts a person's data into a message", async () => {
    const row = eligibleRow(newCpr());
    row[1] = `Ukendt ${String(row[0])}`;
    const folder = await roundFolder(roundOf("0825"), { "Læsø.xlsx": await workbook([row]) });
    const result = await runIngest(folder);
    const journal = await readWritten(folder, "journal.jsonl");
    expect(result.exitCode).toBe(1);
    for (const text of [JSON.stringify(result), journal]) expect(text).not.toContain(String(row[0]));
  });
});

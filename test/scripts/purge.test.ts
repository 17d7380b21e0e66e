import { mkdir, readdir, symlink } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { initCommand } from "../../scripts/init.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { purgeCommand } from "../../scripts/purge.ts";
import { goesAt, kindOf, PURGE_STAGES, type PurgeStage } from "../../scripts/purge/kinds.ts";
import { countCprLike } from "../../scripts/purge/search.ts";
import { isZip, zipEntries } from "../../scripts/purge/zip.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import { flowText, frameText, madePeople } from "./madeFrame.ts";
import { SETTINGS, syntheticCpr } from "./statusRound.ts";
import { workbench, type Workbench } from "./workbench.ts";

const PEOPLE = madePeople("0492", 100, 0);
const CPR = syntheticCpr(7);
const hyphenated = `${CPR.slice(0, 6)}-${CPR.slice(6)}`;

const workbook = (text: string): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: "Ark", rows: [[text]] }] });

/** A round after its field period, with something of every kind. */
async function finishedRound(): Promise<Workbench> {
  const bench = await workbench();
  await bench.write(
    "settings.json",
    JSON.stringify({ ...SETTINGS, municipalities: SETTINGS.municipalities.slice(2) }),
  );
  await bench.run(initCommand, { from: bench.path("settings.json") });
  await bench.write("settings.json", "{}");
  await bench.write("frame/frame.csv", frameText(PEOPLE));
  await bench.write("frame/flow.csv", flowText(PEOPLE));
  await bench.run(sampleCommand);
  await bench.write("extracts/aeroe.xlsx", await workbook(CPR));
  await bench.write("frame/quality-0492.xlsx", await workbook(CPR));
  await bench.write("waves/0/0492/flettefil.csv", `CPR,Link\n${CPR},https://x\n`);
  await bench.write("waves/0/0492/recipients.csv", "respondent\n0492-00001\n");
  await bench.write("answers/answers.csv", "respondent,q1\n0492-00001,1\n0492-00002,2\n");
  await bench.write("sample/identities.csv.4711.tmp", `0492-00001,${CPR}\n`);
  await bench.write("results/results.json", "{}");
  return bench;
}

describe("the kinds of files", () => {
  it.each<[string, PurgeStage[]]>([
    ["extracts/a.xlsx", ["delivered", "identities", "all"]],
    ["frame/frame.csv", ["identities", "all"]],
    ["frame/frame.csv.age", ["identities", "all"]],
    ["frame/quality-0751.xlsx", ["delivered", "identities", "all"]],
    ["sample/identities.csv", ["identities", "all"]],
    ["sample/identities.csv.age", ["identities", "all"]],
    ["sample/identities.csv.12.tmp", ["delivered", "identities", "all"]],
    ["identity.age", ["identities", "all"]],
    ["copies/0751-00001.html", ["delivered", "identities", "all"]],
    ["waves/1/0751/brev.docx", ["delivered", "identities", "all"]],
    ["waves/1/0751/recipients.csv", ["all"]],
    ["sample/sample.csv", ["all"]],
    ["answers/freetext.csv", ["all"]],
    ["d1/v3/x.sqlite", ["all"]],
    ["round.key", ["key", "all"]],
    ["round-2.key", ["key", "all"]],
    ["draw.key", ["all"]],
    ["erasures.csv", ["all"]],
    ["notes/whatever.txt", ["all"]],
    ["agreements.csv", []],
    ["frame/flow.csv", []],
    ["sample/report.html", []],
    ["results/results.json", []],
    ["journal.jsonl", []],
    ["purge-receipt-2.json", []],
  ])("%s goes at %j", (file, stages) => {
    expect(PURGE_STAGES.filter((stage) => goesAt(file, stage))).toEqual(stages);
  });

  it("calls a file that it does not know by no other kind's name", () => {
    expect(kindOf("mine/extracts/a.csv")).toBe("other");
  });
});

describe("the search", () => {
  it.each([
    [CPR, 1],
    [hyphenated, 1],
    [`<v>${CPR}</v>,"${hyphenated}"`, 2],
    ["610271-1234", 1],
    ["320171-1234", 0],
    ["011371-1234", 0],
    [`0.${CPR}`, 0],
    [`1${CPR}`, 0],
    [`a${CPR}b`, 0],
    ["2026-08-20T10:00:00.000Z +4520301000", 0],
  ])("sees in %s %i", (text, found) => {
    expect(countCprLike(text)).toBe(found);
  });

  it("reads the entries of a workbook and refuses a cut one", async () => {
    const data = Buffer.from(await workbook(hyphenated));
    expect(isZip(data)).toBe(true);
    const text = [...zipEntries(data, 1_000_000)].join("");
    expect(countCprLike(text)).toBe(1);
    expect(() => [...zipEntries(data.subarray(0, -30), 1_000_000)]).toThrow("the archive has no end");
    expect(() => [...zipEntries(data, 10)]).toThrow("Cannot create a Buffer larger than 10 bytes");
  });
});

describe("purge", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await finishedRound();
  }, 60_000);
  afterEach(() => bench.remove());

  it("deletes identities, counts them in a receipt, and finds nothing left", async () => {
    const result = await bench.run(purgeCommand, { stage: "identities", yes: true });
    expect(result.exitCode).toBe(0);
    const receipt: unknown = JSON.parse(await bench.read("purge-receipt-1.json"));
    expect(receipt).toEqual({
      stage: "identities",
      time: "2026-08-20T10:00:00.000Z",
      deleted: [
        { kind: "extracts", files: 1, rows: null },
        { kind: "frame", files: 1, rows: 100 },
        { kind: "quality reports", files: 1, rows: null },
        { kind: "identities", files: 1, rows: 85 },
        { kind: "unfinished", files: 1, rows: null },
        { kind: "letters", files: 1, rows: 1 },
      ],
      searchedFor: 100,
      left: [],
    });
    const files = Object.keys(await bench.snapshot());
    expect(files).toEqual(
      expect.arrayContaining(["sample/sample.csv", "answers/answers.csv", "round.key", "frame/flow.csv"]),
    );
    expect(files.filter((file) => /extracts|flettefil|identities|frame\.csv|quality|tmp/.test(file))).toEqual(
      [],
    );
    // Who was written to, by number: the dispositions and the rates need it until the end.
    expect(files).toContain("waves/0/0492/recipients.csv");
    expect(await readdir(bench.folder)).not.toContain("extracts");
  });

  it("deletes everything and the keys, the rows of the database too", async () => {
    await bench.run(publishCommand);
    await bench.run(purgeCommand, { stage: "all", yes: true });
    const receipt: unknown = JSON.parse(await bench.read("purge-receipt-1.json"));
    expect(receipt).toMatchObject({
      deleted: expect.arrayContaining([
        { kind: "keys", files: 2, rows: null },
        { kind: "answers", files: 1, rows: 2 },
        { kind: "database: respondents", files: 0, rows: 86 },
        { kind: "database: answers", files: 0, rows: 0 },
      ]),
      left: [],
    });
    expect(Object.keys(await bench.snapshot())).toEqual([
      ".gitignore",
      "agreements.csv",
      "edge.json",
      "frame/flow.csv",
      "journal.jsonl",
      "purge-receipt-1.json",
      "results/results.json",
      "round.json",
      "round.schema.json",
      "sample/allocation.csv",
      "sample/report.html",
    ]);
  });

  it("says where something that looks like a CPR number is left, and never shows it", async () => {
    await bench.write("mine/list.txt", `${hyphenated}\n${CPR}`);
    await bench.write("mine/list.xlsx", await workbook(CPR));
    await bench.write("mine/broken.xlsx", (await workbook(CPR)).subarray(0, -30));
    const result = await bench.run(purgeCommand, { stage: "identities", yes: true });
    expect(result.exitCode).toBe(1);
    expect(result.data["left"]).toEqual([
      { file: "mine/broken.xlsx", found: null, named: 0 },
      { file: "mine/list.txt", found: 2, named: 2 },
      { file: "mine/list.xlsx", found: 1, named: 1 },
    ]);
    expect(bench.screen.join("\n")).not.toContain(CPR.slice(6));
  });

  it("finds a number on the border of two chunks of a large file", async () => {
    await bench.write("mine/large.bin", `${".".repeat(4 * 1024 * 1024 - 5)} ${CPR} ${".".repeat(100)}`);
    const result = await bench.run(purgeCommand, { stage: "identities", yes: true });
    expect(result.data["left"]).toEqual([{ file: "mine/large.bin", found: 1, named: 1 }]);
  });

  it("asks for the name of the folder, and deletes nothing without it", async () => {
    const before = await bench.snapshot();
    expect((await bench.refusal(purgeCommand, { stage: "all" })).what).toContain("nobody is at the keyboard");
    bench.typed.push("yes");
    expect((await bench.refusal(purgeCommand, { stage: "all" })).what).toContain("nothing was deleted");
    expect(await bench.snapshot()).toEqual(before);
    bench.typed.push(bench.folder.split("/").at(-1) ?? "");
    await bench.run(purgeCommand, { stage: "identities" });
    expect(Object.keys(await bench.snapshot())).not.toContain("sample/identities.csv");
  });

  it("refuses an unknown stage, a folder that is no round, and a link", async () => {
    const before = await bench.snapshot();
    expect((await bench.refusal(purgeCommand, { stage: "some", yes: true })).what).toBe("no such stage");
    await symlink("/tmp", bench.path("extracts/link"));
    const linked = await bench.refusal(purgeCommand, { stage: "all", yes: true });
    expect(linked.where).toBe(bench.path("extracts/link"));
    expect(await bench.snapshot()).toEqual(before);
    const other = await workbench();
    await mkdir(other.path("extracts"));
    await other.write("extracts/a.csv", "x");
    expect((await other.refusal(purgeCommand, { stage: "all", yes: true })).what).toBe(
      "this folder is no round",
    );
    expect(Object.keys(await other.snapshot())).toEqual(["extracts/a.csv"]);
    await other.remove();
  });

  it("numbers its receipts", async () => {
    await bench.run(purgeCommand, { stage: "identities", yes: true });
    await bench.run(purgeCommand, { stage: "identities", yes: true });
    expect(JSON.parse(await bench.read("purge-receipt-2.json"))).toMatchObject({ deleted: [], left: [] });
  });
});

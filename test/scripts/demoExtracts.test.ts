/** The demo's extracts are what nine municipalities would send, made of people who do not exist. */
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { parseCpr, passesModulus11 } from "#survey/cpr.ts";
import { roundSchema } from "#survey/round.ts";
import { demoExtracts, type DemoExtract } from "../../scripts/demo/extracts.ts";
import { DEMO_MUNICIPALITIES, demoRound } from "../../scripts/demo/round.ts";
import { readTable } from "../../scripts/io/table.ts";
import { readWritten, roundFolder, runIngest } from "./ingest/runIngest.ts";

const round = demoRound({ today: "2026-08-25", baseUrl: "http://localhost:8787" });
const COLUMNS = [
  "municipality",
  "cpr",
  "benefit",
  "exclusion",
  "eligible",
  "phone",
  "name",
  "target_group",
] as const;

let extracts: DemoExtract[] = [];
let folder = "";
let frame: Record<(typeof COLUMNS)[number], string>[] = [];

const eligible = (code: string): number =>
  frame.filter((row) => row.municipality === code && row.eligible === "1").length;
const bytesOf = (code: string): Uint8Array =>
  extracts.find((e) => e.municipality === code)?.bytes ?? new Uint8Array();

beforeAll(async () => {
  extracts = await demoExtracts({ seed: "test", round });
  folder = await roundFolder(round, Object.fromEntries(extracts.map(({ name, bytes }) => [name, bytes])));
});

describe("the round of the demo", () => {
  it("is valid, opens yesterday and closes after four weeks", () => {
    const parsed = roundSchema.parse(round);
    expect(parsed.field).toStrictEqual({
      opens: "2026-08-24",
      closes: "2026-09-21",
      waves: ["2026-08-24", "2026-08-31", "2026-09-07"],
      extraSms: "2026-09-14",
    });
    expect(parsed.municipalities).toHaveLength(9);
    expect(parsed.municipalities.filter(({ sms }) => sms === "link")).toHaveLength(2);
    expect(parsed.municipalities.filter(({ term }) => term === "kommunen")).toHaveLength(1);
    expect(parsed.municipalities.filter(({ localQuestions }) => localQuestions.length === 2)).toHaveLength(1);
  });
});

describe("the extracts", () => {
  it("are the same bytes for the same seed, and others for another", async () => {
    const again = await demoExtracts({ seed: "test", round, municipalities: DEMO_MUNICIPALITIES });
    expect(again.map(({ bytes }) => Buffer.from(bytes).toString("base64"))).toStrictEqual(
      extracts.map(({ bytes }) => Buffer.from(bytes).toString("base64")),
    );
    const [other] = await demoExtracts({ seed: "other", round, municipalities: ["0825"] });
    expect(Buffer.from(other?.bytes ?? []).equals(Buffer.from(bytesOf("0825")))).toBe(false);
  });

  it("are nine, one of them a CSV in Windows-1252", () => {
    expect(extracts.map(({ municipality }) => municipality)).toStrictEqual([...DEMO_MUNICIPALITIES]);
    const csv = extracts.filter(({ name }) => name.endsWith(".csv"));
    expect(csv).toHaveLength(1);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(csv[0]?.bytes)).toThrow(TypeError);
  });

  it("go through ingest without anything to mend", async () => {
    const result = await runIngest(folder);
    expect(result.data["problems"]).toStrictEqual([]);
    expect(result.exitCode).toBe(0);
    frame = readTable((await readWritten(folder, "frame/frame.csv")) ?? "", COLUMNS, "frame.csv");
    expect(frame).toHaveLength(extracts.reduce((sum, { rows }) => sum + rows, 0));
  });

  it("have the sizes that the demo needs", () => {
    expect(frame.filter(({ municipality }) => municipality === "0751").length).toBeGreaterThan(15_000);
    expect(eligible("0825")).toBeGreaterThanOrEqual(50);
    expect(eligible("0825")).toBeLessThanOrEqual(70);
    expect(eligible("0482")).toBeLessThan(700);
    for (const code of DEMO_MUNICIPALITIES)
      for (const group of ["dagpenge", "aktivitetsparate", "sygedagpenge", "jobparate"])
        expect([
          code,
          group,
          frame.some((r) => r.municipality === code && r.target_group === group && r.eligible === "1"),
        ]).toStrictEqual([code, group, true]);
  });

  it("have every reason of exclusion, foreign phones, and names from one municipality only", () => {
    const reasons = new Set(frame.map(({ exclusion }) => exclusion));
    for (const reason of ["duplicate", "replacement_cpr", "under_age", "passive", "outside", "duration"])
      expect(reasons).toContain(reason);
    expect(frame.some(({ phone }) => phone.startsWith("+46"))).toBe(true);
    expect(frame.some(({ phone }) => phone === "")).toBe(true);
    expect(
      new Set(frame.filter(({ name }) => name !== "").map(({ municipality }) => municipality)),
    ).toStrictEqual(new Set(["0482"]));
  });

  it("are made of numbers that nobody has: modulus 11 fails, and 1 January only in years without such numbers", () => {
    // CPR-kontoret's list of 10 May 2023: 1 January of these years has numbers that fail modulus 11.
    const givenOut = [
      60, 62, 64, 65, 66, 67, 69, 70, 74, 75, 78, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 94, 95,
    ];
    const births = frame.flatMap(({ cpr }) => {
      const parsed = parseCpr(cpr);
      return parsed.ok && !parsed.cpr.replacement ? [parsed.cpr] : [];
    });
    expect(births.filter(({ digits }) => passesModulus11(digits))).toStrictEqual([]);
    const newYears = births.filter(({ birthDate }) => birthDate.endsWith("-01-01"));
    expect(newYears.length).toBeGreaterThan(100);
    expect(
      newYears.filter(
        ({ birthDate }) => birthDate < "2000" && givenOut.includes(Number(birthDate.slice(2, 4))),
      ),
    ).toStrictEqual([]);
  });

  it("use Danish phone numbers that are not in use", () => {
    const danish = frame.filter(({ phone }) => phone.startsWith("+45"));
    expect(danish.filter(({ phone }) => !/^\+456[78]/.test(phone))).toStrictEqual([]);
  });
});

describe("each delivers in its own way", () => {
  it("Esbjerg sends CPR numbers as numbers without their leading zero and dates as serials, under title rows", async () => {
    const { sheets } = await readXlsx(bytesOf("0561"));
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe("ESBJERG KOMMUNE – Jobcenter");
    const data = rows.slice(3);
    expect(data.filter(([cpr]) => typeof cpr === "number" && cpr < 1_000_000_000).length).toBeGreaterThan(
      1000,
    );
    expect(data.every((row) => typeof row[3] === "number")).toBe(true);
  });

  it("Hjørring sends hyphens, the category in a column of its own, and true, false, 1 and 0", async () => {
    const { sheets } = await readXlsx(bytesOf("0860"));
    const [header, first] = sheets[0]?.rows ?? [];
    expect(header).toContain("Visitationskategori");
    expect(first?.[0]).toMatch(/^\d{6}-\d{4}$/);
    expect(new Set(sheets[0]?.rows.slice(1).map((row) => row[5]))).toStrictEqual(
      new Set([true, false, 0, 1]),
    );
  });

  it("Lemvig's file does not name it: a column of codes without their leading zero does", async () => {
    const { sheets } = await readXlsx(bytesOf("0665"));
    expect(extracts.find(({ municipality }) => municipality === "0665")?.name).not.toMatch(/lemvig/i);
    expect(sheets[0]?.rows[2]?.[0]).toBe(665);
  });
});

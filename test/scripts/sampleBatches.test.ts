import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ALLOCATION_COLUMNS } from "#survey/files.ts";
import { roundSchema } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { readRoundTables } from "../../scripts/estimate/inputs.ts";
import { readJournal } from "../../scripts/journal.ts";
import { keyText } from "../../scripts/keys.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { defaultEffects, quiet } from "../../scripts/effects.ts";
import { Run } from "../../scripts/run.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import { cprsIn, DRAW_KEY, drawn, frameOf, lettersOut, PEOPLE, sampledIn, table } from "./drawnSample.ts";
import { madePeople } from "./madeFrame.ts";
import { ROUND_KEY, SETTINGS } from "./statusRound.ts";
import type { Workbench } from "./workbench.ts";

const TABLES = ["sample/allocation.csv", "sample/sample.csv", "sample/identities.csv"];
const ALL = [...TABLES, "sample/report.html"];

const texts = async (bench: Workbench, names: readonly string[]): Promise<string[]> =>
  Promise.all(names.map((name) => bench.read(name)));

/** The text without the inclusion probabilities of a municipality, which a supplement raises. */
const people = async (bench: Workbench, municipality: string, batch: number) =>
  (await sampledIn(bench, municipality, batch)).map((row) => ({ ...row, inclusion_probability: "" }));

const runOf = (bench: Workbench): Run => new Run(bench.folder, "test", quiet(defaultEffects));

/** The last run that the journal remembers. */
const lastRunOf = async (bench: Workbench) => (await readJournal(runOf(bench))).at(-1);

/** Draws and sends the letters of every municipality. */
async function sent(): Promise<Workbench> {
  const bench = await drawn(PEOPLE);
  for (const code of ["0751", "0760", "0492"]) await lettersOut(bench, code);
  return bench;
}

describe("sample --supplement", () => {
  let bench: Workbench;
  let before: { first: unknown; cprs: Map<string, string>; others: string[] };
  beforeAll(async () => {
    bench = await sent();
    before = {
      first: await people(bench, "0751", 0),
      cprs: await cprsIn(bench, "0751"),
      others: await others(),
    };
    await bench.run(sampleCommand, { supplement: ["0751=150"] });
  }, 60_000);
  afterAll(() => bench.remove());

  const others = async (): Promise<string[]> =>
    (await texts(bench, TABLES)).map((text) =>
      text
        .split("\n")
        .filter((line) => /^(0760|0492)/.test(line))
        .join("\n"),
    );

  it("adds that many and touches nobody who was drawn before", async () => {
    expect(await people(bench, "0751", 0)).toEqual(before.first);
    const cprs = await cprsIn(bench, "0751");
    for (const [respondent, cpr] of before.cprs) expect(cprs.get(respondent)).toBe(cpr);
    const added = await sampledIn(bench, "0751", 1);
    expect(added).toHaveLength(150);
    expect(added.map((row) => row.respondent)).toEqual(
      added.map((_, i) => `0751-${String(before.cprs.size + i + 1).padStart(5, "0")}`),
    );
    expect(await others()).toEqual(before.others);
  });

  it("draws the next by ticket in every target group, recomputed here from the key", async () => {
    const cprs = new Set((await cprsIn(bench, "0751")).values());
    for (const group of TARGET_GROUPS) {
      const order = PEOPLE.filter(
        (p) => p.municipality === "0751" && p.target_group === group && p.eligible === 1,
      )
        .map(({ cpr }) => String(cpr))
        .map((cpr) => ({ cpr, ticket: createHmac("sha256", DRAW_KEY).update(cpr).digest("hex") }))
        .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1));
      const n = order.filter(({ cpr }) => cprs.has(cpr)).length;
      expect(order.slice(0, n).every(({ cpr }) => cprs.has(cpr))).toBe(true);
    }
  });

  it("is the allocation of the larger sample, with one inclusion probability for old and new", async () => {
    const allocation = (await table(bench, "sample/allocation.csv", ALLOCATION_COLUMNS)).filter(
      (row) => row.municipality === "0751",
    );
    const larger = await drawn(
      PEOPLE.filter((p) => p.municipality === "0751"),
      {
        ...SETTINGS,
        sampling: {
          minimum: before.cprs.size + 150,
          maximum: 2400,
          sizeCurve: { from: 1_000_000, to: 2_000_000 },
        },
      },
    );
    expect(allocation).toEqual(await table(larger, "sample/allocation.csv", ALLOCATION_COLUMNS));
    expect([...(await cprsIn(larger, "0751")).values()].toSorted()).toEqual(
      [...(await cprsIn(bench, "0751")).values()].toSorted(),
    );
    await larger.remove();
    for (const batch of [0, 1]) {
      for (const row of await sampledIn(bench, "0751", batch)) {
        const stratum = allocation.find(({ target_group }) => target_group === row.target_group);
        expect(row.inclusion_probability).toBe(stratum?.inclusion_probability);
      }
    }
  });

  it("fits what estimates read: as many people in each stratum as allocated", async () => {
    await bench.write(
      "answers/answers.csv",
      `respondent,${Array.from({ length: 13 }, (_, i) => `q${i + 1}`).join(",")},submitted\n`,
    );
    const tables = await readRoundTables(runOf(bench), roundSchema.parse(SETTINGS));
    expect(tables.sample.filter((row) => row.municipality === "0751")).toHaveLength(before.cprs.size + 150);
  });

  it("notes in the journal which frame gave it, and shows it in the report", async () => {
    const frame = createHash("sha256")
      .update(await bench.read("frame/frame.csv"))
      .digest("hex");
    const line = await lastRunOf(bench);
    expect(line?.["drew"]).toEqual([{ municipality: "0751", batch: 1, invited: 150 }]);
    expect(line?.read.find(({ file }) => file === "frame/frame.csv")?.sha256).toBe(frame);
    expect(await bench.read("sample/report.html")).toContain("1. supplement");
  });

  it("is the same when it is asked for again or kept, and can be changed and taken back while no letters are out", async () => {
    const first = await texts(bench, ALL);
    await bench.run(sampleCommand, { supplement: ["0751=150"] });
    expect(await texts(bench, ALL)).toEqual(first);
    await bench.run(sampleCommand);
    expect(await texts(bench, ALL)).toEqual(first);
    await bench.run(sampleCommand, { supplement: ["0751=40", "0760=0"] });
    expect(await sampledIn(bench, "0751", 1)).toHaveLength(40);
    await bench.run(sampleCommand, { supplement: ["0751=0"] });
    expect(await sampledIn(bench, "0751", 1)).toEqual([]);
    expect([...(await cprsIn(bench, "0751"))]).toEqual([...before.cprs]);
    await bench.run(sampleCommand, { supplement: ["0751=150"] });
    expect(await texts(bench, ALL)).toEqual(first);
  });

  it("becomes a batch that stands when its letters are out, and the next is another", async () => {
    await lettersOut(bench, "0751", 1);
    const [first, second] = [await people(bench, "0751", 0), await people(bench, "0751", 1)];
    await bench.run(sampleCommand, { supplement: ["0751=30"] });
    expect(await people(bench, "0751", 0)).toEqual(first);
    expect(await people(bench, "0751", 1)).toEqual(second);
    expect(await sampledIn(bench, "0751", 2)).toHaveLength(30);
    expect((await lastRunOf(bench))?.["drew"]).toEqual([{ municipality: "0751", batch: 2, invited: 30 }]);
  });
});

const budget = (total: number) => ({ ...SETTINGS, sampling: { minimum: 300, budget: { total } } });

describe("a late municipality", () => {
  it("is drawn as its own batch and gets its own letters, and touches nobody else", async () => {
    const bench = await drawn(PEOPLE.filter((person) => person.municipality !== "0492"));
    await bench.write("round.key", keyText(ROUND_KEY));
    await bench.run(lettersCommand, { wave: "0" });
    const tables = await texts(bench, TABLES);
    const sentBefore = await texts(bench, ["waves/0/0751/flettefil.csv", "waves/0/0760/recipients.csv"]);
    await frameOf(bench, PEOPLE);
    await bench.run(sampleCommand);
    for (const [i, text] of (await texts(bench, TABLES)).entries()) {
      const lines = text.split("\n").filter((line) => !line.startsWith("0492"));
      expect(lines.join("\n")).toBe(tables[i]);
    }
    expect(await sampledIn(bench, "0492")).toHaveLength(102);
    expect((await lastRunOf(bench))?.["drew"]).toEqual([{ municipality: "0492", batch: 0, invited: 102 }]);
    await bench.run(lettersCommand, { wave: "0" });
    expect(await texts(bench, ["waves/0/0751/flettefil.csv", "waves/0/0760/recipients.csv"])).toEqual(
      sentBefore,
    );
    expect((await bench.read("waves/0/0492/recipients.csv")).trimEnd().split("\n")).toHaveLength(103);
    await bench.remove();
  });

  it("takes what a raised budget adds, and the others keep what they have", async () => {
    const bench = await drawn(
      PEOPLE.filter((person) => person.municipality !== "0492"),
      budget(1098),
    );
    for (const code of ["0751", "0760"]) await lettersOut(bench, code);
    const others = [await cprsIn(bench, "0751"), await cprsIn(bench, "0760")];
    await frameOf(bench, PEOPLE, budget(1150));
    expect((await bench.refusal(sampleCommand)).what).toBe(
      "sampling.budget has 1150 invitations, and the smallest samples together are 1200",
    );
    await frameOf(bench, PEOPLE, budget(1200));
    await bench.run(sampleCommand);
    expect([await cprsIn(bench, "0751"), await cprsIn(bench, "0760")]).toEqual(others);
    expect(await cprsIn(bench, "0492")).toHaveProperty("size", 102);
    await bench.remove();
  });

  it("may be drawn again from a better extract as long as its own letters are not out", async () => {
    const bench = await drawn(PEOPLE);
    await lettersOut(bench, "0751");
    await frameOf(bench, [...PEOPLE.slice(0, -20), ...madePeople("0492", 60, 5000)]);
    await bench.run(sampleCommand);
    expect(await sampledIn(bench, "0492")).not.toHaveLength(102);
    await bench.remove();
  });
});

/** The same frame under other settings of the sample. */
const settings = (sampling: (typeof SETTINGS)["sampling"]) => (bench: Workbench) =>
  frameOf(bench, PEOPLE, { ...SETTINGS, sampling });

describe("sample refuses once wave 0 is out", () => {
  let bench: Workbench;
  let before: Record<string, string>;
  beforeAll(async () => {
    bench = await sent();
    before = await bench.snapshot();
  }, 60_000);
  beforeEach(async () => {
    await frameOf(bench, PEOPLE);
    for (const name of TABLES) await bench.write(name, kept.get(name) ?? (await remember(name)));
  });
  afterAll(() => bench.remove());

  const kept = new Map<string, string>();
  const remember = async (name: string): Promise<string> => {
    kept.set(name, await bench.read(name));
    return kept.get(name) ?? "";
  };
  const notDrawn = async (): Promise<typeof PEOPLE> => {
    const cprs = new Set((await cprsIn(bench, "0751")).values());
    const last = PEOPLE.findLast(
      (p) => p.municipality === "0751" && p.eligible === 1 && !cprs.has(String(p.cpr)),
    );
    return PEOPLE.filter((person) => person !== last);
  };

  const broken: [string, (b: Workbench) => Promise<void>, RegExp][] = [
    ["a frame without somebody who was drawn or not", async (b) => frameOf(b, await notDrawn()), /in 0751$/],
    ["a frame without a municipality", (b) => frameOf(b, PEOPLE.slice(0, 3900)), /in 0492$/],
    ["another size", settings({ minimum: 1500 }), /in 0751$/],
    [
      "another start point",
      settings({ startPoint: 0.25 }),
      /in 0751, 0760, 0492$|in 0492, 0751, 0760$|in 0751$|0751/,
    ],
    [
      "another draw key",
      (b) => b.write("draw.key", keyText(new Uint8Array(32).fill(3))),
      /another sample in/,
    ],
    [
      "other bands",
      (b) => frameOf(b, PEOPLE, { ...SETTINGS, bands: { age: [25, 50] } }),
      /another sample in 0492, 0751, 0760/,
    ],
    [
      "a sample that was edited",
      async (b) => b.write("sample/sample.csv", (await b.read("sample/sample.csv")).replace(",m,", ",f,")),
      /not the one that the journal says|not as the command left it/,
    ],
  ];

  it.each(broken)("%s, and leaves what was there", async (_, breakIt, what) => {
    await breakIt(bench);
    const refused = await bench.refusal(sampleCommand);
    expect(refused.what).toMatch(what);
    expect(refused.message).not.toMatch(/\d{10}/);
    const after = await bench.snapshot();
    for (const name of [
      "sample/allocation.csv",
      "sample/identities.csv",
      "sample/report.html",
      "journal.jsonl",
    ]) {
      expect(after[name]).toBe(before[name]);
    }
  });

  const asked: [string, string[], RegExp][] = [
    ["more than are left", ["0760=1"], /0760 has 0 citizens left to draw, and 1 are asked for/],
    ["a supplement that cannot be read", ["0751:20"], /»0751:20« is no supplement/],
    ["a municipality twice", ["0751=20", "0751=30"], /0751 stands twice/],
    ["a municipality that is not in the round", ["0101=20"], /the invitations of 0101 are not out/],
  ];

  it.each(asked)("%s", async (_, supplement, what) => {
    const refused = await bench.refusal(sampleCommand, { supplement });
    expect(refused.what).toMatch(what);
    expect(refused.where).toBe("--supplement");
    expect(await bench.snapshot()).toMatchObject(before);
  });

  it("and a supplement before the letters are out", async () => {
    const early = await drawn(PEOPLE);
    expect((await early.refusal(sampleCommand, { supplement: ["0751=20"] })).what).toContain(
      "0751 are not out",
    );
    await early.remove();
  });
});

describe("sample refuses before wave 0", () => {
  it("to give the number of somebody who wants no letters to somebody else", async () => {
    const bench = await drawn(PEOPLE);
    const before = await bench.read("sample/identities.csv");
    await bench.write(
      "erasures.csv",
      "respondent,wish,recorded\n0751-00900,no_reminders,2026-08-20T08:00:00Z\n",
    );
    await bench.run(sampleCommand);
    await settings({ minimum: 1500 })(bench);
    const refused = await bench.refusal(sampleCommand);
    expect(refused.what).toContain("0751-00900");
    expect(refused.message).not.toMatch(/\d{10}/);
    expect(await bench.read("sample/identities.csv")).toBe(before);
    await bench.remove();
  });
});

import { createHmac } from "node:crypto";
import { stat } from "node:fs/promises";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ALLOCATION_COLUMNS, FRAME_COLUMNS, IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import { cprsIn, DRAW_KEY, drawn, frameOf, PEOPLE, table } from "./drawnSample.ts";
import { flowText, frameText, madePeople } from "./madeFrame.ts";
import { SETTINGS } from "./statusRound.ts";
import type { Workbench } from "./workbench.ts";

const OUTPUTS = ["sample/allocation.csv", "sample/sample.csv", "sample/identities.csv", "sample/report.html"];

describe("sample", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await drawn(PEOPLE);
  }, 60_000);
  afterAll(() => bench.remove());

  it("allocates every stratum and draws exactly that many", async () => {
    const allocation = await table(bench, "sample/allocation.csv", ALLOCATION_COLUMNS);
    const sampled = await table(bench, "sample/sample.csv", SAMPLE_COLUMNS);
    expect(allocation).toHaveLength(12);
    for (const stratum of allocation) {
      const own = sampled.filter(
        (row) => row.municipality === stratum.municipality && row.target_group === stratum.target_group,
      );
      expect(own).toHaveLength(Number(stratum.sample));
      const probability = Number(stratum.sample) / Number(stratum.population);
      expect(Number(stratum.inclusion_probability)).toBe(probability);
      for (const row of own) expect(Number(row.inclusion_probability)).toBe(probability);
    }
    const total = (code: string) => sampled.filter((row) => row.municipality === code).length;
    expect(total("0751")).toBeGreaterThanOrEqual(1000);
    expect([total("0760"), total("0492")]).toEqual([765, 102]);
    const census = allocation.map((row) => [row.municipality, row.census]);
    expect(new Set(census.filter(([code]) => code === "0492").map(([, c]) => c))).toEqual(new Set(["1"]));
    expect(new Set(census.filter(([code]) => code === "0751").map(([, c]) => c))).toEqual(new Set(["0"]));
  });

  it("takes the smallest tickets of each stratum, recomputed here from the key", async () => {
    const identities = await table(bench, "sample/identities.csv", IDENTITY_COLUMNS);
    const own = new Set(identities.map((row) => row.cpr));
    for (const group of ["dagpenge", "aktivitetsparate", "sygedagpenge", "jobparate"]) {
      const stratum = PEOPLE.filter(
        (p) => p.municipality === "0751" && p.target_group === group && p.eligible === 1,
      )
        .map(({ cpr }) => ({
          cpr: String(cpr),
          ticket: createHmac("sha256", DRAW_KEY).update(String(cpr)).digest("hex"),
        }))
        .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1));
      const n = stratum.filter(({ cpr }) => own.has(cpr)).length;
      expect(n).toBeGreaterThan(0);
      expect(n).toBeLessThan(stratum.length);
      expect(stratum.slice(0, n).every(({ cpr }) => own.has(cpr))).toBe(true);
    }
  });

  it("numbers the sampled of a municipality without gaps, in an order that is not that of the tickets", async () => {
    const identities = await table(bench, "sample/identities.csv", IDENTITY_COLUMNS);
    const own = identities.filter((row) => row.municipality === "0492");
    expect(own.map((row) => row.respondent)).toEqual(
      own.map((_, i) => `0492-${String(i + 1).padStart(5, "0")}`),
    );
    const tickets = own.map((row) => createHmac("sha256", DRAW_KEY).update(row.cpr).digest("hex"));
    const rising = tickets.filter((ticket, i) => i > 0 && ticket > (tickets[i - 1] ?? "")).length;
    expect(rising).toBeGreaterThan(30);
    expect(rising).toBeLessThan(71);
  });

  it("keeps persons in identities.csv alone, readable by the owner alone", async () => {
    const cprs = (await table(bench, "sample/identities.csv", IDENTITY_COLUMNS)).map((row) => row.cpr);
    for (const name of [
      "sample/sample.csv",
      "sample/allocation.csv",
      "sample/report.html",
      "journal.jsonl",
    ]) {
      const text = await bench.read(name);
      expect(cprs.filter((cpr) => text.includes(cpr))).toEqual([]);
      expect(text).not.toContain("+4520");
    }
    expect((await stat(bench.path("sample/identities.csv"))).mode & 0o777).toBe(0o600);
    const sampled = await table(bench, "sample/sample.csv", SAMPLE_COLUMNS);
    expect(new Set(sampled.map((row) => row.age_band))).toEqual(
      new Set(["under-30", "30-39", "40-49", "50-59", "60-"]),
    );
  });

  it("says who cannot reach the target, and what it would take", async () => {
    const result = await bench.run(sampleCommand);
    const lines = result.lines.join("\n");
    expect(lines).toMatch(
      /0760 Ringkøbing-Skjern: all 765 invited, the target needs a response rate of \d\d\.\d %/,
    );
    expect(lines).toContain("0492 Ærø: all 102 invited, the target cannot be reached");
    expect(lines).not.toContain("0751 Aarhus: all");
  });

  it("writes a report that is valid HTML with a caption on every table and a text on every bar", async () => {
    const text = await bench.read("sample/report.html");
    const report = await new HtmlValidate({
      extends: ["html-validate:recommended", "html-validate:a11y"],
      rules: { "no-inline-style": "off", "void-style": "off", "long-title": "off", "doctype-style": "off" },
    }).validateString(text);
    expect(report.results.flatMap((result) => result.messages.map((m) => `${m.line}: ${m.message}`))).toEqual(
      [],
    );
    expect(text.match(/<table>/g)?.length).toBe(text.match(/<caption /g)?.length);
    expect(text.match(/<script|https?:\/\/|@import|url\(/g)).toBeNull();
    expect(text).toContain("Ærø og Ringkøbing-Skjern kan ikke ventes at nå");
  });
});

/** Who is drawn in the large municipality when the smallest sample is this. */
async function cprsAt(minimum: number): Promise<string[]> {
  const bench = await drawn(PEOPLE, { ...SETTINGS, sampling: { minimum, maximum: 2400 } });
  const cprs = await cprsIn(bench, "0751");
  await bench.remove();
  return [...cprs.values()];
}

describe("sample, again", () => {
  it("gives the same bytes for the same inputs, whatever the order of the rows", async () => {
    const [first, second] = [await drawn(PEOPLE), await drawn(PEOPLE.toReversed())];
    for (const name of OUTPUTS.slice(0, 3)) expect(await second.read(name)).toBe(await first.read(name));
    await frameOf(second, PEOPLE);
    await second.run(sampleCommand);
    expect(await second.read("sample/report.html")).toBe(await first.read("sample/report.html"));
    await Promise.all([first.remove(), second.remove()]);
  });

  it("only adds people when the sample is enlarged", async () => {
    const [small, large] = [await cprsAt(1300), new Set(await cprsAt(1800))];
    expect(large.size).toBeGreaterThan(small.length);
    expect(small.filter((cpr) => !large.has(cpr))).toEqual([]);
  });

  it("asks nobody again from a start point half a turn on, while the sample is under half of the stratum", async () => {
    const people = madePeople("0751", 6000, 0);
    const first = await drawn(people);
    const second = await drawn(people, { ...SETTINGS, sampling: { startPoint: 0.5 } });
    const [before, after] = [await cprsIn(first, "0751"), await cprsIn(second, "0751")];
    const again = new Set(after.values());
    expect(before.size).toBeGreaterThan(1400);
    expect(after.size).toBe(before.size);
    expect([...before.values()].filter((cpr) => again.has(cpr))).toEqual([]);
    await Promise.all([first.remove(), second.remove()]);
  });

  it("names municipalities of the round that have no frame", async () => {
    const bench = await drawn(PEOPLE.filter((person) => person.municipality !== "0760"));
    expect(bench.screen.join("\n")).toContain("No frame yet from 0760");
    expect(await bench.read("sample/report.html")).toContain("ikke modtaget udtræk fra Ringkøbing-Skjern");
    await bench.remove();
  });
});

const budget = (total: number) => ({ ...SETTINGS, sampling: { minimum: 300, budget: { total } } });

describe("sample on a budget", () => {
  it("shares exactly the total, by the power of the population", async () => {
    const bench = await drawn(PEOPLE, budget(1200));
    const allocation = await table(bench, "sample/allocation.csv", ALLOCATION_COLUMNS);
    const total = (code: string) =>
      allocation.filter((row) => row.municipality === code).reduce((sum, row) => sum + Number(row.sample), 0);
    expect([total("0751"), total("0760"), total("0492")]).toEqual([709, 389, 102]);
    expect(709 / 389).toBeCloseTo(Math.sqrt(2550 / 765), 2);
    expect(bench.screen.join("\n")).toMatch(/0751 Aarhus: only 709 invited.*the budget gives too few/);
    expect(await bench.read("sample/report.html")).toContain("1.200 invitationer");
    await bench.remove();
  });

  it.each([
    [600, "sampling.budget has 600 invitations, and the smallest samples together are 702"],
    [9000, "sampling.budget has 9000 invitations, and the largest samples together are 2867"],
  ])("refuses %d, and names both numbers", async (total, what) => {
    const bench = await drawn(PEOPLE);
    await frameOf(bench, PEOPLE, budget(total));
    const before = await bench.snapshot();
    const refused = await bench.refusal(sampleCommand);
    expect(refused.what).toBe(what);
    expect(refused.where).toBe(bench.path("round.json"));
    expect(await bench.snapshot()).toEqual(before);
    await bench.remove();
  });

  it.each([
    [{ minimum: 1500, maximum: 1200 }, /maximum: must be at least minimum: 1200 is less than 1500/],
    [{ targetAnswers: 2500 }, /2500 answers cannot come from 2000 invited/],
    [{ sizeCurve: { from: 5000, to: 4000 } }, /4000 is not above 5000/],
  ])("refuses settings that contradict each other: %j", async (sampling, what) => {
    const bench = await drawn(PEOPLE);
    await frameOf(bench, PEOPLE, { ...SETTINGS, sampling });
    expect((await bench.refusal(sampleCommand)).what).toMatch(what);
    await bench.remove();
  });
});

describe("sample refuses", () => {
  let bench: Workbench;
  let before: Record<string, string>;
  beforeAll(async () => {
    bench = await drawn(PEOPLE);
  }, 60_000);
  beforeEach(async () => {
    await frameOf(bench, PEOPLE);
    before = await bench.snapshot();
  });
  afterAll(() => bench.remove());

  const broken: [string, (b: Workbench) => Promise<void>, RegExp][] = [
    ["settings that do not fit", (b) => b.write("round.json", "{}"), /settings do not fit/],
    ["a broken draw key", (b) => b.write("draw.key", "abc\n"), /not a key/],
    ["an empty frame", (b) => b.write("frame/frame.csv", ""), /columns are missing/],
    [
      "a missing column",
      (b) => b.write("frame/frame.csv", frameText(PEOPLE).replace("cpr,", "id,")),
      /columns are missing: cpr/,
    ],
    [
      "a cut row",
      (b) => b.write("frame/frame.csv", frameText(PEOPLE).slice(0, -30)),
      /the row has \d+ fields/,
    ],
    ["an open quotation mark", (b) => b.write("frame/frame.csv", `${frameText(PEOPLE)}"0751`), /not CSV/],
    [
      "nobody eligible",
      (b) => b.write("frame/frame.csv", frameText(PEOPLE.filter((p) => p.eligible === 0))),
      /nobody in the frame is eligible/,
    ],
    [
      "a person twice",
      (b) => b.write("frame/frame.csv", frameText([...PEOPLE, ...PEOPLE.slice(0, 1)])),
      /the same person is eligible twice/,
    ],
    [
      "an eligible person without a group",
      (b) =>
        b.write(
          "frame/frame.csv",
          frameText(PEOPLE.map((p, i) => (i === 7 ? { ...p, target_group: "" } : p))),
        ),
      /the column target_group/,
    ],
    [
      "a date that does not exist",
      (b) =>
        b.write(
          "frame/frame.csv",
          frameText(PEOPLE.map((p, i) => (i === 7 ? { ...p, latest_interview: "2026-02-30" } : p))),
        ),
      /the column latest_interview/,
    ],
    [
      "a municipality that the round has not",
      (b) => frameOf(b, [...PEOPLE, ...madePeople("0101", 20, 5000)]),
      /municipalities that the round has not: 0101/,
    ],
    [
      "a flow of another frame",
      (b) => b.write("frame/flow.csv", flowText(PEOPLE.slice(1))),
      /count other people/,
    ],
    [
      "a broken flow",
      (b) => b.write("frame/flow.csv", "municipality,stage,reason,n\n0751,sent,,7\n"),
      /no stage/,
    ],
  ];

  it.each(broken)("%s, and leaves what was there", async (_, breakIt, what) => {
    await breakIt(bench);
    const refused = await bench.refusal(sampleCommand);
    expect(refused.what).toMatch(what);
    expect(refused.message).not.toMatch(/\d{10}/);
    expect(refused.how).not.toBe("");
    const after = await bench.snapshot();
    for (const name of [...OUTPUTS, "journal.jsonl"]) expect(after[name]).toBe(before[name]);
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
  });

  it("names the row that does not fit", async () => {
    await bench.write("frame/frame.csv", frameText(PEOPLE.map((p, i) => (i === 7 ? { ...p, age: "-" } : p))));
    expect((await bench.refusal(sampleCommand)).where).toBe(`${bench.path("frame/frame.csv")}, row 9`);
    expect(FRAME_COLUMNS).toContain("age");
  });
});

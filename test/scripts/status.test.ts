import * as z from "zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FLAGS } from "#survey/forecast/flag.ts";
import { DISPOSITION_COLUMNS } from "#survey/files.ts";
import type { CommandResult } from "../../scripts/command.ts";
import { readTable } from "../../scripts/io/table.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { statusCommand } from "../../scripts/status.ts";
import { answersTo, inTheField, makeRound, SETTINGS, type TestRound } from "./statusRound.ts";

describe("status", () => {
  let test: TestRound;
  let result: CommandResult;
  beforeAll(async () => {
    test = await makeRound({ ...SETTINGS, sampling: { targetAnswers: 3 } });
    await test.run(lettersCommand, { wave: "0" });
    await inTheField(test, async (citizens) => {
      await citizens.send("0751-00001", answersTo(13));
      await citizens.send("0751-00002", answersTo(6));
      await citizens.draft("0751-00003", answersTo(7));
      await citizens.draft("0751-00004", answersTo(6));
      await citizens.optOut("0751-00005");
      await citizens.send("0751-00006", answersTo(13));
      await citizens.withdraw("0751-00006");
      await citizens.send("0751-00007", { q1: 1, q2: 8, q3: 1, no_interview: true });
    });
    await test.run(lettersCommand, { wave: "1" });
    result = await test.run(statusCommand);
  });
  afterAll(() => test.remove());

  it("gives every person of the sample an AAPOR code", async () => {
    const rows = readTable(
      await test.read("status/dispositions.csv"),
      DISPOSITION_COLUMNS,
      "dispositions.csv",
    );
    expect(rows).toHaveLength(40);
    const aarhus = rows.filter((row) => row.municipality === "0751");
    const code = (n: number) => aarhus[n - 1]?.disposition;
    // 7 of 13 is an answer: skipped for want of an interview counts as given.
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(code)).toEqual([
      "1.1",
      "2.12",
      "1.2",
      "2.12",
      "2.111",
      "2.111",
      "1.1",
      "3.19",
    ]);
    expect(aarhus[0]).toMatchObject({ answered_on: "2026-09-01", waves_sent: "1", target_group: "dagpenge" });
    expect(aarhus[2]).toMatchObject({ answered_on: "", waves_sent: "2" });
  });

  it("counts answers against the target", () => {
    expect(result.data).toMatchObject({ target: 3, total: { invited: 40, answers: 3 } });
    expect(result.data["municipalities"]).toContainEqual(
      expect.objectContaining({
        municipality: "0751",
        invited: 24,
        answers: 3,
        missing: 0,
        refusals: 2,
        breakOffs: 2,
      }),
    );
    const lines = result.lines.filter((line) => /^\d{4} /.test(line));
    expect(lines[0]).toMatch(/^0492 Ærø +4 +0 .* wave 2 \(\+0\)$/);
    expect(lines[1]).toMatch(/^0751 Aarhus +24 +3 █{12} .* green +reached$/);
    for (const line of result.lines.slice(0, -1)) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("forecasts each municipality and target group, between what is in and everybody", () => {
    const forecast = z.object({ low: z.number(), middle: z.number(), high: z.number(), chance: z.number() });
    const municipalities = z
      .array(
        z.object({
          invited: z.number(),
          answers: z.number(),
          forecast,
          flag: z.enum(FLAGS),
          groups: z.record(z.string(), z.object({ forecast })),
        }),
      )
      .parse(result.data["municipalities"]);
    expect(municipalities).toHaveLength(3);
    for (const { invited, answers, forecast: found } of municipalities) {
      const ordered = [answers, found.low, found.middle, found.high, invited];
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
    }
  });

  it("writes a page that stands alone, with figures, a table and a chart", async () => {
    const page = await test.read("status/report.html");
    expect(page).toContain("<title>Status på indsamlingen</title>");
    expect(page).toContain("Opgjort den 3. september 2026");
    expect(page).toMatch(/Kommunerne i tal/);
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    expect(page).toMatch(/<svg [^>]*role="img" aria-label="Alle kommuner: /);
    expect(page).toContain("RR2 7,5");
  });

  it("says nobody is invited before the first wave", async () => {
    const early = await makeRound();
    try {
      await inTheField(early, async () => {});
      await early.run(statusCommand);
      const text = await early.read("status/dispositions.csv");
      expect(text.match(/,3\.11,/g)).toHaveLength(40);
    } finally {
      await early.remove();
    }
  });

  it.each([
    ["round.json", "[]"],
    ["round.key", ""],
    ["sample/sample.csv", "respondent\n0751-00001\n"],
    ["waves/0/0751/recipients.csv", "x\n1\n"],
  ])("refuses a broken %s and leaves the status as it was", async (name, broken) => {
    const [good, before] = [await test.read(name), await test.read("status/dispositions.csv")];
    await test.write(name, broken);
    const error = await test.refusal(statusCommand);
    expect(error.where).toContain(name);
    expect(await test.read("status/dispositions.csv")).toBe(before);
    await test.write(name, good);
  });
});

/** People keep what is known of them on the way from the thread that reads them into frame.csv. */
import { expect, it } from "vitest";
import { FRAME_COLUMNS, type Exclusion } from "#survey/files.ts";
import type { FrameRow } from "#survey/frame/frame.ts";
import { FrameEntry, PeopleKeeper, unpacked } from "../../../scripts/ingest/framePeople.ts";
import { readTable } from "../../../scripts/io/table.ts";

const person = (change: Partial<FrameRow> = {}): FrameRow => ({
  municipality: "0751",
  cpr: "0101901234",
  sex: "f",
  age: 36,
  benefit: "Kontanthjælp, jobparat",
  targetGroup: "jobparate",
  weeks: 12,
  latestInterview: "2026-07-01",
  finished: false,
  phone: "+4520123456",
  name: "",
  exclusion: null,
  ...change,
});

const OUTSIDE = person({
  cpr: "3112651111",
  sex: "m",
  targetGroup: null,
  weeks: null,
  latestInterview: null,
  finished: true,
  name: 'Åse "Ås", jr.',
  exclusion: "outside",
});

/** A table of these people, from row 5 on, as the main thread gets it. */
function table(place: string, people: readonly FrameRow[], transition: string | null = "2026-03-02") {
  const keeper = new PeopleKeeper();
  for (const [i, one] of people.entries()) keeper.add(one, transition, i + 5);
  return unpacked(structuredClone(keeper.packed(place)), place);
}

const written = (entries: readonly FrameEntry[], exclusionOf: (entry: FrameEntry) => Exclusion | null) =>
  readTable(
    `${FRAME_COLUMNS.join(",")}\n${FrameEntry.lines(entries, exclusionOf)}`,
    FRAME_COLUMNS,
    "frame.csv",
  );

const own = (entry: FrameEntry) => entry.exclusion;

it("are on the other side what they were", () => {
  const shown = table("a.xlsx", [person(), OUTSIDE]).map((entry) => ({
    person: [entry.cpr, entry.cprNumber, entry.municipality],
    dates: [entry.transition, entry.interview, entry.finished],
    benefit: [entry.benefit, entry.targetGroup, entry.exclusion],
    place: [entry.place, entry.row],
  }));
  expect(shown).toStrictEqual([
    {
      person: ["0101901234", 101_901_234, "0751"],
      dates: ["2026-03-02", "2026-07-01", false],
      benefit: ["Kontanthjælp, jobparat", "jobparate", null],
      place: ["a.xlsx", 5],
    },
    {
      person: ["3112651111", 3_112_651_111, "0751"],
      dates: ["2026-03-02", null, true],
      benefit: ["Kontanthjælp, jobparat", null, "outside"],
      place: ["a.xlsx", 6],
    },
  ]);
  expect(table("a.xlsx", [person()], null)[0]?.transition).toBeNull();
  expect(table("a.xlsx", [person()], "0226-03-02")[0]?.transition).toBe("0226-03-02");
  expect(table("a.xlsx", [])).toStrictEqual([]);
  expect(() => table("a.xlsx", [person({ benefit: "Bistand" })])).toThrow("unknown benefit Bistand");
});

it("have their lines in frame.csv, whatever the file is called", () => {
  for (const place of ["a.xlsx", 'Udtræk "2", Århus.xlsx/Ark 1', "linje\nskift.csv"]) {
    const rows = written(table(place, [person(), OUTSIDE, person({ cpr: "0202901234" })]), own);
    expect(rows.map(({ cpr, file, row }) => [cpr, file, row])).toStrictEqual([
      ["0101901234", place, "5"],
      ["3112651111", place, "6"],
      ["0202901234", place, "7"],
    ]);
    expect(rows[0]).toMatchObject({ weeks: "12", eligible: "1", exclusion: "", finished: "0", age: "36" });
    expect(rows[1]).toMatchObject({ name: 'Åse "Ås", jr.', eligible: "0", exclusion: "outside", weeks: "" });
  }
});

it("are excluded where the whole frame says so, and nobody else is", () => {
  const first = table("a, b.xlsx", [person(), person({ cpr: "0202901234" }), OUTSIDE]);
  const second = table("c.xlsx", [person({ cpr: "0303901234" }), person({ cpr: "0404901234" })]);
  // Not all of the first table, and not in one piece: the rest of it is another municipality's.
  const people = [...first.slice(0, 1), ...second, ...first.slice(2)];
  const excluded = new Set(["0303901234", "3112651111"]);
  const rows = written(people, (entry) => (excluded.has(entry.cpr) ? "duplicate" : entry.exclusion));
  expect(rows.map(({ cpr, eligible, exclusion, file }) => [cpr, eligible, exclusion, file])).toStrictEqual([
    ["0101901234", "1", "", "a, b.xlsx"],
    ["0303901234", "0", "duplicate", "c.xlsx"],
    ["0404901234", "1", "", "c.xlsx"],
    ["3112651111", "0", "duplicate", "a, b.xlsx"],
  ]);
  const allOut = written(first, () => "duplicate");
  expect(allOut.map(({ exclusion }) => exclusion)).toStrictEqual(["duplicate", "duplicate", "duplicate"]);
  const allIn = written(first, () => null);
  expect(allIn.map(({ eligible }) => eligible)).toStrictEqual(["1", "1", "1"]);
  expect(written([], own)).toStrictEqual([]);
});

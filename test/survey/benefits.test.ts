import { describe, expect, it } from "vitest";
import { BENEFITS, benefitsBetween, createClassifier, longEnough, spellingsOf } from "#survey/benefits.ts";
import { isIsoDate } from "#survey/dates.ts";
import register from "#survey/data/benefits.json" with { type: "json" };

const pilot = createClassifier("2023-04-01", "2023-08-01");
const midst = createClassifier("2025-04-01", "2025-08-01");
const now = createClassifier("2026-04-01", "2026-08-01");

const groupOf = (classify: typeof now, benefit: string, category = ""): string | null => {
  const classified = classify(benefit, category);
  return classified.ok ? (classified.benefit.targetGroup ?? "outside") : classified.reason;
};

/** Both exist on some day. */
const overlap = (a: (typeof BENEFITS)[number], b: (typeof BENEFITS)[number]): boolean =>
  (a.from ?? "") <= (b.to ?? "9999") && (b.from ?? "") <= (a.to ?? "9999");

const namesOn = (day: string): string[] => benefitsBetween(day, day).map(({ name }) => name);

describe("the table", () => {
  it("has a group and a duration rule together, or neither", () => {
    for (const { id, targetGroup, minimum } of BENEFITS)
      expect([id, minimum === null]).toStrictEqual([id, targetGroup === null]);
  });

  it("names a source for every benefit", () => {
    const sources = new Set(Object.keys(register.sources));
    for (const { id, sources: named } of BENEFITS) {
      expect([id, named.length > 0 && named.every((source) => sources.has(source))]).toStrictEqual([
        id,
        true,
      ]);
    }
  });

  it("writes dates that exist, in order", () => {
    for (const { id, from, to, closedToNewFrom } of BENEFITS) {
      for (const date of [from, to, closedToNewFrom])
        expect([id, date === null || isIsoDate(date)]).toStrictEqual([id, true]);
      expect([id, from === null || to === null || from <= to]).toStrictEqual([id, true]);
    }
  });

  it("gives a spelling to one benefit only at any time", () => {
    const owners = new Map<string, typeof BENEFITS>();
    for (const benefit of BENEFITS)
      for (const spelling of spellingsOf(benefit))
        owners.set(spelling, [...(owners.get(spelling) ?? []), benefit]);
    const clashes = [...owners].filter(([, list]) =>
      list.some((a, i) => list.slice(i + 1).some((b) => overlap(a, b))),
    );
    expect(clashes.map(([spelling]) => spelling)).toStrictEqual([]);
  });

  it("uses 12 calendar months for dagpenge and 8 weeks for all others in a group", () => {
    for (const { targetGroup, minimum } of BENEFITS) {
      if (targetGroup === null) continue;
      expect(minimum).toStrictEqual(
        targetGroup === "dagpenge" ? { unit: "months", count: 12 } : { unit: "weeks", count: 8 },
      );
    }
  });
});

describe("the classification of PRODUCT §2", () => {
  it.each([
    ["A-dagpenge", "dagpenge"],
    ["Aktivitetsparate på kontanthjælp", "aktivitetsparate"],
    ["Aktivitetsparate på uddannelseshjælp", "aktivitetsparate"],
    ["Ressourceforløbsydelse", "aktivitetsparate"],
    ["Ressourceforløb", "aktivitetsparate"],
    ["Jobafklaringsforløb", "aktivitetsparate"],
    ["Sygedagpenge", "sygedagpenge"],
    ["Jobparate på kontanthjælp", "jobparate"],
    ["Åbenlyst uddannelsesparate på uddannelseshjælp", "jobparate"],
    ["Uddannelsesparate på uddannelseshjælp", "jobparate"],
    ["Ledighedsydelse", "jobparate"],
    ["Fleksjob", "outside"],
    ["Førtidspension", "outside"],
    ["Revalidering", "outside"],
  ])("in 2023 %s is %s", (benefit, group) => expect(groupOf(pilot, benefit)).toBe(group));
});

describe("the changes of the law", () => {
  it("kontanthjælp has no uddannelsesparate before 1 July 2025", () => {
    expect(groupOf(pilot, "Kontanthjælp, uddannelsesparat")).toBe("expired");
    expect(groupOf(now, "Kontanthjælp, uddannelsesparat")).toBe("jobparate");
    expect(groupOf(now, "Kontanthjælp, åbenlyst uddannelsesparat")).toBe("jobparate");
  });

  it("uddannelseshjælp is gone in 2026 and both are known in the quarter of the change", () => {
    expect(groupOf(now, "Uddannelseshjælp, uddannelsesparat")).toBe("expired");
    expect(groupOf(now, "Uddannelseshjælp")).toBe("expired");
    expect(groupOf(midst, "Uddannelseshjælp, aktivitetsparat")).toBe("aktivitetsparate");
    expect(groupOf(midst, "Kontanthjælp, uddannelsesparat")).toBe("jobparate");
  });

  it("ressourceforløb goes on in 2026 for those who are on it, and takes nobody new", () => {
    const classified = now("Ressourceforløb", "");
    expect(classified.ok && classified.benefit.closedToNewFrom).toBe("2026-02-01");
  });

  it("offers what exists on a day", () => {
    expect(namesOn("2025-06-30")).toContain("Uddannelseshjælp, aktivitetsparat");
    expect(namesOn("2025-07-01")).not.toContain("Uddannelseshjælp, aktivitetsparat");
    expect(namesOn("2025-06-30")).not.toContain("Kontanthjælp, uddannelsesparat");
    expect(namesOn("2025-07-01")).toContain("Kontanthjælp, uddannelsesparat");
  });
});

describe("spellings", () => {
  it.each([
    ["KONTANTHJÆLP - JOBPARAT", "", "jobparate"],
    ["Kontanthjælpsmodtager (aktivitetsparat)", "", "aktivitetsparate"],
    ["kontanthjaelp, aktivitetsparat", "", "aktivitetsparate"],
    ["2.2 Kontanthjælp, jobparat", "", "jobparate"],
    ["LAB § 6, nr. 2: Kontanthjælp, jobparat", "", "jobparate"],
    ["Kontanthjælp", "Jobparat", "jobparate"],
    ["Kontanthjælp, jobparat", "Jobparat", "jobparate"],
    ["Sygedagpenge", "2", "sygedagpenge"],
    ["A-dagpenge", "Jobparat", "dagpenge"],
  ])("%s | %s is %s", (benefit, category, group) => expect(groupOf(now, benefit, category)).toBe(group));

  it.each([
    ["", "", "empty"],
    ["Kontanthjælp", "", "category"],
    ["Kontanthjælp", "Match 3", "category"],
    ["Kontanthjælp, jobparat", "Aktivitetsparat", "category"],
    ["Jobparat", "", "unknown"],
    ["Borgerløn", "", "unknown"],
  ])("%s | %s is in no group: %s", (benefit, category, reason) =>
    expect(groupOf(now, benefit, category)).toBe(reason),
  );
});

describe("the duration rule", () => {
  it("8 weeks are 56 days", () => {
    const weeks = { unit: "weeks", count: 8 } as const;
    expect(longEnough(weeks, "2026-06-06", "2026-08-01")).toBe(true);
    expect(longEnough(weeks, "2026-06-07", "2026-08-01")).toBe(false);
  });

  it("12 months are calendar months", () => {
    const months = { unit: "months", count: 12 } as const;
    expect(longEnough(months, "2025-08-01", "2026-08-01")).toBe(true);
    expect(longEnough(months, "2025-08-02", "2026-08-01")).toBe(false);
    expect(longEnough(months, "2024-02-29", "2025-02-28")).toBe(false);
    expect(longEnough(months, "2024-02-29", "2025-03-01")).toBe(true);
  });
});

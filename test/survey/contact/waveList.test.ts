import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REACHABLE, STOPS, type Reachability } from "#survey/contact/delivery.ts";
import { exemptionOf, EXEMPTIONS, type Standing } from "#survey/contact/exemptions.ts";
import { differenceOf, sinceLast, waveList, type Recipient } from "#survey/contact/waveList.ts";
import { CONTACTS, type Contact } from "#survey/contact/waves.ts";

const reach: fc.Arbitrary<Reachability> = fc.record({
  digitalPost: fc.boolean(),
  paper: fc.boolean(),
  phone: fc.boolean(),
  stop: fc.option(fc.constantFrom(...STOPS), { nil: null, freq: 3 }),
});
const anybody: fc.Arbitrary<Standing> = fc.record({
  invited: fc.boolean(),
  submitted: fc.boolean(),
  optedOut: fc.boolean(),
  withdrawn: fc.boolean(),
  reach,
  textable: fc.boolean(),
  reminders: fc.nat(2),
});
const NEW: Standing = {
  invited: true,
  submitted: false,
  optedOut: false,
  withdrawn: false,
  reach: REACHABLE,
  textable: false,
  reminders: 0,
};
const sample = fc.dictionary(
  fc.integer({ min: 1, max: 99_999 }).map((n) => `0751-${String(n).padStart(5, "0")}`),
  anybody,
);

/** The rule once more, written as a list of reasons that each forbid a letter. */
function mayWrite(contact: Contact, p: Standing): boolean {
  const text = p.textable && p.reach.phone;
  const forbids = [
    p.submitted,
    p.optedOut,
    p.withdrawn,
    p.reach.stop !== null,
    contact !== 0 && !p.invited,
    (contact === 1 || contact === 2) && p.reminders >= 2,
    contact === "sms" ? !text : !p.reach.digitalPost && !p.reach.paper && !text,
  ];
  return !forbids.includes(true);
}

describe("waveList", () => {
  it("lists exactly those who may be written to, counts everybody else once, and names a channel that works", () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(...CONTACTS), (people, contact) => {
        const names = Object.keys(people);
        const { recipients, exempt } = waveList(contact, names, (name) => people[name] ?? NEW);
        const due = names.filter((name) => mayWrite(contact, people[name] ?? NEW)).toSorted();
        expect(recipients.map(({ respondent }) => respondent)).toEqual(due);
        const left = EXEMPTIONS.reduce((sum, reason) => sum + exempt[reason], 0);
        expect(recipients.length + left).toBe(names.length);
        for (const { respondent, channel, sms } of recipients) {
          const { reach: r, textable } = people[respondent] ?? NEW;
          expect(sms).toBe(textable && r.phone);
          const alone = sms && (contact === "sms" || (!r.digitalPost && !r.paper));
          const works = { digital: r.digitalPost, paper: !r.digitalPost && r.paper, sms: alone };
          expect(works[channel]).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("exemptionOf", () => {
  it("does not take a saved draft for an answer", () => {
    expect(exemptionOf(1, NEW)).toBeNull();
  });

  it.each<[string, Partial<Standing>, string | null]>([
    ["no Digital Post", { reach: { ...REACHABLE, digitalPost: false } }, null],
    [
      "no Digital Post, letter returned",
      { reach: { ...REACHABLE, digitalPost: false, paper: false } },
      "undeliverable",
    ],
    [
      "no Digital Post, letter returned, a phone",
      { textable: true, reach: { ...REACHABLE, digitalPost: false, paper: false } },
      null,
    ],
    ["deceased, whatever else", { submitted: true, reach: { ...REACHABLE, stop: "deceased" } }, "deceased"],
    ["refused to the municipality", { reach: { ...REACHABLE, stop: "refused" } }, "optedOut"],
    ["two reminders", { reminders: 2 }, "remindersUsed"],
  ])("%s", (_, change, expected) => {
    expect(exemptionOf(2, { ...NEW, ...change })).toBe(expected);
  });
});

const listed = (...names: string[]): Recipient[] =>
  names.map((respondent) => ({ respondent, channel: "digital", sms: false }));

describe("differenceOf", () => {
  it("says who came and who went", () => {
    expect(differenceOf(listed("a", "b"), listed("b", "c"))).toEqual({ added: ["c"], removed: ["a"] });
  });
});

describe("sinceLast", () => {
  it("counts what has happened to the people of the last wave", () => {
    const now: Record<string, Standing> = {
      a: { ...NEW, submitted: true },
      b: { ...NEW, reach: { ...REACHABLE, digitalPost: false } },
      c: NEW,
    };
    const { had, gone, changed } = sinceLast(1, listed("a", "b", "c"), (name) => now[name] ?? NEW);
    expect(had).toBe(3);
    expect(gone.submitted).toBe(1);
    expect(changed).toEqual({ paper: 1, sms: 0 });
  });
});

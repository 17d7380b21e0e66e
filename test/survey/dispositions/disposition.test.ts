import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLASS_OF,
  CLASSES,
  classCounts,
  dispositionOf,
  DISPOSITIONS,
  isAnswer,
  type Disposition,
  type Outcome,
} from "#survey/dispositions/disposition.ts";

const invited: Outcome = {
  invited: true,
  stored: null,
  optedOut: false,
  withdrawn: false,
  deceased: false,
  moved: false,
  undeliverable: false,
};
const code = (outcome: Partial<Outcome>): string => DISPOSITIONS[dispositionOf({ ...invited, ...outcome })];

describe("dispositionOf", () => {
  it.each<[string, Partial<Outcome>, string]>([
    ["an answer that was sent", { stored: { answered: true, sent: true } }, "1.1"],
    ["an answer that was saved only", { stored: { answered: true, sent: false } }, "1.2"],
    ["too few items, sent", { stored: { answered: false, sent: true } }, "2.12"],
    ["too few items, saved", { stored: { answered: false, sent: false } }, "2.12"],
    ["no more reminders", { optedOut: true }, "2.111"],
    [
      "no more reminders, after too few items",
      { optedOut: true, stored: { answered: false, sent: false } },
      "2.111",
    ],
    ["no more reminders, after an answer", { optedOut: true, stored: { answered: true, sent: true } }, "1.1"],
    ["withdrawn", { withdrawn: true, optedOut: true }, "2.111"],
    ["nothing heard", {}, "3.19"],
    ["deceased", { deceased: true }, "2.31"],
    ["deceased, after an answer", { deceased: true, stored: { answered: true, sent: true } }, "1.1"],
    ["deceased, after an opt-out", { deceased: true, optedOut: true }, "2.31"],
    ["moved", { moved: true }, "3.32"],
    ["moved, after too few items", { moved: true, stored: { answered: false, sent: false } }, "2.12"],
    ["no channel is left", { undeliverable: true }, "3.30"],
    ["not invited yet", { invited: false }, "3.11"],
  ])("%s", (_, outcome, expected) => {
    expect(code(outcome)).toBe(expected);
  });

  it("counts as an answer exactly what is stored as one and not withdrawn", () => {
    const stored = fc.option(fc.record({ answered: fc.boolean(), sent: fc.boolean() }), { nil: null });
    const outcomes = fc.record({
      invited: fc.boolean(),
      stored,
      optedOut: fc.boolean(),
      withdrawn: fc.boolean(),
      deceased: fc.boolean(),
      moved: fc.boolean(),
      undeliverable: fc.boolean(),
    });
    fc.assert(
      fc.property(outcomes, (outcome) => {
        expect(isAnswer(dispositionOf(outcome))).toBe(
          !outcome.withdrawn && outcome.stored?.answered === true,
        );
      }),
    );
  });
});

const DISPOSITION_NAMES: readonly Disposition[] = [
  "complete",
  "partial",
  "refusal",
  "breakOff",
  "deceased",
  "notInvited",
  "nothingReturned",
  "undeliverable",
  "moved",
];

describe("classCounts", () => {
  it("counts everybody once, in the class that the code begins with", () => {
    const all = DISPOSITION_NAMES;
    const counts = classCounts(all);
    expect(all.toSorted()).toEqual(Object.keys(DISPOSITIONS).toSorted());
    expect(CLASSES.reduce((sum, name) => sum + counts[name], 0)).toBe(all.length);
    const first: Record<string, RegExp> = { "1": /^[IP]$/, "2": /^(R|NC|O)$/, "3": /^U[HO]$/, "4": /^NE$/ };
    for (const disposition of all) {
      expect(CLASS_OF[disposition]).toMatch(first[DISPOSITIONS[disposition].charAt(0)] ?? /never/);
    }
  });
});

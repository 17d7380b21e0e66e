import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dispositionOf, DISPOSITIONS, isAnswer, type Outcome } from "#survey/dispositions.ts";

const invited: Outcome = { invited: true, stored: null, optedOut: false, withdrawn: false };
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

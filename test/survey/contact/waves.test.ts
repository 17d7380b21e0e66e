import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  differenceOf,
  exemptionOf,
  waveList,
  WAVES,
  type Standing,
  type Wave,
} from "#survey/contact/waves.ts";

const NEW: Standing = { invited: false, submitted: false, optedOut: false, withdrawn: false };
const anybody = fc.record({
  invited: fc.boolean(),
  submitted: fc.boolean(),
  optedOut: fc.boolean(),
  withdrawn: fc.boolean(),
});
const sample = fc.dictionary(
  fc.integer({ min: 1, max: 99_999 }).map((n) => `0751-${String(n).padStart(5, "0")}`),
  anybody,
);

/** What happens to a person in the field between two looks at the database. */
type Event = "answers" | "saves a draft" | "opts out" | "withdraws" | "nothing";
const events = fc.constantFrom<Event>("answers", "saves a draft", "opts out", "withdraws", "nothing");

const after = (standing: Standing, event: Event): Omit<Standing, "invited"> => ({
  submitted: event === "answers" ? !standing.withdrawn : event === "withdraws" ? false : standing.submitted,
  optedOut: standing.optedOut || event === "opts out" || event === "withdraws",
  withdrawn: standing.withdrawn || event === "withdraws",
});

describe("waveList", () => {
  it("invites the whole sample", () => {
    fc.assert(
      fc.property(sample, (people) => {
        const { recipients } = waveList(0, Object.keys(people), () => {
          throw new Error("nobody's standing is asked for");
        });
        expect(recipients).toEqual(Object.keys(people).toSorted());
      }),
    );
  });

  it("reminds exactly those who were invited and neither sent, opted out nor withdrew; everybody else is counted", () => {
    fc.assert(
      fc.property(sample, fc.constantFrom<Wave>(1, 2), (people, wave) => {
        const names = Object.keys(people);
        const { recipients, exempt } = waveList(wave, names, (name) => people[name] ?? NEW);
        const due = names.filter((name) => {
          const p = people[name];
          return p?.invited === true && !p.submitted && !p.optedOut && !p.withdrawn;
        });
        expect(recipients).toEqual(due.toSorted());
        const left = Object.values(exempt).reduce((sum, n) => sum + n, 0);
        expect(recipients.length + left).toBe(names.length);
      }),
    );
  });

  it("over whole field periods: nobody gets a letter who should not, nobody is forgotten, three letters at most", () => {
    const history = fc.array(fc.array(events, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(history, (field) => {
        const people = new Map(
          field.map((happens, i) => [
            `0751-${String(i + 1).padStart(5, "0")}`,
            { ...NEW, happens, letters: 0 },
          ]),
        );
        for (const wave of WAVES) {
          const { recipients } = waveList(wave, [...people.keys()], (name) => people.get(name) ?? NEW);
          for (const [name, person] of people) {
            const stopped = person.submitted || person.optedOut || person.withdrawn;
            expect(recipients.includes(name)).toBe(!stopped);
            if (!stopped) Object.assign(person, { invited: true, letters: person.letters + 1 });
            Object.assign(person, after(person, person.happens[wave] ?? "nothing"));
          }
        }
        const letters = Array.from(people.values(), (person) => person.letters);
        expect(Math.min(...letters)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...letters)).toBeLessThanOrEqual(3);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("exemptionOf", () => {
  it("does not take a saved draft for an answer", () => {
    expect(exemptionOf({ invited: true, submitted: false, optedOut: false, withdrawn: false })).toBeNull();
  });
});

describe("differenceOf", () => {
  it("says who came and who went", () => {
    expect(differenceOf(["a", "b"], ["b", "c"])).toEqual({ added: ["c"], removed: ["a"] });
  });
});

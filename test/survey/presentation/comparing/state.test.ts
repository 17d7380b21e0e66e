import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUP_CHOICES } from "#survey/presentation/comparing/measureFigures.ts";
import {
  MOST_MUNICIPALITIES,
  ORDERS,
  readState,
  writeState,
  type Choices,
  type CompareState,
} from "#survey/presentation/comparing/state.ts";

const choices: Choices = {
  questions: ["dignity", "alle-dignity", "q1", "q13"],
  municipalities: ["a", "b", "c", "d", "e", "f", "g", "h"],
  question: "q13",
};
const START: CompareState = { question: "q13", group: "all", municipalities: [], order: "navn" };
const read = (query: string): CompareState => readState(new URLSearchParams(query), choices);

const states: fc.Arbitrary<CompareState> = fc.record({
  question: fc.constantFrom(...choices.questions),
  group: fc.constantFrom(...GROUP_CHOICES),
  municipalities: fc.subarray([...choices.municipalities], { maxLength: MOST_MUNICIPALITIES }),
  order: fc.constantFrom(...ORDERS),
});

describe("the state in the address", () => {
  it("is nothing while nothing is chosen", () => {
    expect(read("")).toEqual(START);
    expect(writeState(START, choices)).toBe("");
  });

  it("comes back as it was written", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(read(writeState(state, choices))).toEqual(state);
      }),
    );
  });

  it("is a state of the page whatever the address says", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (spm, gruppe, kommuner, orden) => {
        const state = read(new URLSearchParams({ spm, gruppe, kommuner, orden }).toString());
        expect(choices.questions).toContain(state.question);
        expect(GROUP_CHOICES).toContain(state.group);
        expect(ORDERS).toContain(state.order);
        expect(state.municipalities.every((slug) => choices.municipalities.includes(slug))).toBe(true);
      }),
    );
  });

  it("keeps the first six of more", () => {
    expect(read("kommuner=h,g,f,e,d,c,b,a,zzz").municipalities).toEqual(["a", "b", "c", "d", "e", "f"]);
  });
});

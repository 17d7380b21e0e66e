import { describe, expect, it } from "vitest";
import { NamedPeople } from "../../scripts/purge/namedPeople.ts";
import { syntheticCpr } from "./statusRound.ts";

const CPR = syntheticCpr(11);

describe("the round's own people in a text", () => {
  const people = new NamedPeople();
  people.add({ cpr: CPR, phone: "+4567000751", name: "Åse Ø'Hara Kjær" });
  people.add({ cpr: syntheticCpr(12), phone: "", name: "Åse" });

  it.each([
    [CPR, 1],
    [`${CPR.slice(0, 6)}-${CPR.slice(6)}`, 1],
    [`id${CPR}x`, 1],
    [`9${CPR}`, 0],
    [`0.${CPR}`, 0],
    ["ring 67 00 07 51 eller +45 67000751", 2],
    ["004567000751", 1],
    ["167000751", 0],
    ["0.67000751", 0],
    ["<t>ÅSE Ø'HARA KJÆR</t>", 1],
    ["åse ø'hara\nkjær", 1],
    ["Åse, Kjær", 0],
    // One word is no name that can be told from a word.
    ["Åse", 0],
  ])("%s holds %i", (text, found) => {
    expect(people.count(text)).toBe(found);
  });

  it("is nothing to look for when nobody is known", () => {
    expect(new NamedPeople().count(CPR)).toBe(0);
  });
});

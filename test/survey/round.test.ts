import { describe, expect, it } from "vitest";
import { roundSchema, type RoundInput } from "#survey/round.ts";
import { demoRound } from "../../scripts/demo/round.ts";

const round = demoRound({
  today: "2026-08-25",
  baseUrl: "https://svar.example.dk",
  municipalities: ["0825", "0482"],
});

/** What is wrong with the round after a change, as »place: message«. */
function faultsAfter(change: (round: RoundInput) => void): string[] {
  const changed = structuredClone(round);
  change(changed);
  const parsed = roundSchema.safeParse(changed);
  return parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`);
}

describe("settings that contradict each other are refused where they stand", () => {
  it("the demo's do not", () => {
    expect(faultsAfter(() => {})).toStrictEqual([]);
  });

  it.each<[string, (round: RoundInput) => void, string]>([
    ["closing before opening", (r) => (r.field.closes = "2020-01-01"), "field.closes: must be after opens"],
    [
      "a wave after closing",
      (r) => (r.field.waves[2] = "2030-01-01"),
      "field.waves.2: must be between opens and closes",
    ],
    [
      "waves out of order",
      (r) => (r.field.waves[1] = r.field.waves[0] ?? ""),
      "field.waves.1: must be after the wave before it",
    ],
    [
      "an extra round before the last wave",
      (r) => (r.field.extraSms = r.field.opens),
      "field.extraSms: must be after the last wave and not after closes",
    ],
    ["a period that ends first", (r) => (r.period.to = "2020-01-01"), "period.to: must not be before from"],
    [
      "deletion while answers come in",
      (r) => (r.privacy.deletionDate = r.field.closes),
      "privacy.deletionDate: must be after the field closes",
    ],
    [
      "a milder threshold where everybody is asked",
      (r) => (r.disclosure = { threshold: 8, censusThreshold: 5 }),
      "disclosure.censusThreshold: must be at least threshold",
    ],
    ["a round without Danish", (r) => (r.languages = ["en"]), "languages: must hold da"],
    [
      "a language without the round's own texts",
      (r) => (r.languages = ["da", "en", "uk"]),
      "translations.uk: must hold the round's own texts, for uk is in languages",
    ],
    ["a language twice", (r) => (r.languages = ["da", "en", "en"]), "languages.2: en is listed twice"],
    [
      "a municipality twice",
      (r) => r.municipalities.push(...r.municipalities.slice(0, 1)),
      "municipalities.2.code: 0825 is listed twice",
    ],
    [
      "more answers wanted than people asked",
      (r) => (r.sampling = { maximum: 1000, targetAnswers: 1200 }),
      "sampling.targetAnswers: must be at most maximum: 1200 answers cannot come from 1000 invited",
    ],
  ])("%s", (_, change, fault) => {
    expect(faultsAfter(change)).toContain(fault);
  });
});

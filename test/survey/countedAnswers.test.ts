import { describe, expect, it } from "vitest";
import type { Answers } from "#survey/answers.ts";
import { countedAnswers } from "#survey/countedAnswers.ts";
import { questionnaireOf } from "#survey/questionnaire.ts";

const questionnaire = questionnaireOf("2026-1");
if (!questionnaire) throw new Error("2026-1 is published");

const row = (client: string, answers: Answers, more: { version?: number; final?: boolean } = {}) => ({
  client,
  version: 1,
  final: false,
  answers,
  questionnaire,
  ...more,
});

/** The client whose answers count, whatever the order of the rows. */
function counted(...rows: ReturnType<typeof row>[]): string | undefined {
  const forwards = countedAnswers(rows)?.client;
  return countedAnswers(rows.toReversed())?.client === forwards ? forwards : "depends on the order";
}

describe("countedAnswers", () => {
  it("takes the final, however little is in it", () => {
    expect(counted(row("a", { q1: 1, q2: 1 }), row("b", { q1: 1 }, { final: true }))).toBe("b");
  });

  it("takes the draft with most closed items, then most answers, then the higher version", () => {
    expect(counted(row("a", { q1: 1, q14: "x", q15: "y" }), row("b", { q1: 1, q2: 8 }))).toBe("b");
    expect(counted(row("a", { no_interview: true }), row("b", { q1: 1, q2: 1, q3: 1 }))).toBe("a");
    expect(counted(row("a", { q1: 1 }), row("b", { q1: 1, q14: "x" }))).toBe("b");
    expect(counted(row("a", { q1: 1 }, { version: 3 }), row("b", { q1: 2 }, { version: 2 }))).toBe("a");
    expect(counted(row("a", { q1: 1 }), row("b", { q1: 2 }))).toBe("a");
  });

  it("has nothing to take where nothing is stored", () => {
    expect(countedAnswers([])).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { generatedTexts } from "../../../scripts/bench/masking/generated.ts";
import { HANDWRITTEN, UNSEEN_HANDWRITTEN } from "../../../scripts/bench/masking/handwritten.ts";
import { accountTexts, harmlessTexts } from "../../../scripts/bench/masking/harmless.ts";
import { scoresOf, totalOf, type Score } from "../../../scripts/bench/masking/score.ts";

const recall = ({ caught, secrets }: Score): number => caught / secrets;
const ROUNDS = 20;

/** Floors under what the benchmark of masking measures; a change that loses recall or takes harmless words fails here. */
describe("masking of made-up answers", () => {
  const generated = scoresOf(generatedTexts("floor", ROUNDS));

  it.each(
    generated
      .filter(({ kind }) => kind !== "name")
      .map((score) => [`${score.kind} ${score.group}`, score] as const),
  )("finds every %s", (_, score) => {
    expect(score.secrets).toBe(ROUNDS);
    expect(score.examples).toEqual([]);
  });

  it("finds at least 98 of 100 names", () => {
    const names = totalOf(
      "names",
      generated.filter(({ kind }) => kind === "name"),
    );
    expect(names.secrets).toBeGreaterThan(300);
    expect(recall(names)).toBeGreaterThanOrEqual(0.98);
  });

  it("masks account numbers as such", () => {
    const accounts = totalOf("accounts", scoresOf(accountTexts("floor", ROUNDS)));
    expect(recall(accounts)).toBe(1);
    expect(accounts.otherKind).toBe(0);
  });

  it("finds at least 95 of 100 in the hard cases, and 90 in those it was never tried on", () => {
    expect(recall(totalOf("hard", scoresOf(HANDWRITTEN)))).toBeGreaterThanOrEqual(0.95);
    expect(recall(totalOf("unseen", scoresOf(UNSEEN_HANDWRITTEN)))).toBeGreaterThanOrEqual(0.9);
  });

  it.each(scoresOf(harmlessTexts("floor", ROUNDS)).map((score) => [score.group, score] as const))(
    "leaves harmless texts alone: %s",
    (_, score) => {
      expect(score.texts).toBeGreaterThan(0);
      expect(score.examples).toEqual([]);
    },
  );
});

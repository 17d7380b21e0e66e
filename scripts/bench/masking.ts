/**
 * Measures the masking of free text on made-up answers: how much of what must be masked is masked (recall), and how often
 * something harmless is (false alarms). `node scripts/bench/masking.ts [rounds] [seed]`
 *
 * Method: every text is made from a template in which what points at a person is marked. A mark is caught when none of its
 * letters and digits is left; a false alarm is a mask that touches nothing that was marked. The notations are filled with
 * synthetic numbers and names from a seed; the hand-written texts are hard cases with the writer's identity known or not.
 */
import { maskFreetext } from "#survey/freetext/mask.ts";
import { percent } from "../report/danish.ts";
import { generatedTexts } from "./masking/generated.ts";
import { HANDWRITTEN, UNSEEN_HANDWRITTEN } from "./masking/handwritten.ts";
import { accountTexts, harmlessTexts } from "./masking/harmless.ts";
import { scoresOf, totalOf, type Score } from "./masking/score.ts";

const [rounds = "200", seed = "masking"] = process.argv.slice(2);
const COUNT = Number(rounds);

const share = (part: number, of: number): string => (of === 0 ? "" : percent(part / of, 1));

function line(score: Score): string {
  const { kind, group, texts, secrets, caught, otherKind, falseAlarms } = score;
  return [
    `${kind === "none" ? "" : kind} ${group}`.trim().padEnd(42),
    String(texts).padStart(7),
    secrets === 0 ? "".padStart(16) : `${caught}/${secrets}`.padStart(16),
    share(caught, secrets).padStart(9),
    String(otherKind === 0 ? "" : otherKind).padStart(8),
    String(falseAlarms).padStart(7),
  ].join("");
}

function print(heading: string, scores: readonly Score[], total: string): void {
  console.log(`\n${heading}`);
  console.log(
    `${"".padEnd(42)}${"texts".padStart(7)}${"caught".padStart(16)}${"recall".padStart(9)}${"as other".padStart(9)}${"false".padStart(6)}`,
  );
  for (const score of scores) {
    console.log(line(score));
    if (score.caught < score.secrets || score.falseAlarms > 0)
      for (const text of score.examples) console.log(`      ${JSON.stringify(text)}`);
  }
  console.log(line({ ...totalOf(total, scores), kind: "none" }));
}

const started = performance.now();
const generated = generatedTexts(seed, COUNT);
const harmless = harmlessTexts(seed, COUNT);
const accounts = accountTexts(seed, COUNT);
const made = performance.now();
const scores = [
  scoresOf(generated),
  scoresOf(HANDWRITTEN),
  scoresOf(accounts),
  scoresOf(harmless),
  scoresOf(UNSEEN_HANDWRITTEN),
] as const;
const seconds = (performance.now() - made) / 1000;
const texts = [generated, HANDWRITTEN, UNSEEN_HANDWRITTEN, harmless, accounts].reduce(
  (n, list) => n + list.length,
  0,
);

console.log(
  `Masking of free text: ${texts} made-up answers, seed »${seed}« (made in ${((made - started) / 1000).toFixed(1)} s)`,
);
print("Generated, every notation", scores[0], "all generated");
print("Written by hand", scores[1], "all by hand");
print("Written by hand after the masking was finished", scores[4], "all unseen");
print("Account numbers", scores[2], "all accounts");
print("Harmless: nothing may be masked", scores[3], "all harmless");
console.log(`\n${Math.round(texts / seconds)} texts a second`);

/** What would stop a careless pattern: long runs of what patterns are made of. */
const WORST = ["1 ", "1", "12.", "a@", "a.", "Aa ", "sagsbehandler ", "en to ", "+45", "(at)", "[navn]"];
const slowest = WORST.map((part) => {
  const text = part.repeat(Math.ceil(4000 / part.length)).slice(0, 4000);
  const start = performance.now();
  maskFreetext(text, { name: "Anna Maria Sofie Prøvegaard", cpr: "1204621239", phone: "20301000" });
  return { part, ms: performance.now() - start };
}).toSorted((a, b) => b.ms - a.ms);
console.log(
  `4,000 characters of one pattern: ${slowest.map(({ part, ms }) => `»${part}« ${ms.toFixed(0)} ms`).join(", ")}`,
);

/** Reads `--supplement <code>=<n>`: how many more to draw in a municipality whose letters are out. */
import type { MunicipalityFrame } from "#survey/sample/plan.ts";
import type { OptionValues } from "../command.ts";
import { CliError } from "../errors.ts";
import type { Standing } from "./standing.ts";

const WHERE = "--supplement";

/** Supplements asked for, by municipality code. @throws CliError when one cannot be read or a municipality stands twice. */
export function parseSupplements(option: OptionValues[string]): Map<string, number> {
  const supplements = new Map<string, number>();
  for (const text of Array.isArray(option) ? option : []) {
    const [, code, n] = /^(\d{4})=(\d{1,5})$/.exec(text) ?? [];
    if (code === undefined || supplements.has(code)) {
      throw new CliError({
        what: code === undefined ? `»${text}« is no supplement` : `municipality ${code} stands twice`,
        where: WHERE,
        how: "Give the code and how many more to invite, once a municipality: --supplement 0751=200",
      });
    }
    supplements.set(code, Number(n));
  }
  return supplements;
}

/** @throws CliError when a supplement is for a municipality that has no letters out yet. */
export function refuseEarlySupplements(
  supplements: ReadonlyMap<string, number>,
  { municipalities }: Standing,
): void {
  const early = [...supplements.keys()].filter((code) => !municipalities.has(code));
  if (early.length === 0) return;
  throw new CliError({
    what: `the invitations of ${early.join(", ")} are not out, so there is nothing to supplement`,
    where: WHERE,
    how: "Make the letters first (`npx borgersvar letters <round> --wave 0`). Before that, change `sampling` in round.json and draw again.",
  });
}

/**
 * The frame of a municipality with what is drawn in it: batches with letters as they are; the one without takes the size that
 * is asked for, 0 takes it back, and without a word it stays.
 * @throws CliError when the supplement is larger than what is left to draw.
 */
export function withBatches(
  frame: Pick<MunicipalityFrame, "code" | "populations">,
  standing: Standing,
  asked: ReadonlyMap<string, number>,
): MunicipalityFrame {
  const known = standing.municipalities.get(frame.code);
  if (!known) return frame;
  const held = known.sizes.slice(0, known.held);
  const open = asked.get(frame.code) ?? known.sizes[known.held] ?? 0;
  const drawn = held.reduce((sum, n) => sum + n, 0);
  const left = Object.values(frame.populations).reduce((sum, n) => sum + n, 0) - drawn;
  if (open > Math.max(0, left)) {
    throw new CliError({
      what: `municipality ${frame.code} has ${Math.max(0, left)} citizens left to draw, and ${open} are asked for`,
      where: WHERE,
      how: "Ask for fewer. Where everybody is invited only reminders can help.",
    });
  }
  const [first = 0, ...supplements] = held;
  return { ...frame, held: first, supplements: open > 0 ? [...supplements, open] : supplements };
}

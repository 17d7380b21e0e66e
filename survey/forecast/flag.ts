/**
 * The colour of a municipality, from the probability of reaching the target and never from the answers so far (STATISTICS
 * §2): green from .95, yellow from .5, red below; `unreachable` where the target was out of reach as planned, too.
 */
export const FLAGS = ["green", "yellow", "red", "unreachable"] as const;
export type Flag = (typeof FLAGS)[number];

export const GREEN_FROM = 0.95;
export const YELLOW_FROM = 0.5;
/** A planned chance below this one means that the design, not the field work, is short. */
export const UNREACHABLE_BELOW = 0.05;

/**
 * @param chance P(final answers ≥ target) as forecast now
 * @param plannedChance the same before field work, at the expected rates
 */
export function flagOf(chance: number, plannedChance: number): Flag {
  if (chance >= GREEN_FROM) return "green";
  if (chance >= YELLOW_FROM) return "yellow";
  return plannedChance < UNREACHABLE_BELOW ? "unreachable" : "red";
}

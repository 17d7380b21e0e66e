/** Audit R: a withheld number is found when it alone stands in a combination of the equations (STATISTICS §5). */
import { eliminate } from "./elimination.ts";
import { parts, type System, type Unknown } from "./system.ts";

export interface Found {
  unknown: Unknown;
  value: number;
}

/** Every number that follows exactly from the published ones, secret or not. */
export const determined = (system: System): Found[] =>
  parts(system).flatMap((part) =>
    eliminate(
      part,
      part.unknowns.map((_, place) => place),
    ).flatMap(({ pivot, coefficients, value }) => {
      const unknown = part.unknowns[pivot];
      const alone = coefficients.every((coefficient, place) => place === pivot || coefficient === 0);
      return unknown && alone ? [{ unknown, value }] : [];
    }),
  );

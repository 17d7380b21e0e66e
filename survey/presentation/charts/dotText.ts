import type { Dot } from "./plot.ts";

/**
 * What a table cell carries for a chart (`data-dot`): `"61 58 64"`, or `"61"` where the interval is not defined; empty where
 * there is no number, so that a chart has nothing to draw from.
 */
export const dotText = (dot: Dot | null): string =>
  dot ? [dot.estimate, ...(dot.limits ?? [])].join(" ") : "";

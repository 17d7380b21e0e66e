/** The text of `results.json`: one line a cell, so that a change of one figure is a change of one line. */
import type { Results } from "#survey/results.ts";

/** Objects and arrays down to this depth take a line for each member; deeper ones stand on one line. */
const OPEN_DEPTH = 4;

export const resultsText = (results: Results): string => `${jsonLines(results, 0)}\n`;

function jsonLines(value: unknown, depth: number): string {
  if (typeof value !== "object" || value === null || depth >= OPEN_DEPTH) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const members = Array.isArray(value)
    ? value.map((member) => jsonLines(member, depth + 1))
    : Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${jsonLines(member, depth + 1)}`);
  if (members.length === 0) return open + close;
  const indent = "  ".repeat(depth + 1);
  return `${open}\n${members.map((member) => indent + member).join(",\n")}\n${"  ".repeat(depth)}${close}`;
}

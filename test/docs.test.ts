/** The documentation of the methods names the file that computes each formula: every one of them must be there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..");
const text = readFileSync(path.join(ROOT, "docs/methodology.md"), "utf8");
const files = [...text.matchAll(/`((?:survey|scripts|test|docs)\/[^`\s]+)`/g)].map(([, file]) => file ?? "");
const decisions = [...text.matchAll(/decision (\d{4})/g)].map(([, number]) => number ?? "");

it("names files", () => expect(files.length).toBeGreaterThan(30));

it.each([...new Set(files)])("%s is there", (file) => {
  expect(existsSync(path.join(ROOT, file))).toBe(true);
});

it.each([...new Set(decisions)])("decision %s is there", (number) => {
  const names = readdirSync(path.join(ROOT, "docs/decisions"));
  expect(names.some((name) => name.startsWith(number))).toBe(true);
});

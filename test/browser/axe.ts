/** axe-core over a page as it stands, with every rule that speaks of WCAG 2.2 A, AA and AAA or of good practice, and no exception. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** The axe-core that @axe-core/playwright brings. */
const require = createRequire(fileURLToPath(import.meta.resolve("@axe-core/playwright")));
const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const LEVELS = ["a", "aa", "aaa"].flatMap((level) => [`wcag2${level}`, `wcag21${level}`, `wcag22${level}`]);
const EVERYTHING: RunOptions = {
  runOnly: { type: "tag", values: [...LEVELS, "best-practice"] },
  // Off by default, as AAA is.
  rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
  resultTypes: ["violations"],
};
/** What depends on colours alone. Not for forced colours: axe reads the page's own there, not those on the screen. */
const COLOUR_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];
const NO_COLOURS = Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }]));

export type Question = "everything" | "structure" | "colours";
const OPTIONS: Record<Question, RunOptions> = {
  everything: EVERYTHING,
  structure: { ...EVERYTHING, rules: { ...EVERYTHING.rules, ...NO_COLOURS } },
  colours: { runOnly: { type: "rule", values: COLOUR_RULES }, resultTypes: ["violations"] },
};

/** One line a violation: rule, where, and what is wrong. */
export async function violations(page: Page, question: Question = "everything"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  return page.evaluate(async (options) => {
    const { violations: found } = await globalThis.axe.run(document, options);
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  }, OPTIONS[question]);
}

declare global {
  var axe: typeof import("axe-core");
}

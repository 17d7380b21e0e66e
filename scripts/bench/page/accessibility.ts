/**
 * `npm run check:accessibility`: the accessibility tests with nothing left out: every rule of axe and every piece of text, in
 * every state, view and direction. `npm test` runs the same files with each rule and each colour once. Takes minutes.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = path.resolve(import.meta.dirname, "../../..");
const FILES = [
  "accessibilityMatrix",
  "questionnairePixels",
  "questionnaireAccessibility",
  "resultsAccessibility",
];

const vitest = path.resolve(fileURLToPath(import.meta.resolve("vitest")), "../../vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--project", "browser", ...FILES.map((name) => `test/browser/${name}.test.ts`)],
  { cwd: REPOSITORY, stdio: "inherit", env: { ...process.env, BORGERSVAR_MATRIX: "full" } },
);
process.exitCode = status ?? 1;
